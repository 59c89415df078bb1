import type { Heading, ParagraphRole, Tone } from '../../model/document.ts';

/** Word's built-in styles, so that headings stand in the navigation pane. */
export const headingStyles: Readonly<Record<Heading['level'], string>> = { 1: 'Title', 2: 'Heading1', 3: 'Heading2' };

/** The names of the roles' styles as Word's style list shows them; their ids are the roles. */
export const roleStyles: Readonly<Record<ParagraphRole, string>> = {
  body: '公文正文',
  number: '期号',
  imprint: '刊头',
  lead: '导语',
  'annex-list': '附件说明',
  'annex-label': '附件标识',
  'table-unit': '表格单位',
  note: '表格注释',
  signature: '落款',
};

/** The names of the tones' character styles. */
export const toneStyles: Readonly<Record<Tone, string>> = {
  done: '状态 完成',
  ahead: '状态 领先',
  onpace: '状态 正常',
  slow: '状态 偏慢',
  lagging: '状态 滞后',
  critical: '状态 严重滞后',
  muted: '状态 次要',
};

/** Ids of the other styles. */
export const styleIds = {
  list: 'briefing-list',
  figure: 'figure',
  banner: 'banner',
  colophon: 'colophon',
  /** Nearly no height: stands where Word wants a paragraph and a reader wants none. */
  hairline: 'hairline',
  oddPageNumber: 'page-number-odd',
  evenPageNumber: 'page-number-even',
  table: 'briefing-table',
} as const;

/** Id of a tone's character style. */
export function toneStyle(tone: Tone): string {
  return `tone-${tone}`;
}

/** Id of the style of table text, or of table headings, of a size in points. */
export function tableTextStyle(size: number, heading: boolean): string {
  return `${heading ? 'table-heading' : 'table-text'}-${size}`;
}
