import { DOMParser, type Element } from '@xmldom/xmldom';
import {
  type Document,
  paragraphRoles,
  type Row,
  type Table,
  type TextRun,
  tones,
} from '../../../src/model/document.ts';
import { htmlWriter } from '../../../src/writers/html/index.ts';
import { resources } from '../../support/theme.ts';

export async function htmlOf(document: Document): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await htmlWriter.write(document, resources));
}

/** Parses as XML, where nothing is forgiven. */
export function parsed(source: string): Element {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(source, 'application/xhtml+xml').documentElement as Element;
}

export function all(root: Element, tag: string): Element[] {
  return [...root.getElementsByTagName(tag)];
}

export function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

/** Runs as they can be seen: words, bold or not, and colour. */
export function runsOf(element: Element, strong = false, tone: TextRun['tone'] = null): TextRun[] {
  const runs = [...element.childNodes].flatMap((node): TextRun[] => {
    if (node.nodeType === node.TEXT_NODE) return [{ text: node.nodeValue ?? '', strong, tone }];
    const child = node as Element;
    if (child.tagName === 'br') return [{ text: '\n', strong, tone }];
    const own = tones.find((t) => child.getAttribute('class') === `tone-${t}`);
    return runsOf(child, strong || child.tagName === 'strong', own ?? tone);
  });
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.strong === run.strong && last.tone === run.tone)
      joined.splice(-1, 1, { ...last, text: last.text + run.text });
    else joined.push(run);
  }
  return joined;
}

/** Rows as written, in the model's own shape as far as HTML holds it: no formats, formulas, widths. */
export function rowsOf(part: Element): Row[] {
  return all(part, 'tr').map((row) => ({
    key: row.getAttribute('data-key'),
    cells: childrenOf(row).map((cell) => {
      const number = cell.getAttribute('data-value');
      return {
        content: runsOf(cell),
        colspan: Number(cell.getAttribute('colspan') ?? 1),
        rowspan: Number(cell.getAttribute('rowspan') ?? 1),
        align: (cell.getAttribute('class')?.split(' ')[0] ?? null) as 'left' | 'center' | 'right' | null,
        header: cell.tagName === 'th',
        value: number === null ? null : { number, format: '', formula: null },
        at: null,
      };
    }),
  }));
}

export function writtenTable(root: Element, name: string): { head: Row[]; groups: Row[][]; columns: Table['columns'] } {
  const table = all(root, 'table').find((t) => t.getAttribute('data-name') === name) as Element;
  const columns = all(table, 'col').map((col) => ({
    key: col.getAttribute('data-key') ?? '',
    width: Number.parseFloat(col.getAttribute('style')?.replace('width:', '') ?? ''),
    align: 'left' as const,
    marked: false,
  }));
  return {
    head: all(table, 'thead').flatMap(rowsOf),
    groups: all(table, 'tbody').map(rowsOf),
    columns,
  };
}

export function roleOf(paragraph: Element): string | undefined {
  return paragraphRoles.find((role) => role === paragraph.getAttribute('class'));
}
