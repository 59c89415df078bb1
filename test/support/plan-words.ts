import type { Plan } from '../../src/model/plan.ts';

/** A plan without the places of its cells and their spelling in the file, to compare what two files say. */
export function planWords(plan: Plan | null): unknown {
  return JSON.parse(
    JSON.stringify(plan, (key, value) => (key === 'at' || key === 'places' || key === 'original' ? undefined : value)),
  );
}
