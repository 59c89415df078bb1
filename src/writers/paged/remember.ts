import type { Row, Table } from '../../model/document.ts';

/** So many settings of tables are remembered: those of a briefing's annexes at the paddings that are tried. */
const most = 12;

/**
 * Remembers the last results of a costly function that depends on its key alone. The annexes of a month are the same in every
 * district's briefing but for the marked column, and a thread writes these one after another.
 */
export function remembering<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.has(key) ? (known.get(key) as T) : make();
    known.delete(key);
    known.set(key, found);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return found;
  };
}

/** What of a table decides how it is set: all but the marks of its columns and the remarks on its cells. Tables with the same key are set alike. */
export function settingKey({ name, columns, head, groups }: Table): string {
  const set = columns.map(({ width, align }) => [width, align]);
  return JSON.stringify([name, set, rowsKey(head), groups.map(rowsKey)]);
}

function rowsKey(rows: readonly Row[]): unknown {
  return rows.map(({ key, cells }) => [
    key,
    cells.map(({ content, colspan, rowspan, align, header, value }) => [
      content,
      colspan,
      rowspan,
      align,
      header,
      value,
    ]),
  ]);
}
