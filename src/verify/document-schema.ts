import { z } from 'zod';
import { type Document, fileFormats, lineStyles, paragraphRoles, tones } from '../model/document.ts';

/** The shape of a document in a file. It and `Document` are of one kind; the compiler says so where they part. */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const textRun = z.strictObject({ text: z.string(), strong: z.boolean(), tone: z.enum(tones).nullable() }).readonly();
const runs = list(textRun);

const place = z.strictObject({
  source: z.string(),
  part: z.string().nullable(),
  row: z.number().nullable(),
  column: z.number().nullable(),
});

const align = z.enum(['left', 'center', 'right']);

const cell = z.strictObject({
  content: runs,
  colspan: z.number().int().positive(),
  rowspan: z.number().int().positive(),
  align: align.nullable(),
  header: z.boolean(),
  value: z.strictObject({ number: z.string(), format: z.string(), formula: z.string().nullable() }).nullable(),
  at: place.nullable(),
  note: z.exactOptional(z.string()),
});

const row = z.strictObject({ key: z.string().nullable(), cells: list(cell) });

const table = z.strictObject({
  kind: z.literal('table'),
  name: z.string(),
  columns: list(z.strictObject({ key: z.string(), width: z.number(), align, marked: z.boolean() })),
  head: list(row),
  groups: list(list(row)),
});

const chart = z.strictObject({
  kind: z.literal('chart'),
  name: z.string(),
  title: z.string(),
  alt: z.string(),
  format: z.string(),
  bars: list(z.strictObject({ label: z.string(), value: z.string(), tone: z.enum(tones).nullable() })),
  reference: z.strictObject({ label: z.string(), value: z.string() }).nullable(),
});

const lineChart = z.strictObject({
  kind: z.literal('line-chart'),
  name: z.string(),
  title: z.string(),
  alt: z.string(),
  format: z.string(),
  categories: list(z.string()),
  series: list(
    z.strictObject({
      label: z.string(),
      line: z.enum(lineStyles),
      tone: z.enum(tones).nullable(),
      values: list(z.strictObject({ number: z.string(), format: z.string() }).nullable()),
    }),
  ),
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.literal([1, 2, 3]), content: runs }),
  z.strictObject({ kind: z.literal('paragraph'), role: z.enum(paragraphRoles), content: runs }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: list(runs) }),
  z.strictObject({ kind: z.literal('colophon'), copies: z.string(), issuer: z.string(), issued: z.string() }),
  z.strictObject({ kind: z.literal('page-break') }),
  table,
  chart,
  lineChart,
]);

const section = z.strictObject({
  name: z.string(),
  page: z.strictObject({ paper: z.enum(['A4', 'A3']), orientation: z.enum(['portrait', 'landscape']) }),
  formats: z.exactOptional(list(z.enum(fileFormats))),
  blocks: list(block),
});

export const documentSchema = z.strictObject({
  title: z.string(),
  subject: z.string(),
  author: z.string(),
  keywords: list(z.string()),
  language: z.literal('zh-CN'),
  date: z.string(),
  banner: z.string().nullable(),
  sections: list(section),
}) satisfies z.ZodType<Document>;

/** What `documentSchema` gives; a `Document` fits it as long as both have the same parts. */
export type StoredDocument = z.infer<typeof documentSchema>;
