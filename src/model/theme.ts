import { z } from 'zod';
import { tones } from './document.ts';
import { named } from './named.ts';
import { type Status, statuses } from './settings.ts';

const colour = z.string().regex(/^#[0-9A-F]{6}$/, '颜色应写成 #RRGGBB，字母大写 | must be written #RRGGBB in capitals');
const points = z.number().positive().max(72);
const millimetres = z.number().min(5).max(80);

/**
 * One typeface as each format needs it. `face` and `boldFace` name font files (see `faces`) that PDF embeds;
 * `office` is the name that Word and Excel write; `css` is the HTML stack.
 */
const typeface = z.strictObject({
  face: z.string(),
  boldFace: z.string(),
  office: z.string(),
  css: z.string(),
});

const pageSetup = z.strictObject({ paper: z.enum(['A4', 'A3']), orientation: z.enum(['portrait', 'landscape']) });

/** The papers that templates name: `text` for running text, `wide` for the wide tables. */
export const pageNames = ['text', 'wide'] as const;
export type PageName = (typeof pageNames)[number];

/** One sign that takes part in no other: who prints or copies in black must still tell the lights apart. */
const marks = z
  .strictObject(
    Object.fromEntries(
      statuses.map((status) => [status, z.string().regex(/^\S$/u, '应为一个字符 | must be one character')]),
    ) as Record<Status, z.ZodString>,
  )
  .refine(
    (all) => new Set(Object.values(all)).size === statuses.length,
    '中有两种状态用了同一个符号，黑白打印分不清 | gives two lights the same mark',
  );

const schema = z.strictObject({
  pages: z.strictObject({ text: pageSetup, wide: pageSetup }),
  /** Face name → font file: an absolute path, or one that starts at the theme's folder. */
  faces: named(z.string()),
  fonts: z.strictObject({
    /** 小标宋: title of the document and of an annex */
    title: typeface,
    /** 黑体: 一、 and 附件n */
    heading: typeface,
    /** 楷体: （一） */
    subheading: typeface,
    /** 仿宋: running text, page numbers */
    body: typeface,
    /** inside tables and charts */
    table: typeface,
  }),
  /** Faces that are tried in order for a character that a typeface's own face lacks. */
  fallback: z.array(z.string()),
  /** Whether Word files carry the characters they use, so that they look the same where the fonts are not installed. */
  embedInWord: z.boolean(),
  sizes: z.strictObject({
    title: points,
    heading: points,
    body: points,
    note: points,
    pageNumber: points,
    /** 版记: 抄送, and who printed it when */
    imprint: points,
    /** Largest size of table text; a wide table may be set smaller, never below `tableMin`. */
    table: points,
    tableMin: points,
  }),
  /** GB/T 9704-2012: 37 mm top, 28 mm binding edge, text block 156 × 225 mm on A4 portrait. */
  margins: z.strictObject({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres }),
  /** Margins of landscape pages, which carry the wide tables. */
  landscapeMargins: z.strictObject({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres }),
  /** The sign of each light, in front of its word. */
  marks,
  colours: z.strictObject({
    text: colour,
    rule: colour,
    tableHead: colour,
    /** the reader's own column */
    marked: colour,
    /** 示例数据 */
    banner: colour,
    bar: colour,
    reference: colour,
    tones: z.record(z.enum(tones), colour),
  }),
});

/** The look of every document, read from `templates/theme.yaml`. Sizes in points, margins in millimetres. */
export const themeSchema = schema.check(({ value, issues }) => {
  const named = Object.entries(value.fonts).flatMap(([name, { face, boldFace }]) => [
    { path: ['fonts', name, 'face'], face },
    { path: ['fonts', name, 'boldFace'], face: boldFace },
  ]);
  const fallback = value.fallback.map((face, index) => ({ path: ['fallback', String(index + 1)], face }));
  for (const { path, face } of [...named, ...fallback])
    if (value.faces[face] === undefined)
      issues.push({
        code: 'custom',
        message: `写的是“${face}”，但 faces 中没有这个名称 | says "${face}", which faces does not have`,
        input: face,
        path,
      });
});

export type Theme = z.infer<typeof themeSchema>;

export type Typeface = z.infer<typeof typeface>;
