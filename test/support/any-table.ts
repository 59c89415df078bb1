import fc from 'fast-check';
import type { Align, Cell, Row, Table } from '../../src/model/document.ts';
import { run, textCell } from '../../src/model/text.ts';

/** How large and how nasty tables get. */
export interface TableLimits {
  readonly columns: { readonly min: number; readonly max: number };
  readonly groups: { readonly min: number; readonly max: number };
  /** Rows of one project. */
  readonly rows: number;
  /** Characters of a long text. */
  readonly words: number;
}

const units = ['家', '人次', '万平方米', '个', '公里', '%'];
const sentence = '新建（改建）“安居守护”社区服务站，完成城乡公交线路优化、地铁接驳；18.95万人次AED培训《办法》';
const aligns: readonly Align[] = ['left', 'center', 'right'];

/** A stream of numbers below a bound, the same for the same seeds. */
type Next = (below: number) => number;

/**
 * Tables as offices make them, and worse: heads one to four rows deep over groups of columns, names over all rows of a
 * project and labels over some of them, notes across all figures, empty cells, figures with units, long texts.
 */
export function anyTable(limits: TableLimits): fc.Arbitrary<Table> {
  return fc
    .record({
      depth: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer(limits.columns),
      leading: fc.integer({ min: 1, max: 4 }),
      groups: fc.array(fc.integer({ min: 1, max: limits.rows }), {
        minLength: limits.groups.min,
        maxLength: limits.groups.max,
      }),
      seeds: fc.array(fc.nat(9999), { minLength: 97, maxLength: 97 }),
      marked: fc.integer({ min: -1, max: 60 }),
    })
    .map(({ depth, columns, leading, groups, seeds, marked }): Table => {
      let used = 0;
      const next: Next = (below) => (seeds[used++ % seeds.length] as number) % below;
      const lead = Math.min(leading, columns);
      return {
        kind: 'table',
        name: '任意',
        columns: Array.from({ length: columns }, (_, index) => ({
          key: `c${index}`,
          width: index === 1 ? 8 : 2 + next(3),
          align: aligns[index < lead ? next(2) : next(3)] as Align,
          marked: index === marked,
        })),
        head: headRows(depth, columns, lead, next),
        groups: groups.map((rows, group) => groupRows(group, rows, columns, lead, limits.words, next)),
      };
    });
}

function headRows(depth: number, columns: number, leading: number, next: Next): Row[] {
  const rows: Cell[][] = Array.from({ length: depth }, () => []);
  const head = (text: string, options: Partial<Cell>) => textCell(text, { header: true, ...options });
  for (let column = 0; column < leading; column += 1) rows[0]?.push(head(`栏${column + 1}`, { rowspan: depth }));
  const fill = (from: number, to: number, level: number) => {
    for (let column = from; column < to; ) {
      const span = level < depth - 1 ? Math.min(to - column, 1 + next(6)) : 1;
      const grouped = span > 1;
      const text = grouped ? `第${level + 1}层${column + 1}` : `区${column + 1}`;
      rows[level]?.push(head(text, grouped ? { colspan: span } : { rowspan: depth - level }));
      if (grouped) fill(column, column + span, level + 1);
      column += span;
    }
  };
  fill(leading, columns, 0);
  return rows.map((cells) => ({ key: null, cells }));
}

function groupRows(group: number, rows: number, columns: number, leading: number, words: number, next: Next): Row[] {
  /** By leading column, the rows that the cell above still covers. */
  const covered = new Array<number>(leading).fill(0);
  return Array.from({ length: rows }, (_, row): Row => {
    const cells: Cell[] = [];
    for (let column = 0; column < leading; column += 1) {
      covered[column] = (covered[column] as number) - 1;
      if ((covered[column] as number) > 0) continue;
      const rowspan = column < 2 ? rows : 1 + next(rows - row);
      covered[column] = rowspan;
      cells.push(textCell(leadingText(group, row, column, words, next), { rowspan }));
    }
    if (columns - leading > 1 && next(8) === 0)
      return {
        key: null,
        cells: [
          ...cells,
          textCell(`注${group + 1}.${row + 1}：${long(20 + next(words), next)}`, {
            colspan: columns - leading,
            align: 'left',
          }),
        ],
      };
    for (let column = leading; column < columns; column += 1) cells.push(valueCell(group, row, column, next));
    return { key: null, cells };
  });
}

function leadingText(group: number, row: number, column: number, words: number, next: Next): string {
  if (column === 0) return String(group + 1);
  if (column === 1) return `项目${group + 1}${long(next(5) === 0 ? words : next(40), next)}`;
  return `标签${group + 1}.${row + 1}${next(3) === 0 ? '市卫生健康委员会' : ''}`;
}

function valueCell(group: number, row: number, column: number, next: Next): Cell {
  const kind = next(10);
  if (kind < 2) return textCell('');
  if (kind === 2) return textCell('—');
  if (kind === 3) {
    const content = [
      run(`${group + 1}/${row + 2}\n`),
      { text: `■滞后${column}`, strong: true, tone: 'lagging' as const },
    ];
    return { ...textCell(''), content };
  }
  const unit = units[next(units.length)] as string;
  const number = unit === '万平方米' ? `${next(200) / 10}` : String(next(20000));
  const format = `${number.includes('.') ? '0.0' : '0'}"${unit}"`;
  return textCell(number + unit, { value: { number, format, formula: null } });
}

function long(length: number, next: Next): string {
  const start = next(sentence.length);
  return sentence.repeat(Math.ceil(length / sentence.length) + 1).slice(start, start + length);
}
