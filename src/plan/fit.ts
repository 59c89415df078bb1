import type { Diagnostic } from '../model/diagnostic.ts';
import { type HeaderTree, leavesOf } from './header-tree.ts';
import { blankField, type Field, type Line } from './lines.ts';
import { crowdedColumn, strayCell } from './problems.ts';

/** A row under its header. */
export interface Fitted {
  /** One field for each leaf. */
  readonly line: Line;
  readonly problems: readonly Diagnostic[];
  /** Blank fields right of the last leaf. */
  readonly overhang: number;
}

/** One field for each leaf of the header; what stands right of the last one must be blank. */
export function fitTo({ nodes, reaches }: HeaderTree, line: Line): Fitted {
  const problems: Diagnostic[] = [];
  const fitted = reaches.map(({ from, to }, index): Field => {
    if (to === from + 1 && line[from]?.colspan === 1) return line[from];
    const [field, second] = line.slice(from, to).filter(({ text }) => text !== '');
    if (second) {
      const label = leavesOf(nodes)[index]?.label ?? '';
      problems.push(crowdedColumn({ label, text: second.text }, second.at));
    }
    if (!field) return line[from] ?? blankField;
    const end = line.indexOf(field) + field.colspan;
    return { ...field, colspan: reaches.filter((reach) => reach.to > from && reach.from < end).length };
  });
  const rest = line.slice(reaches.at(-1)?.to ?? 0);
  for (const field of rest) if (field.text !== '') problems.push(strayCell({ text: field.text }, field.at));
  return { line: fitted, problems, overhang: rest.filter(({ text, present }) => text === '' && present).length };
}
