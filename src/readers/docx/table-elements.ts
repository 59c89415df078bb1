import { sampleOf } from '../findings.ts';
import { limits } from '../package/limits.ts';
import { tooLarge } from '../package/too-large.ts';
import { attribute } from '../package/walk-xml.ts';
import type { Elements } from './elements.ts';
import { addText, cellText, nestedText, newFlow } from './flow.ts';
import { hiddenRow, nestedTable, numberedCell } from './problems.ts';
import { flowOf, placeOf, type Story } from './story.ts';
import { draftTable } from './table-draft.ts';

/** Tables (ISO/IEC 29500-1, 17.4): rows and cells as written; `draftTable` resolves the merges. */
export const tableElements: Elements = {
  tbl: {
    open(story) {
      const { cell } = flowOf(story);
      if (story.tables.length >= limits.tableDepth)
        throw tooLarge('tables', story.tables.length + 1, limits.tableDepth, placeOf(story));
      if (cell === null) story.tableCount += 1;
      const name = cell?.at.part ?? `表${story.tableCount}`;
      story.tables.push({ name, widths: [], rows: [], row: null, count: 0 });
    },
    close(story) {
      const draft = story.tables.pop();
      if (draft === undefined) return;
      const flow = flowOf(story);
      if (flow.cell !== null) {
        const text = nestedText(draft);
        addText(flow, text);
        story.findings.add(nestedTable, { text: sampleOf(text) }, placeOf(story));
        return;
      }
      const width = draft.rows.reduce((most, row) => Math.max(most, row.width), 0);
      if (width * draft.rows.length > limits.positions)
        throw tooLarge('cells', width * draft.rows.length, limits.positions, { ...story.at, part: draft.name });
      if (width > 0) flow.blocks.push(draftTable(draft.name, draft.rows, draft.widths, story.source, story.findings));
    },
  },
  gridCol: {
    open(story, attributes) {
      const table = story.tables.at(-1);
      if (table && table.widths.length < limits.columns) table.widths.push(Number(attribute(attributes, 'w')) || 0);
    },
  },
  tr: {
    open(story) {
      const table = story.tables.at(-1);
      if (table === undefined) return;
      table.count += 1;
      table.row = { number: table.count, cells: [], column: 0, header: false, deleted: false };
    },
    close(story) {
      const table = story.tables.at(-1);
      const row = table?.row;
      if (!table || !row) return;
      table.row = null;
      if (!row.deleted)
        table.rows.push({ number: row.number, header: row.header, cells: row.cells, width: row.column });
    },
  },
  gridBefore: { open: (story, attributes) => skipColumns(story, attribute(attributes, 'val')) },
  tblHeader: {
    open(story, attributes) {
      const row = story.tables.at(-1)?.row;
      if (row) row.header = isOn(attribute(attributes, 'val'));
    },
  },
  hidden: {
    open(story, attributes) {
      const table = story.tables.at(-1);
      if (!table?.row || story.path.at(-2) !== 'trPr' || !isOn(attribute(attributes, 'val'))) return;
      story.findings.add(hiddenRow, {}, { ...story.at, part: table.name, row: table.row.number });
    },
  },
  tc: {
    open(story) {
      const table = story.tables.at(-1);
      const row = table?.row;
      if (!table || !row) return;
      story.cellCount += 1;
      if (story.cellCount > limits.positions)
        throw tooLarge('cells', story.cellCount, limits.positions, placeOf(story));
      const outer = flowOf(story).cell?.at;
      const at = outer ?? { source: story.source, part: table.name, row: row.number, column: row.column + 1 };
      story.flows.push(newFlow({ at, column: row.column, span: 1, merge: null, joinsLeft: false, numbered: false }));
    },
    close(story) {
      const row = story.tables.at(-1)?.row;
      const flow = story.flows.at(-1);
      if (!row || !flow || flow.cell === null) return;
      const { column, span, merge, joinsLeft, numbered, at } = flow.cell;
      const text = cellText(flow);
      if (text.length > limits.textLength) throw tooLarge('characters', text.length, limits.textLength, at);
      if (numbered && text.trim() === '') story.findings.add(numberedCell, {}, at);
      story.flows.pop();
      const left = row.cells.at(-1);
      if (joinsLeft && left) row.cells[row.cells.length - 1] = { ...left, span: left.span + span };
      else row.cells.push({ column, span, merge, text });
      row.column = column + span;
    },
  },
  gridSpan: {
    open(story, attributes) {
      const { cell } = flowOf(story);
      if (cell === null || story.path.at(-2) !== 'tcPr') return;
      cell.span = columnCount(story, attribute(attributes, 'val'));
      checkWidth(story, cell.column + cell.span);
    },
  },
  vMerge: {
    open(story, attributes) {
      const { cell } = flowOf(story);
      if (cell !== null) cell.merge = attribute(attributes, 'val') === 'restart' ? 'restart' : 'continue';
    },
  },
  hMerge: {
    open(story, attributes) {
      const { cell } = flowOf(story);
      if (cell !== null) cell.joinsLeft = attribute(attributes, 'val') !== 'restart';
    },
  },
};

/** Whether a property such as `w:tblHeader` is switched on by its value; without one it is. */
export function isOn(value: string | null): boolean {
  return value === null || !['0', 'false', 'off'].includes(value);
}

function skipColumns(story: Story, value: string | null): void {
  const row = story.tables.at(-1)?.row;
  if (!row || row.cells.length > 0 || value === '0') return;
  row.column += columnCount(story, value);
  checkWidth(story, row.column);
}

/** A number of grid columns; one where it is no number. */
function columnCount(story: Story, value: string | null): number {
  const count = value !== null && /^\d{1,9}$/.test(value) ? Number(value) : 1;
  checkWidth(story, count);
  return Math.max(1, count);
}

function checkWidth(story: Story, width: number): void {
  if (width > limits.columns) throw tooLarge('columns', width, limits.columns, placeOf(story));
}
