import type { Shape } from './shape.ts';

/** Where a path starts: a shape, and a name for it by which proven facts are remembered. */
export interface Base {
  readonly shape: Shape;
  readonly id: string;
}

/** One level of `this`; `../` leads to `outer`. A partial begins anew: it sees its own context only. */
export interface Scope {
  readonly base: Base;
  readonly outer: Scope | null;
}

/** The `@index` and `@key` of one `{{#each}}`; `@../index` leads to `outer`. */
export interface Loop {
  readonly key: Shape;
  readonly outer: Loop | null;
}

/** All that is known at one place of a template. */
export interface Surroundings {
  readonly file: string;
  readonly root: Base;
  readonly scope: Scope;
  readonly loop: Loop | null;
  /** Block parameters, `as |row i|`. */
  readonly named: ReadonlyMap<string, Base>;
  /** Ids of paths that a surrounding `{{#if}}` or `{{#with}}` has proven present. */
  readonly proven: ReadonlySet<string>;
}

/** The surroundings at the start of a file. */
export function beginningOf(
  file: string,
  base: Base,
  root: Base,
  proven: ReadonlySet<string> = new Set(),
): Surroundings {
  return { file, root, scope: { base, outer: null }, loop: null, named: new Map(), proven };
}

/** One level deeper, `this` being `base`. */
export function enter(around: Surroundings, base: Base): Surroundings {
  return { ...around, scope: { base, outer: around.scope } };
}

/** With names for things, as `as |row i|` gives them; more names than things are ignored by Handlebars. */
export function naming(
  around: Surroundings,
  names: readonly string[] | undefined,
  bases: readonly Base[],
): Surroundings {
  if (names === undefined || names.length === 0) return around;
  const named = new Map(around.named);
  for (const [i, name] of names.entries()) {
    const base = bases[i];
    if (base !== undefined) named.set(name, base);
  }
  return { ...around, named };
}

export function proving(around: Surroundings, ids: readonly string[]): Surroundings {
  return ids.length === 0 ? around : { ...around, proven: new Set([...around.proven, ...ids]) };
}
