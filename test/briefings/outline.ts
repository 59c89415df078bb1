import type { Block, Document, LineChart, Table } from '../../src/model/document.ts';
import { plainText } from '../../src/model/text.ts';

/** A document as a person reads it through: one line a paragraph, one line a table row. */
export function outlineOf(document: Document): string {
  const lines = [`标题：${document.title}`, `日期：${document.date}`, `标识：${document.banner ?? '无'}`];
  for (const section of document.sections) {
    const { paper, orientation } = section.page;
    lines.push('', `════ ${section.name}（${paper} ${orientation === 'landscape' ? '横' : '竖'}）`);
    for (const block of section.blocks) lines.push(...blockLines(block));
  }
  return `${lines.join('\n')}\n`;
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${plainText(block.content)}`];
    case 'paragraph':
      return [`[${block.role}] ${plainText(block.content)}`];
    case 'list':
      return block.items.map((item, index) => `  ${block.ordered ? `${index + 1}.` : '·'} ${plainText(item)}`);
    case 'table':
      return tableLines(block);
    case 'chart':
      return [`<${block.title}> ${block.bars.map((bar) => `${bar.label}=${bar.value}`).join(' ')}`];
    case 'colophon':
      return [`［版记］抄送：${block.copies || '无'}；${block.issuer}　${block.issued}印发`];
    case 'line-chart':
      return lineChartLines(block);
    case 'page-break':
      return ['— 分页 —'];
  }
}

function lineChartLines({ title, alt, categories, series }: LineChart): string[] {
  const values = (line: LineChart['series'][number]) =>
    line.values.map((value, i) => `${categories[i]}=${value?.number ?? '空'}`).join(' ');
  return [
    `<${title}> ${alt}`,
    ...series.map((line) => `  ${line.line} ${line.tone ?? '—'} ${line.label} ${values(line)}`),
  ];
}

function tableLines(table: Table): string[] {
  const text = (rows: Table['head'], sign: string) =>
    rows.map((row) => `${sign} ${row.cells.map((cell) => cellText(cell)).join(' | ')}`);
  return [`表 ${table.name}`, ...text(table.head, '‖'), ...table.groups.flatMap((rows) => text(rows, '|'))];
}

function cellText(cell: Table['head'][number]['cells'][number]): string {
  const span = cell.rowspan > 1 || cell.colspan > 1 ? `〔${cell.rowspan}×${cell.colspan}〕` : '';
  const formula = cell.value?.formula ? ` {=${cell.value.formula}}` : '';
  return plainText(cell.content).replaceAll('\n', '⏎') + span + formula;
}
