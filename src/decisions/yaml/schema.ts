import { z } from 'zod';
import { decisionKinds } from '../../model/decision.ts';
import { named } from '../../model/named.ts';
import { parsePeriod } from '../../model/period.ts';
import { parseQuantity } from '../../model/quantity.ts';

const text = z.string();
const said = text.trim().refine((t) => t !== '', '不能为空 | must not be empty');
const date = said.refine(isDate, '应为日期，如 2023-09-30 | must be a date like 2023-09-30');
const month = said.refine((t) => parsePeriod(t) !== null, '应为月份，如 2023-08 | must be a month like 2023-08');
const quantity = said.refine(
  (t) => parseQuantity(t) !== null,
  '应为一个数和单位，如 5.2万平方米 | must be one figure with its unit, like 5.2万平方米',
);

/** One entry of a `decisions.yaml`: a decision, in words that an officer reads. */
export const decisionSchema = z.strictObject({
  id: said,
  kind: z.enum(decisionKinds),
  year: z.number().int(),
  code: said,
  about: z.strictObject({ target: said.optional(), column: said.optional(), period: month.optional() }),
  finding: said,
  data: named(text),
  figure: z.strictObject({ target: said, clause: text, column: said.optional(), period: month.optional() }).optional(),
  was: quantity.optional(),
  value: quantity.optional(),
  until: date.optional(),
  by: said,
  because: said,
  decided: date,
});

/** The other kind of entry: an earlier decision is taken back. */
export const revocationSchema = z.strictObject({ revokes: said, by: said, because: said, revoked: date });

export type DecisionEntry = z.infer<typeof decisionSchema>;
export type RevocationEntry = z.infer<typeof revocationSchema>;

function isDate(t: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(t) ?? [];
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return made.getUTCMonth() + 1 === Number(month) && made.getUTCDate() === Number(day);
}
