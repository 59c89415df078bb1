import type { Diagnostic } from '../model/diagnostic.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { commandFor, isCorrectable } from './command-for.ts';
import type { Question } from './question.ts';

/** More candidates than this are counted. */
const mostListed = 15;

/** Says which problems may be meant, each with what to type. */
export function candidatesText(meant: readonly Diagnostic[], open: readonly Diagnostic[], asked: Question): UsageError {
  const { code, target, month } = asked;
  const weighty = open.filter(({ severity }) => severity !== 'info');
  const named = [code, target, asked.column].filter(Boolean).join(' ');
  const near = [
    meant,
    open.filter((d) => d.code === code),
    open.filter(({ about }) => target !== null && about.target === target),
    weighty,
    open,
  ].find((some) => some.length > 0);
  const wanted =
    month === null
      ? { 'zh-CN': '；各月的问题请加 --month', en: '; add --month for problems of a month' }
      : { 'zh-CN': '', en: '' };
  if (near === undefined)
    return new UsageError({
      'zh-CN': `没有“${named}”这个问题，也没有其他问题需要处理${wanted['zh-CN']}`,
      en: `there is no problem "${named}", nor any other${wanted.en}`,
    });
  const several = meant.length > 1;
  const lines = (language: 'zh-CN' | 'en') => {
    const listed = near
      .slice(0, mostListed)
      .map((d) => `  ${commandFor(d, month, near)}\n      ${d.message[language]}`);
    const more = near.length - listed.length;
    const rest = more === 0 ? [] : [language === 'en' ? `  and ${more} more` : `  另有 ${more} 个`];
    return [...listed, ...rest].join('\n');
  };
  return new UsageError({
    'zh-CN': `${several ? `“${named}”有 ${meant.length} 个问题，请指明一个` : `没有“${named}”这个问题${wanted['zh-CN']}`}。可以处理的有：\n${lines('zh-CN')}`,
    en: `${several ? `"${named}" may be ${meant.length} problems, name one` : `there is no problem "${named}"${wanted.en}`}. Known:\n${lines('en')}`,
  });
}

export function noYear(): UsageError {
  return new UsageError({
    'zh-CN': '任务分解表的标题中没有年份；请用 --month 写明月份',
    en: 'the title of the plan names no year; add --month',
  });
}

/** What cannot be judged is not let through by anybody's word. */
export function onlyCorrected(question: Diagnostic): UsageError {
  const { message, code, hint } = question;
  const correctable = isCorrectable(question);
  return new UsageError({
    'zh-CN': `${message['zh-CN']}（${code}）。这个问题不能按原样列示，也不能暂缓。${correctable ? '请用 --correct 写明正确的数和单位，如 --correct 5.2万平方米；或者：' : ''}${hint['zh-CN']}`,
    en: `${message.en} (${code}). This can neither stand nor wait. ${correctable ? 'Give the right figure with its unit, such as --correct 5.2万平方米; or: ' : ''}${hint.en}`,
  });
}

/** A term that has passed already is none. */
export function termPassed(until: string, decided: string): UsageError {
  return new UsageError({
    'zh-CN': `期限 ${until} 早于处理日期 ${decided}；请核对 --until`,
    en: `the term ${until} is before the day of the decision, ${decided}; check --until`,
  });
}
