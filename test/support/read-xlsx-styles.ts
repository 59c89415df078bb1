import { children, type Node, text } from './xml.ts';

/** What the tests look at of a cell's style. Colours are `RRGGBB`. */
export interface ReadStyle {
  readonly format: string;
  readonly fill: string | null;
  readonly bold: boolean;
  readonly colour: string | null;
  readonly font: string;
  readonly size: number;
  readonly border: { readonly left: boolean; readonly right: boolean; readonly top: boolean; readonly bottom: boolean };
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly locked: boolean;
}

/** Number formats that every spreadsheet program knows by number (ISO/IEC 29500-1, 18.8.30). */
const builtIn: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  49: '@',
};

/** The cell styles of styles.xml in their own order. */
export function readStyles(root: Node): ReadStyle[] {
  const formats = new Map(Object.entries(builtIn));
  for (const node of children(root, 'numFmts', 'numFmt'))
    formats.set(node.getAttribute('numFmtId') ?? '', node.getAttribute('formatCode') ?? '');
  const fonts = children(root, 'fonts', 'font');
  const fills = children(root, 'fills', 'fill');
  const borders = children(root, 'borders', 'border');
  return children(root, 'cellXfs', 'xf').map((xf) => {
    const pick = (list: Node[], attribute: string) => list[Number(xf.getAttribute(attribute) ?? 0)] as Node;
    const font = pick(fonts, 'fontId');
    const border = pick(borders, 'borderId');
    const edge = (side: string) => children(border, side)[0]?.getAttribute('style') != null;
    const alignment = children(xf, 'alignment')[0];
    return {
      format: formats.get(xf.getAttribute('numFmtId') ?? '0') ?? '',
      fill: rgb(children(pick(fills, 'fillId'), 'patternFill', 'fgColor')[0]),
      bold: children(font, 'b').length > 0,
      colour: rgb(children(font, 'color')[0]),
      font: children(font, 'name')[0]?.getAttribute('val') ?? '',
      size: Number(children(font, 'sz')[0]?.getAttribute('val')),
      border: { left: edge('left'), right: edge('right'), top: edge('top'), bottom: edge('bottom') },
      horizontal: alignment?.getAttribute('horizontal') ?? null,
      vertical: alignment?.getAttribute('vertical') ?? null,
      wrap: alignment?.getAttribute('wrapText') === '1',
      shrink: alignment?.getAttribute('shrinkToFit') === '1',
      locked: !['0', 'false'].includes(children(xf, 'protection')[0]?.getAttribute('locked') ?? '1'),
    };
  });
}

function rgb(node: Node | undefined): string | null {
  const value = node?.getAttribute('rgb') ?? null;
  return value === null ? null : value.slice(2);
}

/**
 * A number as a spreadsheet program shows it; knows quoted words, digits, thousands, percent and the sections
 * `positive;negative;zero` (ISO/IEC 29500-1, 18.8.31), and refuses the rest.
 */
export function displayed(number: string, format: string): string {
  if (format === 'General') return number;
  if (format === ';;;') return '';
  const [positive, negative, zero] = format.split(';');
  if (negative === undefined || zero === undefined) return inSection(number, format);
  if (Number(number) === 0) return inSection(number, zero);
  // A negative section has the sign in its own words, if it wants one.
  return Number(number) < 0 ? inSection(number.replace('-', ''), negative) : inSection(number, positive as string);
}

function inSection(number: string, section: string): string {
  const parts = /^([+-]?(?:"[^"]*")*)([#0,]+)(\.0+)?(%?)((?:"[^"]*")*)$/.exec(section);
  if (parts === null) throw new Error(`the reader does not know the number format ${section}`);
  const [, before = '', integer = '', decimals = '.', percent, after = ''] = parts;
  const digits = new Intl.NumberFormat('en-US', {
    style: percent === '' ? 'decimal' : 'percent',
    useGrouping: integer.includes(','),
    minimumIntegerDigits: Math.max(1, integer.replaceAll(/[#,]/g, '').length),
    minimumFractionDigits: decimals.length - 1,
    maximumFractionDigits: decimals.length - 1,
  }).format(number as `${number}`);
  return [before.replaceAll('"', ''), digits, after.replaceAll('"', '')].join('');
}

/** Text of a shared string: its runs one after another, with `_x000D_` escapes undone. */
export function readString(item: Node): string {
  const runs = children(item, 'r').length > 0 ? children(item, 'r', 't') : children(item, 't');
  return runs
    .map(text)
    .join('')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
