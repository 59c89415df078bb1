import { z } from 'zod';
import { tones } from './document.ts';

const colour = z.string().regex(/^#[0-9A-F]{6}$/, 'a colour is written #RRGGBB in capitals');
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

/** The look of every document, read from `templates/theme.json`. Sizes in points, margins in millimetres. */
export const themeSchema = z.strictObject({
  /** Face name → font file: a path below the theme's folder, or `package:NAME/path` for an installed font package. */
  faces: z.record(z.string(), z.string()),
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
  sizes: z.strictObject({
    title: points,
    heading: points,
    body: points,
    note: points,
    pageNumber: points,
    /** Largest size of table text; a wide table may be set smaller, never below `tableMin`. */
    table: points,
    tableMin: points,
  }),
  /** GB/T 9704-2012: 37 mm top, 28 mm binding edge, text block 156 × 225 mm on A4 portrait. */
  margins: z.strictObject({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres }),
  /** Margins of landscape pages, which carry the wide tables. */
  landscapeMargins: z.strictObject({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres }),
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

export type Theme = z.infer<typeof themeSchema>;
export type Typeface = z.infer<typeof typeface>;
