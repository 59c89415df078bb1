import type { Elements } from './elements.ts';
import { trackedInTable, trackedText } from './problems.ts';
import { flowOf, placeOf, type Story } from './story.ts';

const skipped = { open: () => true } as const;

/** Tracked changes (ISO/IEC 29500-1, 17.13.5). */
export const revisionElements: Elements = {
  ins: { open: (story) => tracked(story, false) },
  moveTo: { open: (story) => tracked(story, false) },
  del: { open: (story) => tracked(story, true) },
  moveFrom: { open: (story) => tracked(story, true) },
  cellIns: { open: (story) => tracked(story, false) },
  cellDel: { open: (story) => tracked(story, false) },
  cellMerge: { open: (story) => tracked(story, false) },
  // What a property was before a tracked change.
  pPrChange: skipped,
  rPrChange: skipped,
  tblPrChange: skipped,
  tblGridChange: skipped,
  trPrChange: skipped,
  tcPrChange: skipped,
  tblPrExChange: skipped,
  numberingChange: skipped,
};

/** A change by revision: inserted text is read, deleted text and rows are not, as Word shows the final version. */
function tracked(story: Story, removed: boolean): boolean {
  const around = story.path.at(-2);
  const table = story.tables.at(-1);
  if (around === 'trPr' && table?.row) {
    story.findings.add(trackedInTable, {}, { ...story.at, part: table.name, row: table.row.number });
    table.row.deleted ||= removed;
    return true;
  }
  const at = placeOf(story);
  if (!story.tracked.has(at)) {
    story.tracked.add(at);
    story.findings.add(flowOf(story).cell === null ? trackedText : trackedInTable, {}, at);
  }
  return removed;
}
