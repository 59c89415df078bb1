import type { ChartValue } from '../../model/document.ts';
import type { AttributesOf } from '../markup/vocabulary.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import { claimTable } from './draft.ts';
import type { Handlers } from './handler.ts';

/** Charts. One without bars or without lines is left out, and so is a line without a figure. */
export const chartHandlers: Handlers<'chart' | 'bar' | 'line-chart' | 'category' | 'series' | 'point'> = {
  chart: {
    open(draft) {
      draft.bars = [];
    },
    close(draft, { name, title, alt, format, reference, 'reference-label': label }, place) {
      if (draft.bars.length === 0) return;
      if ((reference === null) !== (label === null))
        failAt(place, `chart '${name}': reference and reference-label go together`);
      const line = reference === null || label === null ? null : { label, value: reference };
      draft.blocks.push({ kind: 'chart', name, title, alt, format, bars: draft.bars, reference: line });
    },
  },
  bar: {
    open: (draft, { label, value, tone }) => {
      draft.bars.push({ label, value, tone });
    },
  },
  'line-chart': {
    open(draft) {
      draft.categories = [];
      draft.series = [];
    },
    close(draft, { name, title, alt, format }, place) {
      const { categories, series } = draft;
      if (series.length === 0) return;
      claimTable(draft, name, place);
      draft.blocks.push({ kind: 'line-chart', name, title, alt, format, categories, series });
    },
  },
  category: {
    open(draft, { label }, place) {
      if (draft.series.length > 0) failAt(place, 'each <category> stands before the first <series>');
      draft.categories.push(label);
    },
  },
  series: {
    open(draft) {
      draft.points = [];
    },
    close(draft, { label, line, tone }, place) {
      const { points: values, categories } = draft;
      if (values.length !== categories.length)
        failAt(place, `series '${label}' has points for ${values.length} of ${categories.length} categories`);
      if (values.some((value) => value !== null)) draft.series.push({ label, line, tone, values });
    },
  },
  point: {
    open(draft, attributes, place) {
      draft.points.push(chartValue(attributes, place));
    },
  },
};

function chartValue({ value, format }: AttributesOf<'point'>, place: TemplatePlace): ChartValue | null {
  if ((value === null) !== (format === null)) failAt(place, 'value and format of a <point> go together');
  return value === null || format === null ? null : { number: value, format };
}
