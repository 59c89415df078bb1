import type { Diagnostic } from '../../model/diagnostic.ts';
import { looksLikeDistrict } from '../../model/district-name.ts';
import type { Place } from '../../model/document.ts';
import type { Column } from '../../model/plan.ts';
import { oneEditApart } from './one-edit-apart.ts';
import { aliasRead, dissolved, misspelt, premature, renamedRead, unregistered } from './problems.ts';
import type { ColumnRegistry, FormerColumn } from './schema.ts';

/** A column by its label; what is to be said of the name, if anything. */
export interface NamedColumn {
  readonly name: string;
  readonly kind: Column['kind'];
  readonly tell: ((at: Place | null) => Diagnostic) | null;
}

/** The names of columns as they were in the year of a table. */
export interface ColumnNames {
  /** Whether the label is a registered name, present or former. */
  isKnown(label: string): boolean;
  /** Names a column that is no 市本级 by its label alone. */
  named(label: string): NamedColumn;
}

/**
 * The registry's names for a table of this year, in which a name of any of its months may stand; without a year, of
 * today. Without a registry every label is its own name.
 */
export function columnNames(registry: ColumnRegistry | null, year: number | null): ColumnNames {
  if (registry === null) return { isKnown: () => false, named: (name) => ({ name, kind: 'district', tell: null }) };
  const { city, columns, former } = registry;
  const has = (label: string) => (column: { name: string; aliases: string[] }) =>
    column.name === label || column.aliases.includes(label);
  const current = (label: string) => columns.find(has(label));
  const there = ({ until }: FormerColumn) => year !== null && until > `${year}-01`;
  const labels = [...new Set([...columns, ...former].flatMap(({ name, aliases }) => [name, ...aliases]))];

  /** Whose name holds in the year of the table; `seen` ends a registry that runs in a circle. */
  const successors = (name: string, seen: readonly string[]): string[] => {
    const gone = former.filter((one) => one.name === name && !there(one));
    if (gone.length === 0 || current(name) || seen.includes(name)) return [name];
    const next = gone.flatMap(({ renamed, became }) => became ?? renamed ?? []);
    return [...new Set(next.flatMap((one) => successors(one, [...seen, name])))];
  };

  const named = (label: string): NamedColumn => {
    const past = former.filter(has(label));
    const then = past.find(there);
    const now = current(label);
    const early = now?.since !== undefined && year !== null && now.since > `${year}-12`;
    if (now && !early) return { name: now.name, kind: now.kind, tell: alias(label, now.name) };
    if (then) return { name: then.name, kind: 'district', tell: alias(label, then.name) };
    if (now) {
      const origins = former.filter(({ became }) => became?.includes(now.name)).map(({ name }) => name);
      const data = { label, since: now.since ?? '', year: String(year), origins: [...new Set(origins)].join('、') };
      return { name: now.name, kind: now.kind, tell: (at) => premature(data, at, { column: now.name }) };
    }
    const gone = past.at(-1);
    if (gone) return leftBehind(label, gone, successors(gone.name, []));
    const near = labels.filter((known) => oneEditApart(label, known));
    return {
      name: label,
      kind: 'district',
      tell:
        near.length > 0
          ? (at) => misspelt({ label, known: near.join('、') }, at, { column: label })
          : looksLikeDistrict(label)
            ? (at) => unregistered({ label, city }, at, { column: label })
            : null,
    };
  };
  return { isKnown: (label) => labels.includes(label), named };
}

function alias(label: string, name: string): NamedColumn['tell'] {
  return label === name ? null : (at) => aliasRead({ label, name }, at, { column: name });
}

/** A name that is out of use: its only successor, or a question. */
function leftBehind(label: string, { renamed, until, why }: FormerColumn, candidates: string[]): NamedColumn {
  const [name, ...others] = candidates;
  if (renamed !== undefined && name !== undefined && others.length === 0)
    return { name, kind: 'district', tell: (at) => renamedRead({ label, name, until }, at, { column: name }) };
  const data = { label, until, candidates: candidates.join('、'), why: why ?? '' };
  return { name: label, kind: 'district', tell: (at) => dissolved(data, at, { column: label }) };
}
