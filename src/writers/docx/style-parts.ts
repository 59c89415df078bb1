import type { Typeface } from '../../model/theme.ts';
import { element } from '../xml.ts';
import { twipsOfPoints } from './units.ts';

/** A paragraph style before it is written; the properties are XML in the order of the schema (ISO/IEC 29500-1, A.1). */
export interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** Null for the one that all others rest on. */
  readonly basedOn: string | null;
  readonly next: string;
  readonly paragraph: readonly string[];
  readonly run: readonly string[];
}

/** Ids of the styles that Word knows by itself. */
const builtIn: ReadonlySet<string> = new Set(['Normal', 'Title', 'Heading1', 'Heading2']);

/** The style as `w:style`. */
export function paragraphStyle(style: ParagraphStyle): string {
  return element(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': style.basedOn === null ? 1 : undefined,
      'w:customStyle': builtIn.has(style.id) ? undefined : 1,
      'w:styleId': style.id,
    },
    element('w:name', { 'w:val': style.name }),
    style.basedOn === null ? '' : element('w:basedOn', { 'w:val': style.basedOn }),
    element('w:next', { 'w:val': style.next }),
    element('w:qFormat'),
    style.paragraph.length === 0 ? '' : element('w:pPr', {}, ...style.paragraph),
    style.run.length === 0 ? '' : element('w:rPr', {}, ...style.run),
  );
}

/** Fonts of a run: digits and Latin letters follow the Chinese face, as offices set them. */
export function fonts(typeface: Typeface): string {
  const name = typeface.office;
  return element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name });
}

/** Size of a run, in points. */
export function size(points: number): string {
  const half = Math.round(points * 2);
  return element('w:sz', { 'w:val': half }) + element('w:szCs', { 'w:val': half });
}

/** Room after each character of a run, in twips. */
export function letterSpacing(twips: number): string {
  return element('w:spacing', { 'w:val': twips });
}

export const bold: string = element('w:b') + element('w:bCs');

export function alignment(value: 'left' | 'center' | 'right' | 'both'): string {
  return element('w:jc', { 'w:val': value });
}

/** Lines of exactly `line` twips, and the room above and below the paragraph. */
export function exactLines(line: number, room: { before?: number; after?: number } = {}): string {
  return element('w:spacing', {
    'w:before': room.before ?? 0,
    'w:after': room.after ?? 0,
    'w:line': line,
    'w:lineRule': 'exact',
  });
}

/** Lines of a pitch of their own: LibreOffice would round them up to whole lines of the page's grid. */
export function ownLines(line: number, room: { before?: number; after?: number } = {}): string {
  return element('w:snapToGrid', { 'w:val': 0 }) + exactLines(line, room);
}

/** Indents in characters of `fontSize` points; a negative first line hangs. Twips stand beside for programs that read no characters. */
export function indent(fontSize: number, characters: { left?: number; right?: number; first?: number }): string {
  const { left = 0, right = 0, first = 0 } = characters;
  const twips = (count: number) => twipsOfPoints(count * fontSize);
  const hundredths = (count: number) => Math.round(count * 100);
  return element('w:ind', {
    'w:leftChars': hundredths(left),
    'w:left': twips(left),
    'w:rightChars': hundredths(right),
    'w:right': twips(right),
    ...(first < 0
      ? { 'w:hangingChars': hundredths(-first), 'w:hanging': twips(-first) }
      : { 'w:firstLineChars': hundredths(first), 'w:firstLine': twips(first) }),
  });
}

/**
 * No line begins with ，。）or ends with （. A stop that would may hang beyond the end of its line, which keeps the 28
 * characters of a 公文 line, but not in a cell, where it would stand on the rule. Marks at the beginning of a line keep
 * their width.
 */
export function lineEnds(hanging: boolean): string {
  return (
    element('w:kinsoku', { 'w:val': 1 }) +
    element('w:overflowPunct', { 'w:val': hanging ? 1 : 0 }) +
    element('w:topLinePunct', { 'w:val': 0 })
  );
}

/** A rule on the named sides, `eighths` of a point thick. */
export function borders(sides: readonly string[], eighths: number, colour: string): string {
  const side = { 'w:val': 'single', 'w:sz': eighths, 'w:space': 1, 'w:color': colour };
  return element('w:pBdr', {}, ...sides.map((name) => element(`w:${name}`, side)));
}
