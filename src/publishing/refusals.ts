import type { Diagnostic } from '../model/diagnostic.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, periodText } from '../model/period.ts';
import { printedHash } from '../model/printed-hash.ts';

/** Why an edition is not made. */

export function noEarlierEdition(out: string): UsageError {
  return new UsageError({
    'zh-CN': `${out} 中没有该月已生成的简报，无从更正；请用 --out 指明原来的输出文件夹，或先用 --snapshot 重新生成原版`,
    en: `${out} has no briefings of the month to correct; name the output folder of then with --out, or render the original again with --snapshot`,
  });
}

export function nothingChanged(period: Period): UsageError {
  return new UsageError({
    'zh-CN': `与${periodText(period)}简报的上一版相比没有变化，没有生成更正版；请先导入更正后的月报或任务分解表`,
    en: `nothing changed since the last edition of ${period}, no correction was made; import the corrected returns or plan first`,
  });
}

export function withoutEdition(audiences: readonly string[]): UsageError {
  return new UsageError({
    'zh-CN': `${audiences.join('、')}没有以前的版本可更正；请不加 --correction 生成`,
    en: `${audiences.join(', ')}: there is no earlier edition to correct; make it without --correction`,
  });
}

export function notJudged(hash: string, program: string, diagnostics: readonly Diagnostic[]): SnapshotError {
  return new SnapshotError(
    'unjudged',
    {
      'zh-CN': `上一版（数据快照 ${printedHash(hash)}，程序 ${program} 版）按现在的检查规则有以上错误，无法比较；请用当时的程序版本生成更正版`,
      en: `the last edition (snapshot ${printedHash(hash)}, program ${program}) has errors by the checks of today and cannot be compared; make the correction with the program of then`,
    },
    diagnostics,
  );
}

export function alreadyCorrected(period: Period, edition: number): UsageError {
  return new UsageError({
    'zh-CN': `${periodText(period)}简报已有更正版${edition}，原版不能再替换；数据又有变化的，请用 --correction 生成下一个更正版`,
    en: `${period} has a correction ${edition} already, so its original is not replaced; use --correction for the next one`,
  });
}

/** What was signed is neither replaced nor corrected by something that nobody signed. */
export function signedEarlier(period: Period, out: string): UsageError {
  return new UsageError({
    'zh-CN': `${out} 中的${periodText(period)}简报已经审签发布，不能再用 report 生成；要更正请用 jianbao sign draft --month ${period} --correction，要另行试排请用 --out 指定别的文件夹`,
    en: `the briefings of ${period} in ${out} were signed and published, and report does not touch them; correct them with jianbao sign draft --month ${period} --correction, or name another folder with --out`,
  });
}
