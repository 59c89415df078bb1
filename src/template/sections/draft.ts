import type {
  Block,
  Cell,
  ChartBar,
  ChartSeries,
  ChartValue,
  PageSetup,
  Row,
  Section,
  TableColumn,
  TextRun,
} from '../../model/document.ts';
import type { PageName } from '../../model/theme.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import { InlineText } from './inline-text.ts';

/** The papers that a section may name. */
export type Pages = Readonly<Record<PageName, PageSetup>>;

/** Rows of one `<thead>` or `<tbody>` with the template lines they came from. */
export interface DraftRows {
  readonly rows: Row[];
  readonly places: TemplatePlace[];
}

/** What has been read of the sections so far; nothing in the vocabulary holds itself, so one of each will do. */
export interface Draft {
  readonly pages: Pages;
  readonly inline: InlineText;
  sections: Section[];
  blocks: Block[];
  items: TextRun[][];
  bars: ChartBar[];
  categories: string[];
  series: ChartSeries[];
  points: (ChartValue | null)[];
  columns: TableColumn[];
  head: DraftRows | null;
  groups: DraftRows[];
  rows: DraftRows;
  cells: Cell[];
  /** Names that must be unique in the document: of sections and of tables. */
  readonly names: Set<string>;
}

export function emptyDraft(pages: Pages): Draft {
  return {
    pages,
    inline: new InlineText(),
    sections: [],
    blocks: [],
    items: [],
    bars: [],
    categories: [],
    series: [],
    points: [],
    columns: [],
    head: null,
    groups: [],
    rows: { rows: [], places: [] },
    cells: [],
    names: new Set(),
  };
}

/** Remembers the name of a table, or of a line chart, whose figures are a table in a workbook. */
export function claimTable(draft: Draft, name: string, place: TemplatePlace): void {
  claimName(draft, `table '${name}'`, () => failAt(place, `two tables or line charts are named '${name}'`));
}

/** Remembers a name that may occur once; `taken` throws. */
export function claimName(draft: Draft, name: string, taken: () => never): void {
  if (draft.names.has(name)) taken();
  draft.names.add(name);
}
