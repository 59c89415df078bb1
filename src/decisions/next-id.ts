import type { Decision } from '../model/decision.ts';

/** The next number of a year: `2023-1`, `2023-2`. Numbers are never used twice, since nothing is ever deleted. */
export function nextId(decisions: readonly Pick<Decision, 'id'>[], year: number): string {
  const numbers = decisions.flatMap(({ id }) => {
    const [, of, number] = /^(\d{4})-(\d+)$/.exec(id) ?? [];
    return Number(of) === year ? [Number(number)] : [];
  });
  return `${year}-${Math.max(0, ...numbers) + 1}`;
}
