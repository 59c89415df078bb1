import { chinaTime } from '../model/china-time.ts';
import { editionName } from '../model/correction.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, periodText } from '../model/period.ts';
import { printedHash } from '../model/printed-hash.ts';
import type { InputChange } from '../snapshot/input-changes.ts';
import type { Edition } from '../store/ledger/editions.ts';
import type { EditionName } from './places.ts';

/** Why an edition does not go on, and what to do. */

type Signed = NonNullable<Edition['signed']>;

export function noEdition({ period, number }: EditionName): UsageError {
  const draft = `jianbao sign draft --month ${period}${number > 0 ? ' --correction' : ''}`;
  return new UsageError({
    'zh-CN': `${named({ period, number })}还没有送审稿；请先运行 ${draft}`,
    en: `${english({ period, number })} has no draft yet; make it with ${draft}`,
  });
}

export function notChecked({ period, number }: Edition): UsageError {
  const draft = `jianbao sign draft --month ${period}${number > 0 ? ' --correction' : ''}`;
  return new UsageError({
    'zh-CN': `${named({ period, number })}送审稿还没有通过核对，不能审签；请运行 ${draft}，它会核对并说明问题`,
    en: `the draft of ${english({ period, number })} has not passed its checks; run ${draft}, which checks it and says what is wrong`,
  });
}

export function signedAlready(edition: EditionName, { by, at, automatic }: Signed): UsageError {
  const by_ = automatic ? '按设置' : `由${by}`;
  return new UsageError({
    'zh-CN': `${named(edition)}已${by_}于${chinaTime(at)}审签；要发布请运行 jianbao sign --month ${edition.period}；要收回请在发布前运行 jianbao sign revoke --month ${edition.period} --by 姓名 --because 理由`,
    en: `${english(edition)} was signed ${automatic ? 'by the settings' : `by ${by}`} at ${chinaTime(at)}; publish it with jianbao sign --month ${edition.period}, or take it back before that with jianbao sign revoke --month ${edition.period} --by NAME --because REASON`,
  });
}

export function publishedAlready({ period, number }: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `${named({ period, number })}已经发布，不能再改；数据有变化的，请运行 jianbao sign draft --month ${period} --correction --reason 原因，生成更正版送审稿`,
    en: `${english({ period, number })} is published and stays as it is; if something changed, draft a correction with jianbao sign draft --month ${period} --correction --reason REASON`,
  });
}

export function notSigned({ period, number }: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `${named({ period, number })}还没有审签；请运行 jianbao sign --month ${period} --by 审签人`,
    en: `nobody signed ${english({ period, number })} yet; sign it with jianbao sign --month ${period} --by NAME`,
  });
}

export function draftFirst({ period }: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `${periodText(period)}简报尚未发布，不必做更正版；请不加 --correction 重新生成送审稿`,
    en: `${period} is not published yet and needs no correction; make its draft anew without --correction`,
  });
}

export function signedMeanwhile(edition: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `${named(edition)}在生成送审稿期间已被审签，新的送审稿未采用；数据又有变化的，请先撤回审签（jianbao sign revoke）`,
    en: `${english(edition)} was signed while its draft was being made, so the new draft does not count; take the signature back first (jianbao sign revoke)`,
  });
}

export function draftGone(edition: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `${named(edition)}送审稿在审签期间已重新生成，没有审签；请看过新的送审稿再审签`,
    en: `the draft of ${english(edition)} was made anew meanwhile, so nothing was signed; read the new one and sign that`,
  });
}

export function otherDraft(edition: Edition, asked: string): UsageError {
  const now = printedHash(edition.draft.snapshot);
  return new UsageError({
    'zh-CN': `${named(edition)}现在的送审稿是 ${now}，不是 ${asked}，没有审签；请看过现在的送审稿再审签`,
    en: `the draft of ${english(edition)} is ${now} now, not ${asked}; nothing was signed. Read it and sign that`,
  });
}

export function inputsChanged(edition: Edition, changes: readonly InputChange[]): UsageError {
  const list = (language: 'zh-CN' | 'en', mark: string) => changes.map(({ text }) => text[language]).join(mark);
  const draft = `jianbao sign draft --month ${edition.period}${edition.number > 0 ? ' --correction' : ''}`;
  return new UsageError({
    'zh-CN': `${named(edition)}送审稿生成后有变化：${list('zh-CN', '；')}。没有审签；请运行 ${draft} 重新生成送审稿，看过后再审签`,
    en: `since the draft of ${english(edition)} was made: ${list('en', '; ')}. Nothing was signed; make the draft anew with ${draft}, read it and sign that`,
  });
}

export function needsPerson({ period }: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `设置为由人审签（signoff: person）；请运行 jianbao sign --month ${period} --by 审签人`,
    en: `by the settings a person signs (signoff: person); run jianbao sign --month ${period} --by NAME`,
  });
}

export function signatureChanged(edition: EditionName): UsageError {
  return new UsageError({
    'zh-CN': `${named(edition)}的审签在发布期间被撤回或更换，没有发布；请用 jianbao sign list 查看，再审签一次`,
    en: `the signature of ${english(edition)} was taken back or given anew meanwhile; nothing was published. See jianbao sign list, and sign it again`,
  });
}

export function ofOtherProgram({ period, number }: EditionName, program: string): UsageError {
  return new UsageError({
    'zh-CN': `${named({ period, number })}的送审稿由程序 ${program} 版生成，现在的版本不能保证内容相同，没有发布；请撤回审签（jianbao sign revoke --month ${period}），重新生成送审稿`,
    en: `the draft of ${english({ period, number })} was made by version ${program} of the program, so nothing was published; take the signature back (jianbao sign revoke --month ${period}) and make the draft anew`,
  });
}

export function correctedOnDemand(period: Period, edition: number): UsageError {
  return new UsageError({
    'zh-CN': `${periodText(period)}的输出文件夹中已有用 jianbao report 生成的更正版${edition}，不能再发布这一版；请撤回审签，运行 jianbao sign draft --month ${period} --correction`,
    en: `the output folder of ${period} has a correction ${edition} made with jianbao report, so this edition is not published; take the signature back and run jianbao sign draft --month ${period} --correction`,
  });
}

function named({ period, number }: EditionName): string {
  return `${periodText(period)}简报${number === 0 ? '' : editionName(number)}`;
}

function english({ period, number }: EditionName): string {
  return number === 0 ? period : `correction ${number} of ${period}`;
}

/** A ledger that was restored from a backup does not know what was done after it. */
export function signedUnknown({ period, number }: EditionName, by: string): UsageError {
  return new UsageError({
    'zh-CN': `输出文件夹中已有由${by}审签发布的${named({ period, number })}，而数据库中没有记录（可能恢复过较早的备份），不能替换它；数据有变化的，请运行 jianbao sign draft --month ${period} --correction`,
    en: `the output folder has ${english({ period, number })}, signed by ${by} and published, which the database does not know (was an older backup restored?); it is not replaced. If something changed, run jianbao sign draft --month ${period} --correction`,
  });
}
