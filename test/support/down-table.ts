import type { Cell, Row, Table } from '../../src/model/document.ts';
import type { Plan, Target } from '../../src/model/plan.ts';
import { quantityText } from '../../src/model/quantity.ts';
import { textCell } from '../../src/model/text.ts';

/** How an office sets a table with districts down. */
export interface DownStyle {
  readonly total: 'first' | 'last';
  /** The projects' numbers: in front of their names, in a row of their own, or nowhere. */
  readonly numbers: 'prefix' | 'row' | 'none';
  /** Units beside each number, in brackets behind the task, or in a row of their own. */
  readonly units: 'cell' | 'bracket' | 'row';
  /** A column of running numbers left of the districts. */
  readonly numbered: boolean;
}

/** The same plan as a table with a row for each district, a column for each target, and a row for the whole city. */
export function downTable(plan: Plan, style: DownStyle): Table {
  const all = plan.projects.flatMap((project) => project.targets.map((target) => ({ project, target })));
  const nested = plan.projects.some(({ targets }) => targets.length > 1);
  const leads = all.some(({ target }) => target.leadUnits.length > 0);
  const head: Cell[][] = [];
  const heading = (text: string, options: Partial<Omit<Cell, 'content'>> = {}) =>
    textCell(text, { header: true, align: 'center', ...options });
  const bracket = (target: Target) =>
    style.units === 'bracket' && isBare(target) ? `（${target.quantity?.unit}）` : '';
  const prefix = (no: number) => (style.numbers === 'prefix' ? `${no}.` : '');
  if (style.numbers === 'row')
    head.push(plan.projects.map(({ no, targets }) => heading(String(no), { colspan: targets.length })));
  head.push(
    plan.projects.map(({ no, name, targets }) => {
      const single = targets.length === 1 && targets[0];
      const rowspan = nested && single ? 2 : 1;
      return heading(prefix(no) + name + (single ? bracket(single) : ''), { colspan: targets.length, rowspan });
    }),
  );
  if (nested)
    head.push(
      plan.projects.flatMap(({ targets }) =>
        targets.length === 1 ? [] : targets.map((target) => heading(wordsOf(target) + bracket(target))),
      ),
    );
  if (style.units === 'row')
    head.push(all.map(({ target }) => heading(isBare(target) ? (target.quantity?.unit ?? '') : '')));
  if (leads)
    head.push(
      plan.projects.flatMap(({ targets }) =>
        targets.flatMap(({ sharesLead, leadUnits }, index) => {
          const next = targets.findIndex((target, i) => i > index && !target.sharesLead);
          const colspan = (next < 0 ? targets.length : next) - index;
          return sharesLead ? [] : [heading(leadUnits.join('、'), { colspan })];
        }),
      ),
    );
  const lead = style.numbered ? [heading('序号', { rowspan: head.length })] : [];
  head[0]?.unshift(...lead, heading('区、县（市）', { rowspan: head.length }));

  // A sum and 市本级 have no number: their names stand over both columns.
  const label = (text: string) => [textCell(text, { colspan: 1 + lead.length })];
  const total = [...label('全市'), ...all.map(({ target }) => textCell(amountOf(target, style)))];
  const districts = plan.columns.map(({ name, kind }, place) => [
    ...(kind === 'city' || !style.numbered ? label(name) : [textCell(String(place + 1)), textCell(name)]),
    ...all.flatMap(({ target }) => {
      if (target.note === null) return [textCell(figureOf(target, name, style))];
      return place === 0 ? [textCell(target.note, { rowspan: plan.columns.length })] : [];
    }),
  ]);
  const body = style.total === 'first' ? [total, ...districts] : [...districts, total];
  const rowOf = (cells: readonly Cell[]): Row => ({ key: null, cells });
  const width = all.length + 1 + lead.length;
  return {
    kind: 'table',
    name: '附件2',
    columns: Array.from({ length: width }, (_, i) => ({
      key: String(i + 1),
      width: 1,
      align: 'center',
      marked: false,
    })),
    head: head.map(rowOf),
    groups: [body.map(rowOf)],
  };
}

/** A target whose number may stand without its unit. */
function isBare({ quantity, direction }: Target): boolean {
  return quantity !== null && direction === 'at-least';
}

/** `其中：普惠托位3000个` → `其中：普惠托位` */
function wordsOf({ text, quantity, direction }: Target): string {
  const amount = quantity ? quantityText(quantity) + (direction === 'at-most' ? '以内' : '') : '应补尽补';
  return text.slice(0, text.length - amount.length).replace(/：$/u, '');
}

function amountOf(target: Target, { units }: DownStyle): string {
  if (target.quantity === null) return '应补尽补';
  if (!isBare(target)) return `${quantityText(target.quantity)}以内`;
  return units === 'cell' ? quantityText(target.quantity) : target.quantity.value;
}

function figureOf(target: Target, column: string, { units }: DownStyle): string {
  const figure = target.allocations[column];
  if (!figure) return target.marks[column] ?? '';
  return units === 'cell' || !isBare(target) ? quantityText(figure) : figure.value;
}
