import { continuedContent } from '../paged/table-text.ts';
import type { Box, SheetPlan } from './sheet-plan.ts';
import { linesIn, textLines } from './text-size.ts';

/**
 * The boxes of a sheet as its pages show them: one that a page break divides ends there and begins anew, so that it is
 * closed on both pages. Its words stand in the first part with room for them and again with 「（续）」 in those after it,
 * as far as these have room; words that no part has room for are divided between lines.
 */
export function divideBoxes(plan: SheetPlan, breaks: readonly number[]): Box[] {
  return plan.boxes.flatMap((box) => {
    const inside = breaks.filter((row) => row > box.row && row < box.row + box.rowspan);
    return inside.length === 0 ? [box] : parts(box, inside, plan);
  });
}

function parts(box: Box, inside: readonly number[], { heights, columns }: SheetPlan): Box[] {
  const starts = [box.row, ...inside];
  const end = box.row + box.rowspan;
  const width = columns.widths.slice(box.column, box.column + box.colspan).reduce((sum, each) => sum + each, 0);
  // The remark is made once, where the box begins.
  const regions = starts.map((row, index) => ({
    row,
    rowspan: (inside[index] ?? end) - row,
    note: index === 0 ? box.note : undefined,
  }));
  const capacity = ({ row, rowspan }: Pick<Box, 'row' | 'rowspan'>) =>
    linesIn(
      heights.slice(row, row + rowspan).reduce((sum, height) => sum + height, 0),
      box.look.size,
    );
  const empty: Box['content'] = { kind: 'text', runs: [] };
  const { content } = box;
  if (content.kind === 'number')
    return regions.map((region, index) => ({ ...box, ...region, content: index === 0 ? content : empty }));

  const lines = textLines(content.runs, box.look.size, width);
  const again = continuedContent(content.runs);
  const linesAgain = textLines(again, box.look.size, width).length;
  const whole = regions.findIndex((region) => capacity(region) >= lines.length);
  const from = Math.max(0, whole);
  let shown = 0;
  return regions.map((region, index) => {
    const room = capacity(region);
    if (index < from) return { ...box, ...region, content: empty };
    if (shown === lines.length)
      return { ...box, ...region, content: linesAgain <= room ? { kind: 'text', runs: again } : empty };
    const start = shown;
    const last = index === regions.length - 1;
    shown = last ? lines.length : Math.min(lines.length, shown + Math.max(1, room));
    const runs = shown - start === lines.length ? content.runs : lines.slice(start, shown).flat();
    return { ...box, ...region, content: { kind: 'text', runs } };
  });
}
