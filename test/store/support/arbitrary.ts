import fc from 'fast-check';
import type { Place } from '../../../src/model/document.ts';
import { type Period, periodOf } from '../../../src/model/period.ts';
import type { HeaderNode, Plan, Target } from '../../../src/model/plan.ts';
import type { Quantity } from '../../../src/model/quantity.ts';
import type { NewReturn, ReturnEntry } from '../../../src/model/return.ts';

/** Anything that a cell may hold: every character but U+0000, and the field's own words. */
export const text = fc.oneof(
  fc.constantFrom('', '—', '无任务', '未报送', "'; drop table figure; --", '\u2028', '🀄', '__proto__', '5%以内'),
  fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replaceAll('\0', '')),
);

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^(\.\d{1,12})?$/))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction}`);

const quantity: fc.Arbitrary<Quantity> = fc.record({ value: decimal, unit: text });

const place: fc.Arbitrary<Place> = fc.record({
  source: text,
  part: fc.option(text),
  row: fc.option(fc.integer({ min: 1, max: 1_048_576 })),
  column: fc.option(fc.integer({ min: 1, max: 16_384 })),
});

const entry: fc.Arbitrary<ReturnEntry> = fc
  .record(
    {
      target: text,
      remark: text,
      at: place,
      said: fc.oneof(
        quantity.map((cumulative) => ({ cumulative, mark: null })),
        text.map((mark) => ({ cumulative: null, mark })),
      ),
      column: text,
      fallReason: text,
      problems: text,
      nextSteps: text,
    },
    { requiredKeys: ['target', 'remark', 'at', 'said'] },
  )
  .map(({ said, ...rest }) => ({ ...rest, ...said }));

const month: fc.Arbitrary<Period> = fc.integer({ min: 1, max: 12 }).map((n) => periodOf(2023, n));

export const anyReturn: fc.Arbitrary<NewReturn> = fc.record({
  reporter: text,
  period: month,
  revision: fc.option(fc.integer({ min: 1, max: 3 })),
  cutoff: fc.constantFrom('2023-06-28', '2023-06-30'),
  sample: fc.boolean(),
  entries: fc.array(entry, { maxLength: 5 }),
  at: place,
});

const figures = fc.dictionary(text, quantity, { maxKeys: 4 });

const target: fc.Arbitrary<Target> = fc.record({
  id: text,
  text,
  clause: text,
  quantity: fc.option(quantity),
  direction: fc.constantFrom('at-least', 'at-most'),
  partOf: fc.option(text),
  leadUnits: fc.array(text, { maxLength: 2 }),
  sharesLead: fc.boolean(),
  allocations: figures,
  marks: fc.dictionary(text, text, { maxKeys: 2 }),
  note: fc.option(text),
  original: fc.record({
    target: text,
    lead: text,
    note: fc.option(text),
    allocations: fc.dictionary(text, text, { maxKeys: 2 }),
  }),
  at: fc.option(place),
});

const { node: header } = fc.letrec<{ node: HeaderNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    fc.record({ label: text, role: fc.constantFrom('no', 'name', 'target', 'lead', 'city', 'district') }),
    fc.record({ label: text, children: fc.array(tie('node'), { maxLength: 2 }) }),
  ),
}));

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  title: text,
  annex: fc.option(text),
  year: fc.constantFrom(2023, null),
  header: fc.array(header, { maxLength: 3 }),
  columns: fc.array(fc.record({ name: text, kind: fc.constantFrom('city', 'district') }), { maxLength: 3 }),
  projects: fc.array(
    fc.record({
      no: fc.integer({ min: 1, max: 99 }),
      name: text,
      nameCells: fc.array(fc.record({ text, original: text, targets: fc.nat(3) }), { maxLength: 2 }),
      targets: fc.array(target, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  notes: fc.array(text, { maxLength: 2 }),
});
