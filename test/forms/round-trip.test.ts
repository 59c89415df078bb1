import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/model/normalise.ts';
import { unwritable } from '../../src/model/text.ts';
import { escapeText } from '../../src/writers/xlsx/text-check.ts';
import { formOf, type OpenForm, openForm, readBack, writtenForm } from '../support/forms.ts';
import { runs } from '../support/runs.ts';

/** What a liaison may leave in a figure's cell, and what must be read from it: a figure, a mark, or a refusal. */
interface Answer {
  readonly fill: string | number | { formula: string; result: string | number } | null;
  readonly read: { readonly value: string } | { readonly mark: string } | 'refused';
}

const number = fc.oneof(
  fc.nat(999_999).map(String),
  fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9_999 })).map(([whole, part]) => `${whole}.${part}1`),
);
const space = fc.constantFrom('', ' ', '　', '\n', ' \t');

const answer: fc.Arbitrary<Answer> = fc.oneof(
  number.map((text): Answer => ({ fill: Number(text), read: { value: text } })),
  // Pasted as text, with spaces around it, in full width, with separators.
  fc.tuple(space, number, space).map(([a, text, b]): Answer => ({ fill: a + text + b, read: { value: text } })),
  fc.nat(9999).map(
    (n): Answer => ({
      fill: String(n).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      read: { value: String(n) },
    }),
  ),
  fc
    .integer({ min: 1000, max: 9_999_999 })
    .map((n): Answer => ({ fill: n.toLocaleString('en'), read: { value: String(n) } })),
  // The library that fills the cell leaves a result of 0 out.
  fc
    .tuple(
      number.filter((text) => text !== '0'),
      fc.nat(9),
    )
    .map(
      ([text, more]): Answer => ({
        fill: { formula: `A1+${more}`, result: Number(text) },
        read: { value: text },
      }),
    ),
  fc.constantFrom('无任务', '未报送', '未报', '—', '/').map((mark): Answer => ({ fill: mark, read: { mark } })),
  fc.constantFrom('全部开工', '已完成', '=HYPERLINK("x","y")', '@合计', '+见附件', '-无').map(
    (words): Answer => ({
      fill: words,
      read: { mark: words },
    }),
  ),
  fc.constant<Answer>({ fill: null, read: { mark: '' } }),
  fc
    .constantFrom('约200', '5 200', '1,23', '3/4', '三百', '=1+2', '-3', '12人次左右')
    .map((fill): Answer => ({ fill, read: 'refused' })),
  fc.integer({ min: 1, max: 999 }).map((n): Answer => ({ fill: -n, read: 'refused' })),
);

const dangerous = fc.constantFrom(
  '=cmd|"/c calc"!A1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '＝1',
  '_x000D_',
  '<b>&amp;</b>',
  "'引号",
);
const words = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), dangerous, fc.constantFrom('', '场地紧张\n协调中', '第一、……'))
  .map((text) => text.replaceAll('\r', ''))
  .filter((text) => !unwritable.test(text));

const filled = fc.record({ answer, fallReason: words, problems: words, nextSteps: words });

describe.each(['甲区', '甲局'])('the form of %s', (reporter) => {
  it('reads back what was filled in, row by row, in whatever order the rows are sorted', async () => {
    const form = formOf(reporter);
    const bytes = await writtenForm(form);
    const count = form.rows.length;
    await fc.assert(
      fc.asyncProperty(
        fc.array(filled, { minLength: count, maxLength: count }),
        fc.shuffledSubarray([...form.rows.keys()], { minLength: count, maxLength: count }),
        async (fills, order) => {
          const open = await openForm(form, bytes);
          fill(open, fills);
          sort(open, order);
          const { answer: read, diagnostics } = readBack(await open.save());
          const expected = order.flatMap((index) => {
            const row = form.rows[index];
            const { answer: given, ...texts } = fills[index] as (typeof fills)[number];
            if (row === undefined || given.read === 'refused') return [];
            const isValue = 'value' in given.read;
            return {
              target: row.target.id,
              column: row.column ?? undefined,
              value: 'value' in given.read ? `${given.read.value}${row.unit}` : null,
              mark: isValue ? null : normaliseText('mark' in given.read ? given.read.mark : ''),
              fallReason: texts.fallReason.trim(),
              problems: texts.problems.trim(),
              nextSteps: texts.nextSteps.trim(),
            };
          });
          const refused = fills.filter((one) => one.answer.read === 'refused').length;
          const blank = expected.every(
            (one) => (one.mark === '' || one.mark === '—') && !(one.fallReason + one.problems + one.nextSteps),
          );
          if (refused === 0 && blank) {
            expect(diagnostics.map(({ code }) => code)).toContain('form-empty');
            return;
          }
          expect(
            read?.entries.map(({ target, column, cumulative, mark, fallReason, problems, nextSteps }) => ({
              target,
              column,
              value: cumulative && cumulative.value + cumulative.unit,
              mark,
              fallReason,
              problems,
              nextSteps,
            })),
          ).toEqual(expected);
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(refused);
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

function fill(
  open: OpenForm,
  fills: readonly { answer: Answer; fallReason: string; problems: string; nextSteps: string }[],
) {
  for (const [index, given] of fills.entries()) {
    const { fill } = given.answer;
    open.cell(index, 'cumulative').value = typeof fill === 'string' ? escapeText(fill) : fill;
    for (const key of ['fallReason', 'problems', 'nextSteps'] as const)
      open.cell(index, key).value = given[key] === '' ? null : escapeText(given[key]);
  }
}

/** Puts the rows into another order, as sorting does: values move, looks stay. */
function sort({ sheet }: OpenForm, order: readonly number[]) {
  const values = order.map((index) => sheet.getRow(6 + index).values);
  for (const [index, row] of values.entries()) sheet.getRow(6 + index).values = row;
}
