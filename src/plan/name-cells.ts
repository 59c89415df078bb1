import type { Diagnostic } from '../model/diagnostic.ts';
import { mentionsIn } from '../model/mentions.ts';
import type { NameCell } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import { joinedName } from './row-problems.ts';
import type { ProjectRows } from './rows.ts';

/**
 * The 项目名称 cells of a project. A name that goes on at the head of the next page is joined to what stands above,
 * unless that part already speaks of the targets beside it; then it is a cell of its own, as one in mid-page is.
 */
export function nameCellsOf(
  rows: ProjectRows['rows'],
  quantities: readonly (Quantity | null)[],
): { cells: NameCell[]; diagnostics: Diagnostic[] } {
  const cells: (NameCell & { from: number })[] = [];
  const diagnostics: Diagnostic[] = [];
  let target = 0;
  for (const { fields, opensPage } of rows) {
    const { text, original } = fields.name;
    const above = cells.at(-1);
    if (text !== '' || !above) {
      const cut = above && opensPage && mentionsIn(above.text, quantities.slice(above.from, target)).length === 0;
      if (above && cut) {
        cells[cells.length - 1] = { ...above, text: above.text + text, original: `${above.original}${original}` };
        diagnostics.push(joinedName({ name: above.text + text }, fields.name.at));
      } else cells.push({ text, original, targets: 0, from: target });
    }
    if (fields.target.text === '') continue;
    const current = cells.at(-1) as NameCell & { from: number };
    cells[cells.length - 1] = { ...current, targets: current.targets + 1 };
    target += 1;
  }
  return { cells: cells.map(({ text, original, targets }) => ({ text, original, targets })), diagnostics };
}
