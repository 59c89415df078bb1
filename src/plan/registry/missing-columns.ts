import type { ColumnRegistry } from './schema.ts';

/**
 * The districts that the registry has throughout the year, or has today for a table without a year, and that a table lacks. None
 * where most are lacking: then the registry is of another city, or the table of a part.
 */
export function missingColumns(registry: ColumnRegistry, year: number | null, columns: readonly string[]): string[] {
  const expected = districtsOf(registry, year);
  const missing = expected.filter((name) => !columns.includes(name));
  return missing.length * 2 > expected.length ? [] : missing;
}

function districtsOf({ columns, former }: ColumnRegistry, year: number | null): string[] {
  const districts = columns.filter(({ kind }) => kind === 'district');
  if (year === null) return districts.map(({ name }) => name);
  const [first, last] = [`${year}-01`, `${year}-12`];
  const now = districts.filter(({ since }) => since === undefined || since <= first);
  // A former district began when another was given up for it; one that follows none is as old as any table.
  const began = (name: string) =>
    former
      .flatMap(({ until, renamed, became }) => (renamed === name || became?.includes(name) ? until : []))
      .sort()
      .at(0);
  const then = former.filter(({ name, until }) => until > last && (began(name) ?? first) <= first);
  return [...new Set([...now, ...then].map(({ name }) => name))];
}
