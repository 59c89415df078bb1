import { z } from 'zod';
import { type Change, editionName } from '../model/correction.ts';

/** What a 更正版 changes for one reader. */
export interface ChangeFacts {
  /** The edition that it takes the place of. */
  readonly against: number;
  readonly reason: string | null;
  readonly changes: readonly Change[];
}

/** More changes than this are in the briefing alone. */
const mostChanges = 12;

export const changeSchema = z.strictObject({
  /** 原版, 更正版1 */
  against: z.string(),
  reason: z.string().nullable(),
  count: z.number(),
  changes: z.array(
    z.strictObject({
      /** 上城区“13.2 新增床位”, 综合完成率 */
      what: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  more: z.number(),
});

export function changeContent({ against, reason, changes }: ChangeFacts): z.infer<typeof changeSchema> {
  return {
    against: editionName(against),
    reason,
    count: changes.length,
    changes: changes.slice(0, mostChanges).map((change) => ({
      what: whatChanged(change),
      before: change.before?.text ?? '—',
      after: change.after?.text ?? '—',
    })),
    more: Math.max(0, changes.length - mostChanges),
  };
}

function whatChanged({ column, target, subject }: Change): string {
  return [column, target, subject].filter((part) => part !== null).join(' ');
}
