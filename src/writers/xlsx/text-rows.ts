import { colophonWords } from '../../model/colophon.ts';
import type { Colophon, Heading, List, Paragraph, ParagraphRole, TextRun } from '../../model/document.ts';
import { plainText, run } from '../../model/text.ts';
import { annexNames } from './annex-names.ts';
import type { SheetColumns } from './column-widths.ts';
import { pageRoom } from './page-room.ts';
import { addRows, type Look, type SheetPlan } from './sheet-plan.ts';
import { cellPadding, lineHeight, textHeight, textWidth } from './text-size.ts';

/** How a line of text across the sheet is set; `lead` stands before it as indentation of its first line. */
export interface TextStyle {
  readonly face: Look['face'];
  readonly size: 'title' | 'heading' | 'body' | 'note' | 'imprint' | 'table';
  readonly align: Look['align'];
  readonly lead: string;
  readonly indent: number;
  /** Height beyond the text, in lines. */
  readonly space: number;
  /** What the text stays with on paper. */
  readonly keep?: 'above' | 'below';
}

/** 公文 begin every paragraph two characters in (GB/T 9704-2012, 7.3.3); a cell's own indent would move all its lines. */
const twoCharacters = '　　';

const plain: TextStyle = { face: 'body', size: 'body', align: 'left', lead: '', indent: 0, space: 0 };

const headings: Record<Heading['level'], TextStyle> = {
  1: { ...plain, face: 'title', size: 'title', align: 'center', space: 0.5, keep: 'below' },
  2: { ...plain, face: 'heading', size: 'heading', lead: twoCharacters, space: 0.25, keep: 'below' },
  3: { ...plain, face: 'subheading', lead: twoCharacters, space: 0.25, keep: 'below' },
};

const paragraphs: Record<ParagraphRole, TextStyle> = {
  body: { ...plain, lead: twoCharacters },
  lead: { ...plain, lead: twoCharacters },
  number: { ...plain, align: 'center', keep: 'below' },
  imprint: { ...plain, align: 'center', keep: 'below' },
  'annex-list': { ...plain, lead: twoCharacters, space: 1, keep: 'above' },
  'annex-label': { ...plain, face: 'heading', size: 'heading', keep: 'below' },
  'table-unit': { ...plain, size: 'note', align: 'right', keep: 'below' },
  note: { ...plain, size: 'note', keep: 'above' },
  signature: { ...plain, align: 'right', indent: 2, keep: 'above' },
};

export function addHeading(heading: Heading, plan: SheetPlan): void {
  addText(plan, headings[heading.level], heading.content);
}

export function addParagraph({ role, content }: Paragraph, plan: SheetPlan): void {
  const style = paragraphs[role];
  const width = widthOf(plan.columns.widths);
  const runs = role === 'annex-list' ? annexNames(content, plan.theme.sizes[style.size], width) : content;
  addText(plan, style, runs);
}

export function addList(list: List, plan: SheetPlan): void {
  for (const [i, item] of list.items.entries()) {
    const marker = list.ordered ? `${i + 1}. ` : '· ';
    addText(plan, { ...plain, lead: `${twoCharacters}${marker}` }, item);
  }
}

/** 版记 as framed lines: a sheet has no foot of a page that it could stand at. */
export function addColophon(colophon: Colophon, plan: SheetPlan): void {
  const { copies, issuer, issued } = colophonWords(colophon);
  const framed = { border: true } as const;
  const style = { ...plain, size: 'imprint' } as const;
  if (copies !== null) addText(plan, style, [run(copies.label + copies.names)], framed);
  addText(plan, style, [run(`${issuer}　　${issued}`)], framed);
}

/** One text across the sheet, in as many merged rows as its height needs. */
export function addText(
  plan: SheetPlan,
  style: TextStyle,
  content: readonly TextRun[],
  look: Partial<Look> = {},
): void {
  const runs = style.lead === '' ? content : [run(style.lead), ...content];
  const size = plan.theme.sizes[style.size];
  const { column, colspan } = placeAcross(plan.columns, style, plainText(runs), size);
  const width = widthOf(plan.columns.widths.slice(column, column + colspan)) - style.indent * 2;
  const room = pageRoom(plan.page, plan.theme);
  const row = plan.heights.length;
  const rowspan = addRows(plan, textHeight(runs, size, width) + style.space * size, size * lineHeight, room.height);
  keepTogether(plan, style, row, rowspan);
  plan.boxes.push({
    row,
    column,
    rowspan,
    colspan,
    look: {
      face: style.face,
      size,
      bold: false,
      colour: plan.theme.colours.text,
      fill: null,
      border: false,
      align: style.align,
      indent: style.indent,
      format: null,
      ...look,
    },
    content: { kind: 'text', runs },
    where: () => ({ 'zh-CN': `工作表“${plan.name}”第${row + 1}行`, en: `sheet “${plan.name}”, row ${row + 1}` }),
  });
}

function keepTogether({ kept }: SheetPlan, { keep }: TextStyle, row: number, rowspan: number): void {
  if (rowspan > 1) kept.push({ from: row, to: row + rowspan, firm: true });
  if (keep === 'below') kept.push({ from: row + rowspan - 1, to: row + rowspan + 1, firm: true });
  if (keep === 'above' && row > 0) kept.push({ from: row - 1, to: row + 1, firm: false });
}

/**
 * Across all columns; where these print on several pages side by side, across those that only the first of them has, or
 * a short text at the left across those that all have.
 */
function placeAcross(
  { widths, repeated, starts }: SheetColumns,
  { align }: TextStyle,
  text: string,
  size: number,
): { column: number; colspan: number } {
  const end = starts[1];
  if (end === undefined) return { column: 0, colspan: widths.length };
  const fits = textWidth(text, size) + cellPadding <= widthOf(widths.slice(0, repeated));
  if (align === 'left' && fits) return { column: 0, colspan: repeated };
  return { column: repeated, colspan: end - repeated };
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, next) => sum + next, 0);
}
