import { children, type Node, parseXml, text } from './xml.ts';

/** A native line chart as its part tells it, without the code that wrote it. */
export interface ReadChart {
  readonly title: string;
  /** What becomes of a missing value. */
  readonly blanks: string;
  readonly scale: { readonly least: number; readonly most: number; readonly step: number; readonly format: string };
  /** By their index. */
  readonly series: readonly ReadSeries[];
}

export interface ReadSeries {
  readonly name: string;
  readonly categories: readonly string[];
  readonly values: readonly (string | null)[];
  readonly references: { readonly name: string; readonly categories: string; readonly values: string };
  readonly dash: string;
  readonly marker: string;
  /** Filled with paper. */
  readonly open: boolean;
  /** Its place in painting; later ones lie above. */
  readonly painted: number;
  readonly labels: readonly { readonly category: number; readonly format: string; readonly shows: readonly string[] }[];
  /** Where the only label stands, as a share of the chart's height from the top; null without one. */
  readonly labelY: number | null;
}

const layout = ['layout', 'manualLayout'];

/** Reads a chart part; throws on XML that is not well-formed. */
export function readChart(xml: string): ReadChart {
  const root = parseXml(new TextEncoder().encode(xml));
  const chart = one(root, 'chart');
  const plot = one(chart, 'plotArea');
  const axis = one(plot, 'valAx');
  const scale = {
    least: Number(val(axis, 'scaling', 'min')),
    most: Number(val(axis, 'scaling', 'max')),
    step: Number(val(axis, 'majorUnit')),
    format: one(axis, 'numFmt').getAttribute('formatCode') ?? '',
  };
  const inside = { top: Number(val(plot, ...layout, 'y')), height: Number(val(plot, ...layout, 'h')) };
  const yOf = (value: number) => inside.top + inside.height * (1 - (value - scale.least) / (scale.most - scale.least));
  return {
    title: children(chart, 'title', 'tx', 'rich', 'p', 'r', 't').map(text).join(''),
    blanks: val(chart, 'dispBlanksAs'),
    scale,
    series: children(plot, 'lineChart', 'ser')
      .toSorted((a, b) => Number(val(a, 'idx')) - Number(val(b, 'idx')))
      .map((series) => readSeries(series, yOf)),
  };
}

function readSeries(series: Node, yOf: (value: number) => number): ReadSeries {
  const values = cached(series, 'val', 'numRef', 'numCache');
  const labels = children(series, 'dLbls', 'dLbl');
  const [label] = labels;
  const at = label === undefined ? null : (values[Number(val(label, 'idx'))] ?? null);
  return {
    name: cached(series, 'tx', 'strRef', 'strCache')[0] ?? '',
    categories: cached(series, 'cat', 'strRef', 'strCache').map((category) => category ?? ''),
    values,
    references: {
      name: text(one(series, 'tx', 'strRef', 'f')),
      categories: text(one(series, 'cat', 'strRef', 'f')),
      values: text(one(series, 'val', 'numRef', 'f')),
    },
    dash: val(series, 'spPr', 'ln', 'prstDash'),
    marker: val(series, 'marker', 'symbol'),
    open: val(series, 'marker', 'spPr', 'solidFill', 'srgbClr') === 'FFFFFF',
    painted: Number(val(series, 'order')),
    labels: labels.map((each) => ({
      category: Number(val(each, 'idx')),
      format: one(each, 'numFmt').getAttribute('formatCode') ?? '',
      shows: ['LegendKey', 'Val', 'CatName', 'SerName'].filter((part) => val(each, `show${part}`) === '1'),
    })),
    labelY: label === undefined || at === null ? null : yOf(Number(at)) + Number(val(label, ...layout, 'y')),
  };
}

/** The values of a cache, by their index; null where it has none. */
function cached(node: Node, ...path: string[]): (string | null)[] {
  const cache = one(node, ...path);
  const points = new Map(
    children(cache, 'pt').map((point) => [Number(point.getAttribute('idx')), text(children(point, 'v')[0])]),
  );
  return Array.from({ length: Number(val(cache, 'ptCount')) }, (_, index) => points.get(index) ?? null);
}

function one(node: Node, ...path: string[]): Node {
  const [found] = children(node, ...path);
  if (found === undefined) throw new Error(`no ${path.join('/')}`);
  return found;
}

function val(node: Node, ...path: string[]): string {
  return one(node, ...path).getAttribute('val') ?? '';
}
