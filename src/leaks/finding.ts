import type { Diagnostic } from '../model/diagnostic.ts';
import type { Where } from '../verify/where.ts';

/** A leak before it is told: those alike in a file are told as one. */
export interface Leak {
  /** Alike are those with one key. */
  readonly key: string;
  readonly where: Where;
  /** The diagnostic, with the places where it was found. */
  tell(places: readonly Where[]): Diagnostic;
}

/** Leaks of a file, each kind of one owner once, with all their places. */
export function toldOnce(leaks: readonly Leak[]): Diagnostic[] {
  return [...Map.groupBy(leaks, ({ key }) => key).values()].map((alike) => {
    const [first] = alike as [Leak, ...Leak[]];
    const places = new Map(alike.map(({ where }) => [JSON.stringify(where), where]));
    return first.tell([...places.values()]);
  });
}
