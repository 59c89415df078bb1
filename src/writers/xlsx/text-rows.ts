import { colophonWords } from '../../model/colophon.ts';
import type { Colophon, Heading, List, Paragraph, ParagraphRole, TextRun } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import { addRows, type Look, type SheetPlan } from './sheet-plan.ts';
import { textHeight } from './text-size.ts';

/** How a line of text across the sheet is set; `lead` stands before it as indentation of its first line. */
export interface TextStyle {
  readonly face: Look['face'];
  readonly size: 'title' | 'heading' | 'body' | 'note' | 'imprint' | 'table';
  readonly align: Look['align'];
  readonly lead: string;
  readonly indent: number;
  /** Height beyond the text, in lines. */
  readonly space: number;
}

/** 公文 begin every paragraph two characters in (GB/T 9704-2012, 7.3.3); a cell's own indent would move all its lines. */
const twoCharacters = '　　';

const plain: TextStyle = { face: 'body', size: 'body', align: 'left', lead: '', indent: 0, space: 0 };

const headings: Record<Heading['level'], TextStyle> = {
  1: { ...plain, face: 'title', size: 'title', align: 'center', space: 0.5 },
  2: { ...plain, face: 'heading', size: 'heading', lead: twoCharacters, space: 0.25 },
  3: { ...plain, face: 'subheading', lead: twoCharacters, space: 0.25 },
};

const paragraphs: Record<ParagraphRole, TextStyle> = {
  body: { ...plain, lead: twoCharacters },
  lead: { ...plain, lead: twoCharacters },
  number: { ...plain, align: 'center' },
  imprint: { ...plain, align: 'center' },
  'annex-list': { ...plain, lead: twoCharacters, space: 1 },
  'annex-label': { ...plain, face: 'heading', size: 'heading' },
  'table-unit': { ...plain, size: 'note', align: 'right' },
  note: { ...plain, size: 'note' },
  signature: { ...plain, align: 'right', indent: 2 },
};

export function addHeading(heading: Heading, plan: SheetPlan): void {
  addText(plan, headings[heading.level], heading.content);
}

export function addParagraph(paragraph: Paragraph, plan: SheetPlan): void {
  addText(plan, paragraphs[paragraph.role], paragraph.content);
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

/** One text across all columns of the sheet, in as many merged rows as its height needs. */
export function addText(
  plan: SheetPlan,
  style: TextStyle,
  content: readonly TextRun[],
  look: Partial<Look> = {},
): void {
  const runs = style.lead === '' ? content : [run(style.lead), ...content];
  const size = plan.theme.sizes[style.size];
  const { widths } = plan.columns;
  const width = widths.reduce((sum, next) => sum + next, 0) - style.indent * 2;
  const row = plan.heights.length;
  const rowspan = addRows(plan, textHeight(runs, size, width) + style.space * size);
  plan.boxes.push({
    row,
    column: 0,
    rowspan,
    colspan: widths.length,
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
