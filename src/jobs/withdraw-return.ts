import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, periodText } from '../model/period.ts';
import type { Withdrawal } from '../model/withdrawal.ts';
import type { ReturnRevision, Store } from '../store/store.ts';

export interface WithdrawOptions extends Withdrawal {
  readonly store: Store;
  readonly period: Period;
  readonly reporter: string;
  /** Null for the one that counts. */
  readonly revision: number | null;
  /** ISO UTC time. */
  readonly now: string;
}

export interface Withdrawn {
  readonly revision: number;
  /** The revision that counts now; null where none does: the reporter owes a return again. */
  readonly counts: number | null;
  /** Whether a briefing of the month was published before. */
  readonly published: boolean;
}

/** Withdraws a stored return: it stays, and counts no more. UsageError where there is none, or it was withdrawn before; StoreError. */
export async function withdrawReturn(options: WithdrawOptions): Promise<Withdrawn> {
  const { store, period, reporter, by, because, withdrawn, now } = options;
  const month = { from: period, to: period };
  const standing = numbersOf(await store.revisions({ ...month, reporter }));
  const revision = options.revision ?? standing.at(-1);
  const done =
    revision !== undefined &&
    (await store.withdrawReturn({ period, reporter, revision }, { by, because, withdrawn }, now));
  if (!done) throw await refusal(options);
  const counts = numbersOf(await store.revisions({ ...month, reporter })).at(-1) ?? null;
  const editions = await store.ledger.editions.list(period);
  return { revision, counts, published: editions.some((edition) => edition.published !== null) };
}

function numbersOf(revisions: readonly ReturnRevision[]): number[] {
  return revisions.map(({ revision }) => revision).sort((a, b) => a - b);
}

/** Says what there is to withdraw, or who did it before. */
async function refusal({ store, period, reporter, revision }: WithdrawOptions): Promise<UsageError> {
  const month = { from: period, to: period };
  const standing = await store.revisions(month);
  const before = (await store.revisions({ ...month, reporter, withdrawn: true })).find(
    (one) => revision === null || one.revision === revision,
  );
  const others = [...new Set(standing.map((one) => one.reporter))];
  const own = numbersOf(standing.filter((one) => one.reporter === reporter));
  const known = own.length > 0 ? own : others;
  const open = known.length === 0 ? ['没有', 'none'] : [known.join('、'), known.join(', ')];
  const zh = `${reporter}${periodText(period)}${own.length > 0 && revision !== null ? `第${revision}版` : ''}`;
  const en = `${reporter} for ${period}${own.length > 0 && revision !== null ? `, revision ${revision}` : ''}`;
  const done = before?.withdrawal;
  return new UsageError(
    done
      ? {
          'zh-CN': `${zh}月报已由${done.by}于${done.withdrawn}撤回：${done.because}。可撤回的：${open[0]}`,
          en: `the return of ${en} was withdrawn by ${done.by} on ${done.withdrawn}: ${done.because}. Others: ${open[1]}`,
        }
      : {
          'zh-CN': `没有${zh}月报；可撤回的：${open[0]}`,
          en: `there is no return of ${en}; known: ${open[1]}`,
        },
  );
}
