import { createHash } from 'node:crypto';
import type { Plan } from '../model/plan.ts';

/**
 * SHA-256 over what a plan asks of whom: its year, columns, projects and targets. Two files that say the same have the same
 * digest, however they are laid out, spelt or titled.
 */
export function planDigest({ year, columns, projects }: Plan): string {
  const asked = projects.map(({ no, name, targets }) => [
    no,
    name,
    targets.map(({ id, text, quantity, direction, partOf, leadUnits, allocations, marks, note }) => [
      [id, text, quantity?.value, quantity?.unit, direction, partOf, leadUnits, note],
      columns.map((column) => [allocations[column.name]?.value, allocations[column.name]?.unit, marks[column.name]]),
    ]),
  ]);
  const names = columns.map(({ name, kind }) => [name, kind]);
  return createHash('sha256')
    .update(JSON.stringify([year, names, asked]))
    .digest('hex');
}
