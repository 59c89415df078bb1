import { z } from 'zod';
import { type Change, type ChangeKind, changeKinds, editionName, type Shown } from '../model/correction.ts';
import { printedHash } from '../model/printed-hash.ts';
import type { EditionCorrection } from './month.ts';

/** More changes than this go into an annex of their own. */
const mostInText = 12;

const shownSchema = z.strictObject({ text: z.string(), number: z.string().nullable(), format: z.string().nullable() });

const changeRowSchema = z.strictObject({
  key: z.string(),
  /** 13.2; — where it is about no target. */
  id: z.string(),
  column: z.string(),
  subject: z.string(),
  before: shownSchema,
  after: shownSchema,
});

/** What an edition says of its being one. */
export const correctionViewSchema = z.strictObject({
  /** 更正版1 */
  name: z.string(),
  /** 原版, 更正版1: the edition that it takes the place of, and its snapshot. */
  against: z.string(),
  snapshot: z.string(),
  reason: z.string().nullable(),
  /** 累计完成3处、位次1处; null where nothing changed for this reader. */
  summary: z.string().nullable(),
  count: z.number(),
  /** The changes in the text; empty where they stand in the annex. */
  rows: z.array(changeRowSchema),
  annex: z.array(changeRowSchema),
});
export type CorrectionView = z.infer<typeof correctionViewSchema>;

const kindNames: Readonly<Record<ChangeKind, string>> = {
  score: '综合完成率',
  rank: '位次',
  figure: '累计完成',
  task: '全年任务',
  target: '量化目标',
  status: '状态',
  wording: '任务表述',
  statement: '总体说明',
  finding: '数据校核',
};
/** Kinds whose subject is a target and does not say what of it changed. */
const ofTarget: readonly ChangeKind[] = ['figure', 'task', 'target', 'status'];

export function correctionView({ edition, reason, against, changes }: EditionCorrection): CorrectionView {
  const rows = changes.map(changeRow);
  const fits = rows.length <= mostInText;
  return {
    name: editionName(edition),
    against: editionName(against.edition),
    snapshot: printedHash(against.snapshot),
    reason,
    summary: changes.length === 0 ? null : summaryOf(changes),
    count: changes.length,
    rows: fits ? rows : [],
    annex: fits ? [] : rows,
  };
}

function changeRow({ kind, target, column, subject, before, after }: Change, index: number) {
  const none: Shown = { text: '—', number: null, format: null };
  return {
    key: String(index + 1),
    id: target ?? '—',
    column: column ?? '—',
    subject: ofTarget.includes(kind) ? `${subject}（${kindNames[kind]}）` : subject,
    before: before ?? none,
    after: after ?? none,
  };
}

function summaryOf(changes: readonly Change[]): string {
  return changeKinds
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kindNames[kind]}${count}处`)
    .join('、');
}
