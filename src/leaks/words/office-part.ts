import { nowhere, type Where } from '../../verify/where.ts';
import type { Concealment, ConcealmentKind, Words } from './file-words.ts';
import { scanMarkup, type TagAttributes } from './scan-markup.ts';

/** A cell by the number of its shared string. */
type CellOf = Map<number, { readonly sheet: string; readonly cell: string }>;

/** Where words end: paragraphs, strings, cells, remarks, values. Runs within them divide no word. */
const blocks = new Set(['p', 'si', 'is', 'c', 'comment', 'pt', 'tc', 'tr', 'row']);
/** Elements whose text is a piece of the block around them. */
const pieces = new Set(['t', 'delText', 'instrText']);
/** Properties and lists; their numbers are no figures. */
const beside =
  /^(?:docProps|_rels|\[Content_Types\]|customXml)|(?:styles|settings|theme\d*|fontTable|webSettings)\.xml$|\.rels$/i;

/** The words of one XML part, and what it conceals. Cells with shared strings are noted in `cellOf`. */
export function scanPart(source: string, part: string, sheet: string, cellOf: CellOf) {
  const words: Words[] = [];
  const concealed: Concealment[] = [];
  const content = !beside.test(part);
  let title: string | null = null;
  let element = '';
  let cell = '';
  let shared = false;
  let strings = -1;
  let buffer = '';
  const where = (): Where => {
    const told = strings < 0 ? undefined : cellOf.get(strings);
    if (told) return { ...nowhere, ...told };
    return sheet === '' ? { ...nowhere, section: part, cell } : { ...nowhere, sheet, cell };
  };
  const conceal = (kind: ConcealmentKind) => concealed.push({ kind, where: where() });
  const say = (text: string, said = content) => {
    if (text.trim() !== '') words.push({ text, where: where(), content: said });
  };
  const flush = () => {
    say(buffer);
    buffer = '';
  };
  scanMarkup(source, {
    open(name, attributes) {
      if (blocks.has(name)) flush();
      element = name;
      if (name === 'si') strings += 1;
      if (name === 'c' || name === 'comment') cell = attributeIn(attributes, name === 'c' ? 'r' : 'ref') ?? '';
      if (name === 'c') shared = attributeIn(attributes, 't') === 's';
      if (name === 'tab' || name === 'br') buffer += ' ';
      const kind = concealing(name, attributes, part);
      if (kind) conceal(kind);
      if (mayHoldWords.test(attributes.source))
        for (const [key, value] of attributes.list()) if (isWords(key, value)) say(value, false);
    },
    text(text) {
      if (pieces.has(element)) buffer += text;
      else if (element === 'v' && shared) cellOf.set(Number(text), { sheet, cell });
      else say(text, content && element === 'v');
      if (element === 'title' && /core\.xml$/i.test(part)) title = text;
    },
    close(name) {
      if (blocks.has(name)) flush();
      if (name === 'comment') cell = '';
      element = '';
    },
    comment(text) {
      conceal('comment');
      say(text, false);
    },
  });
  flush();
  return { words, concealed, title };
}

/** Whether it is worth while to take attributes apart: letters beyond ASCII, spelled out or not, or a name of the ones below. */
const mayHoldWords = /[^\p{ASCII}]|&#|descr|title|tooltip|Target|alt/u;

/** Attributes that hold words; most hold measures, names of styles and identifiers. */
function isWords(key: string, value: string): boolean {
  return /\p{Script=Han}/u.test(value) || ['descr', 'title', 'tooltip', 'Target', 'alt'].includes(key);
}

const shown = new Set(['0', 'false', 'visible']);

/** What an element hides, by its name and attributes. */
function concealing(name: string, attributes: TagAttributes, part: string): ConcealmentKind | null {
  const is = (key: string) => !shown.has(attributeIn(attributes, key) ?? 'visible');
  if (name === 'sheet' && is('state')) return 'hidden-sheet';
  if (name === 'row' && is('hidden')) return 'hidden-row';
  if (name === 'col' && is('hidden')) return 'hidden-column';
  if (name === 'Relationship' && attributeIn(attributes, 'TargetMode') === 'External') return 'link';
  if (!/^word\/(?:document|header|footer|comments|footnotes|endnotes)/i.test(part)) return null;
  if (name === 'vanish' && !shown.has(attributeIn(attributes, 'val') ?? '1')) return 'hidden-text';
  if (name === 'del' || name === 'moveFrom' || name === 'ins' || name === 'moveTo') return 'deleted-text';
  if (name === 'comment') return 'comment';
  return name === 'docPr' && is('hidden') ? 'hidden-text' : null;
}

function attributeIn(attributes: TagAttributes, name: string): string | null {
  return attributes.list().find(([key]) => key === name)?.[1] ?? null;
}
