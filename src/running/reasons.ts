import { mailStateNames } from '../delivery/mail-state-names.ts';
import type { Language, Message } from '../model/language.ts';
import { type MailState, mailStates } from '../store/ledger/outbox.ts';
import { everyStep, type Run } from '../store/ledger/runs.ts';

/** Why steps wait, fail or have nothing to do, in the words of history, status and letters. */

const list = (names: readonly string[]) => ({ zh: names.join('、'), en: names.join(', ') });

const mostReasons = 3;

export function tasksFailed(
  failed: readonly { readonly key: string; readonly reason: Message }[],
  planned: number,
): Message {
  const keys = list(failed.map(({ key }) => key));
  // Each names what to do; when these are mended, the next ones are told.
  const told = failed.slice(0, mostReasons).map(({ reason }) => reason);
  const texts = (language: Language) => [...new Set(told.map((reason) => reason[language]))];
  return {
    'zh-CN': `${planned}项中${failed.length}项未办成：${keys.zh}。${texts('zh-CN').join('。')}`,
    en: `${failed.length} of ${planned} not done: ${keys.en}. ${texts('en').join('. ')}`,
  };
}

/** Two reasons at once. */
export function both(first: Message | null, second: Message): Message {
  if (first === null) return second;
  return { 'zh-CN': `${first['zh-CN']}；${second['zh-CN']}`, en: `${first.en}; ${second.en}` };
}

export function noLongerNeeded(): Message {
  return { 'zh-CN': '已不需要', en: 'no longer needed' };
}

export function stopped(): Message {
  return {
    'zh-CN': '服务停止时办了一部分，下次启动接着办',
    en: 'the service was stopped on the way; it goes on when it is started again',
  };
}

export function noMailSettings(): Message {
  return {
    'zh-CN': 'jianbao.yaml 中没有 mail 一节，不能发邮件；请写明 mail.from 和 mail.domains',
    en: 'jianbao.yaml has no section mail, so that nothing can be mailed; state mail.from and mail.domains',
  };
}

export function noPlan(month: string): Message {
  return {
    'zh-CN': `${month}没有施行的任务分解表；请用 jianbao plan import 存入`,
    en: `no plan is in force in ${month}; store one with jianbao plan import`,
  };
}

/** A step waits for one before it. */
export function waitsFor(step: string, why: Message | null): Message {
  return {
    'zh-CN': `等待 ${step} 完成${why === null ? '' : `（${why['zh-CN']}）`}`,
    en: `waits for ${step}${why === null ? '' : ` (${why.en})`}`,
  };
}

export function allReported(): Message {
  return { 'zh-CN': '各单位均已报送，不必催报', en: 'everybody has reported; nobody needs a reminder' };
}

export function overtaken(step: string): Message {
  return { 'zh-CN': `已到 ${step} 的时间，不再单独催报`, en: `${step} is due already and takes its place` };
}

export function withoutAddress(names: readonly string[]): Message {
  const { zh, en } = list(names);
  return {
    'zh-CN': `没有邮箱地址，未发：${zh}；请在 jianbao.yaml 的 recipients 中写明`,
    en: `not sent for lack of an address: ${en}; add them to recipients in jianbao.yaml`,
  };
}

export function nobodyHasAddress(names: readonly string[]): Message {
  const { zh, en } = list(names);
  return {
    'zh-CN': `收件人都没有邮箱地址，一封也没有发：${zh}；请在 jianbao.yaml 的 recipients 中写明，再用 jianbao schedule run 补办`,
    en: `nobody has an address, nothing was sent: ${en}; add them to recipients in jianbao.yaml, then use jianbao schedule run`,
  };
}

export function waitsForReturns(names: readonly string[], until: string): Message {
  const { zh, en } = list(names);
  return { 'zh-CN': `等待报送至${until}，还缺：${zh}`, en: `waits for returns until ${until}; missing: ${en}` };
}

export function heldForReturns(names: readonly string[], command: string): Message {
  const { zh, en } = list(names);
  return {
    'zh-CN': `未报送：${zh}。收齐后自动结报；要按未报送照发，请运行 ${command}`,
    en: `missing: ${en}. It closes when all are in; to publish with 未报送, run ${command}`,
  };
}

export function closedWithout(names: readonly string[], by: string | null): Message {
  const { zh, en } = list(names);
  const who = by === null ? { zh: '按设置', en: 'by the settings' } : { zh: `由${by}决定`, en: `as ${by} decided` };
  return {
    'zh-CN': `未报送：${zh}；${who.zh}照发，标为“未报送”`,
    en: `missing: ${en}; published ${who.en}, marked 未报送`,
  };
}

/** Nothing is mailed to these addresses; `recipients` may be mended, and what was held back leaves by itself then, or by `schedule run`. */
export function outsideDomains(audience: string, outside: readonly string[], domains: readonly string[]): Message {
  const [addresses, allowed] = [list(outside), list(domains)];
  return {
    'zh-CN': `${audience}的邮箱地址 ${addresses.zh} 不在允许的域名之内（${allowed.zh}），没有寄往该处；请在 jianbao.yaml 的 recipients 中更正或删去，或把域名加入 mail.domains`,
    en: `nothing was sent to ${addresses.en} of ${audience}, outside of the allowed domains (${allowed.en}); correct it or take it out under recipients in jianbao.yaml, or add its domain to mail.domains`,
  };
}

export function noOfficeAddress(which: 'office' | 'signer'): Message {
  const who = which === 'office' ? { zh: '本单位', en: 'the office itself' } : { zh: '审签人', en: 'the signer' };
  return {
    'zh-CN': `没有${who.zh}的邮箱地址；请在 jianbao.yaml 中填写 recipients.${which}.to`,
    en: `there is no address of ${who.en}; state recipients.${which}.to in jianbao.yaml`,
  };
}

export function draftThere(state: string): Message {
  return { 'zh-CN': `送审稿已由人工生成（${state}），不再另做`, en: `a person has made the draft already (${state})` };
}

export function noDraft(period: string): Message {
  return {
    'zh-CN': `还没有核对过的送审稿；请运行 jianbao sign draft --month ${period}`,
    en: `there is no checked draft; make one with jianbao sign draft --month ${period}`,
  };
}

export function waitsForSignature(command: string): Message {
  return {
    'zh-CN': `等待审签：${command}`,
    en: `waits to be signed: ${command}`,
  };
}

/** Whether a step waited for this one when it was last looked at. */
export function isForStep(reason: Message | null, step: string): boolean {
  return reason?.en === waitsFor(step, null).en || reason?.en.startsWith(`${waitsFor(step, null).en} (`) === true;
}

/** Whether a step waited for a signature when it was last looked at; the wait for a step before it tells of that one's reason. */
export function isForSignature(reason: Message | null): boolean {
  return reason?.en.includes(waitsForSignature('').en) === true;
}

export function isStopped(reason: Message | null): boolean {
  return reason?.en === stopped().en;
}

export function signedBy(by: string): Message {
  return { 'zh-CN': `已由${by}审签`, en: `signed by ${by}` };
}

export function notAllArrived(counts: Readonly<Record<MailState, number>>): Message {
  const open = mailStates.filter((state) => state !== 'sent' && counts[state] > 0);
  const zh = open.map((state) => `${mailStateNames[state]} ${counts[state]} 封`).join('、');
  const en = open.map((state) => `${counts[state]} ${state}`).join(', ');
  return {
    'zh-CN': `简报尚未全部送达（${zh || '还没有发出'}）；请看 jianbao outbox list`,
    en: `not every packet has arrived (${en || 'none was sent'}); see jianbao outbox list`,
  };
}

/** Of a run whose step is in the settings no more. */
export function takenOut({ period, step, reason }: Pick<Run, 'period' | 'step' | 'reason'>): Message {
  const skip = skipCommand({ period, step });
  return {
    'zh-CN': `${step} 已从 jianbao.yaml 的 schedule.steps 中删去，不会再办；不办的请运行 ${skip}，要办的请把它写回去${reason === null ? '' : `。原先：${reason['zh-CN']}`}`,
    en: `${step} was taken out of schedule.steps in jianbao.yaml and is not done any more; leave it out with ${skip}, or put it back${reason === null ? '' : `. Before: ${reason.en}`}`,
  };
}

export function skipCommand({ period, step }: Pick<Run, 'period' | 'step'>): string {
  return `jianbao schedule skip ${step} --month ${period} --by 姓名 --because 理由`;
}

export function resumeCommand(step: string): string {
  return `jianbao schedule resume ${step === everyStep ? '"*"' : step} --by 姓名`;
}

/** Of a month that is not begun by itself any more. */
export function missedLongAgo(): Message {
  return {
    'zh-CN': '错过太久，不自动补办；要办请运行 jianbao schedule run',
    en: 'missed long ago, not begun by itself; use jianbao schedule run',
  };
}
