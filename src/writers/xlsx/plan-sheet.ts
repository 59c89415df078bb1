import type { Block, Chart, Document, LineChart, Section, Table } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import { run } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { figuresTable } from '../chart/figures-table.ts';
import { addChart } from './chart-rows.ts';
import { columnWidths } from './column-widths.ts';
import { divideBoxes } from './divide-boxes.ts';
import { addLineChart } from './line-chart.ts';
import { sheetBreaks } from './sheet-frame.ts';
import type { PagedSheet, SheetPlan } from './sheet-plan.ts';
import { type SpreadTable, spreadTable } from './table-place.ts';
import { addTable } from './table-rows.ts';
import { addColophon, addHeading, addList, addParagraph, addText } from './text-rows.ts';

type Handlers = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, plan: SheetPlan) => void };

const handlers: Handlers = {
  heading: addHeading,
  paragraph: addParagraph,
  list: addList,
  table: addTable,
  chart: (chart, plan) => keepWhole(plan, () => addChart(chart, plan)),
  'line-chart': (chart, plan) => keepWhole(plan, () => addLineChart(chart, plan)),
  colophon: addColophon,
  'page-break': (_, plan) => {
    if (plan.heights.length > plan.printedFrom) plan.breaks.push(plan.heights.length);
  },
};

/** What is added stays on one page where it fits on one. */
function keepWhole({ heights, kept }: SheetPlan, add: () => void): void {
  const from = heights.length;
  add();
  kept.push({ from, to: heights.length, firm: false });
}

/** Lays a section out as a sheet: sizes, boxes and where its tables stand. */
export function planSheet(section: Section, document: Document, theme: Theme): PagedSheet {
  const ofKind = <K extends Block['kind']>(kind: K) =>
    section.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
  const figures = new Map<LineChart, Table>(ofKind('line-chart').map((chart) => [chart, figuresTable(chart)]));
  const tables = ofKind('table').map(spreadTable);
  const ofCharts = [...figures.values()].map(spreadTable);
  const spread = new Map<Table, SpreadTable>([...tables, ...ofCharts].map((each) => [each.table, each]));
  const charts: readonly Chart[] = ofKind('chart');
  const plan: SheetPlan = {
    name: sheetName(section.name),
    page: section.page,
    theme,
    columns: columnWidths(tables, ofCharts, charts, section.page, theme),
    spread,
    figures,
    heights: [],
    boxes: [],
    bars: [],
    charts: [],
    tables: [],
    main: mainTable(section),
    breaks: [],
    kept: [],
    printedFrom: 0,
  };
  if (document.banner !== null) {
    addBanner(document.banner, plan);
    plan.printedFrom = plan.heights.length;
  }
  for (const block of section.blocks) addBlock(block, plan);
  const pageBreaks = sheetBreaks(plan);
  return { ...plan, boxes: divideBoxes(plan, pageBreaks), pageBreaks };
}

/** The only table of a section, with nothing but notes below it. */
function mainTable({ blocks }: Section): Table | null {
  const [table, ...more] = blocks.filter((block) => block.kind === 'table');
  const last = blocks.findLast((block) => block.kind !== 'paragraph' || block.role !== 'note');
  return table !== undefined && more.length === 0 && last === table ? table : null;
}

function addBlock<K extends Block['kind']>(block: Extract<Block, { kind: K }>, plan: SheetPlan): void {
  (handlers[block.kind as K] as (block: Extract<Block, { kind: K }>, plan: SheetPlan) => void)(block, plan);
}

function addBanner(banner: string, plan: SheetPlan): void {
  const style = { face: 'heading', size: 'heading', align: 'center', lead: '', indent: 0, space: 0 } as const;
  addText(plan, style, [run(banner)], { bold: true, colour: plan.theme.colours.banner });
}

/** Excel's rules for the name of a sheet; an apostrophe is refused because print areas would be written wrongly. */
function sheetName(name: string): string {
  if (
    name === '' ||
    name.length > 31 ||
    /[[\]:*?/\\'\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(name) ||
    name.toLowerCase() === 'history'
  )
    throw new WriteError({
      'zh-CN': `节名“${name}”不能作工作表名：应为1至31个字，不含 []:*?/\\'，也不叫 History`,
      en: `section “${name}”: not a sheet name (1 to 31 characters, none of []:*?/\\', not History)`,
    });
  return name;
}
