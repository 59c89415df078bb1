import { z } from 'zod';
import { type Table, tones } from '../model/document.ts';

const alignment = z.enum(['left', 'center', 'right']);

const runView = z.strictObject({
  /** A line break in it breaks the line in the cell. */
  text: z.string(),
  strong: z.boolean(),
  tone: z.enum(tones).nullable(),
});

const cellView = z.strictObject({
  header: z.boolean(),
  colspan: z.int().min(1),
  rowspan: z.int().min(1),
  align: alignment.nullable(),
  value: z.strictObject({ number: z.string(), format: z.string(), formula: z.string().nullable() }).nullable(),
  content: z.array(runView),
  note: z.string().nullable(),
});

const rowView = z.strictObject({ key: z.string().nullable(), cells: z.array(cellView) });

/** A table as content of a template; `{{> table annex2}}` prints it. The fields are those of the model's `Table`. */
export const tableViewSchema = z.strictObject({
  name: z.string(),
  columns: z.array(
    z.strictObject({ key: z.string(), width: z.number().positive(), align: alignment, marked: z.boolean() }),
  ),
  head: z.array(rowView),
  groups: z.array(z.strictObject({ rows: z.array(rowView) })),
});

export type TableView = z.infer<typeof tableViewSchema>;

/** The view of a table of the model: the same table, less what a template has no use for (where a cell was read). */
export function tableViewOf(table: Table): TableView {
  return {
    name: table.name,
    columns: table.columns.map(({ key, width, align, marked }) => ({ key, width, align, marked })),
    head: table.head.map(rowViewOf),
    groups: table.groups.map((rows) => ({ rows: rows.map(rowViewOf) })),
  };
}

function rowViewOf({ key, cells }: Table['head'][number]): z.infer<typeof rowView> {
  return {
    key,
    cells: cells.map(({ header, colspan, rowspan, align, value, content, note }) => ({
      header,
      colspan,
      rowspan,
      align,
      value: value === null ? null : { ...value },
      content: content.map((run) => ({ ...run })),
      note: note ?? null,
    })),
  };
}
