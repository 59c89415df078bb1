import { WriteError } from '../../model/errors/write-error.ts';
import { cellAddress } from '../cell-address.ts';
import type { FormulaSite } from './sheet-plan.ts';
import type { TablePlace } from './table-place.ts';

/** A live formula may calculate and nothing else: a mailed file must not fetch, call or link. */
const functions = new Set([
  'SUM',
  'ROUND',
  'ABS',
  'MIN',
  'MAX',
  'AVERAGE',
  'COUNT',
  'IF',
  'IFERROR',
  'AND',
  'OR',
  'NOT',
  'RANK',
]);

/**
 * One token: a text, a reference of ours, a number, a function's name before its bracket, or an operator. A table whose
 * name holds spaces, ASCII brackets or operators cannot be referred to, nor a key with a comma or square bracket.
 */
const token =
  /(?<text>"(?:[^"]|"")*")|(?<table>[^\s()[\]{}"'+\-*/^&=<>,;!|%]*)\[(?<row>[^\][,]*),(?<column>[^\][,]*)\]|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Z]+)(?=\()|(?<operator>[-+*/^&=<>(),% ])/uy;

/**
 * Writes a formula of the document model in A1 style (`SUM([r1:r9,count])` → `SUM(C4:C12)`), with the sheet's name where the
 * table stands on another sheet. WriteError for what it does not know, naming table, cell and reference.
 */
export function resolveFormula(source: string, site: FormulaSite, tables: ReadonlyMap<string, TablePlace>): string {
  const fail = (chinese: string, english: string): never => {
    const { name, columns } = site.table.table;
    const key = columns[site.column]?.key;
    throw new WriteError({
      'zh-CN': `表“${name}”第${site.row + 1}行“${key}”列的公式 ${source} 有误：${chinese}`,
      en: `table “${name}”, row ${site.row + 1}, column “${key}”: formula ${source}: ${english}`,
    });
  };
  let result = '';
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const start = token.lastIndex;
    const rest = source.slice(start);
    const match = token.exec(source) ?? fail(`看不懂“${rest}”`, `cannot read “${rest}”`);
    const { name, row, column } = match.groups as Record<string, string | undefined>;
    if (name !== undefined && !functions.has(name)) fail(`不能用函数 ${name}`, `function ${name} is not allowed`);
    if (row === undefined || column === undefined) result += match[0];
    else {
      const key = match.groups?.table ?? '';
      const failHere: Fail = (chinese, english) => fail(`${match[0]} ${chinese}`, `${match[0]}: ${english}`);
      const target =
        key === '' ? site.table : (tables.get(key) ?? failHere(`没有表“${key}”`, `there is no table “${key}”`));
      result += address(target, site, row, column, failHere);
    }
  }
  return result;
}

type Fail = (chinese: string, english: string) => never;

function address(target: TablePlace, site: FormulaSite, row: string, column: string, fail: Fail): string {
  const own = target === site.table;
  const { name } = target.table;
  const noRow = (key: string) => fail(`表“${name}”没有行“${key}”`, `table “${name}” has no row “${key}”`);
  const noColumn = (key: string) => fail(`表“${name}”没有列“${key}”`, `table “${name}” has no column “${key}”`);
  const rows = ends(row, target.rows, own ? site.row : null, noRow);
  const columns = ends(column, target.columns, own ? site.column : null, noColumn);
  const single = rows.first === rows.last && columns.first === columns.last;
  // A position inside a merged cell shows what the whole cell holds, which the file keeps at its first corner.
  const placed = single ? target.grid.at[rows.first]?.[columns.first] : null;
  const [top, left] = placed ? [placed.row, placed.column] : [rows.first, columns.first];
  const [bottom, right] = placed ? [placed.row, placed.column] : [rows.last, columns.last];
  if (own && top <= site.row && site.row <= bottom && left <= site.column && site.column <= right)
    fail('引用了公式自己所在的格', 'the formula refers to its own cell');
  const first = cellAddress(target.rowStarts[top] as number, left);
  const area = single ? first : `${first}:${cellAddress((target.rowStarts[bottom + 1] as number) - 1, right)}`;
  return target.sheet === site.table.sheet ? area : `'${target.sheet.replaceAll("'", "''")}'!${area}`;
}

/** `key`, `first:last` or nothing for this one; keys that hold a colon themselves are tried first. */
function ends(
  text: string,
  index: ReadonlyMap<string, number>,
  own: number | null,
  missing: (key: string) => never,
): { first: number; last: number } {
  const find = (key: string): number => (key === '' ? own : index.get(key)) ?? missing(key);
  if (text === '' || index.has(text) || !text.includes(':')) return { first: find(text), last: find(text) };
  const colon = text.indexOf(':');
  const [a, b] = [find(text.slice(0, colon)), find(text.slice(colon + 1))];
  return { first: Math.min(a, b), last: Math.max(a, b) };
}
