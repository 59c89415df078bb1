import type { CellValue } from '../../model/document.ts';
import type { AttributesOf } from '../markup/vocabulary.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import { checkTable } from './check-table.ts';
import { claimTable, type Draft } from './draft.ts';
import type { Handler, Handlers } from './handler.ts';

/** Tables. A row group without rows is left out, and so is a table without row groups; an empty cell stays. */
export const tableHandlers: Handlers<'table' | 'colgroup' | 'col' | 'thead' | 'tbody' | 'tr' | 'th' | 'td'> = {
  table: {
    open(draft) {
      draft.columns = [];
      draft.head = null;
      draft.groups = [];
    },
    close(draft, { name }, place) {
      const { columns, head, groups } = draft;
      if (groups.length === 0) return;
      claimTable(draft, name, place);
      checkTable(name, { columns, head, groups }, place);
      draft.blocks.push({ kind: 'table', name, columns, head: head?.rows ?? [], groups: groups.map((g) => g.rows) });
    },
  },
  colgroup: {
    open(draft, _, place) {
      if (draft.columns.length > 0) failAt(place, 'a table has one <colgroup>');
    },
  },
  col: {
    open(draft, { key, width, align, marked }, place) {
      if (draft.columns.some((c) => c.key === key)) failAt(place, `two columns have the key '${key}'`);
      draft.columns.push({ key, width, align, marked });
    },
  },
  thead: {
    open(draft, _, place) {
      if (draft.head !== null || draft.groups.length > 0) failAt(place, 'a table has one <thead>, before its <tbody>');
      draft.rows = { rows: [], places: [] };
      draft.head = draft.rows;
    },
  },
  tbody: {
    open(draft) {
      draft.rows = { rows: [], places: [] };
    },
    close(draft) {
      if (draft.rows.rows.length > 0) draft.groups.push(draft.rows);
    },
  },
  tr: {
    open(draft) {
      draft.cells = [];
    },
    close({ rows, cells }, { key }, place) {
      rows.rows.push({ key, cells });
      rows.places.push(place);
    },
  },
  th: cell(true),
  td: cell(false),
};

function cell(header: boolean): Handler<'td'> {
  return {
    close(draft: Draft, attributes, place) {
      const { colspan, rowspan, align, note } = attributes;
      const value = cellValue(attributes, place);
      const remark = note === null ? {} : { note };
      draft.cells.push({ content: draft.inline.take(), colspan, rowspan, align, header, value, at: null, ...remark });
    },
  };
}

function cellValue({ value, format, formula }: AttributesOf<'td'>, place: TemplatePlace): CellValue | null {
  if (value === null) {
    if (format !== null || formula !== null) failAt(place, 'format and formula need a value');
    return null;
  }
  if (format === null) failAt(place, `the value ${value} has no format`);
  return { number: value, format, formula };
}
