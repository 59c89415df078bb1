import type { StepState } from '../../running/schedule-view.ts';
import type { Texts } from './texts.ts';

const stateNames: Readonly<Record<StepState, string>> = {
  planned: '未到时间',
  due: '待办',
  paused: '暂停',
  running: '正在办',
  waiting: '等待',
  done: '已办',
  failed: '失败',
  skipped: '跳过',
};

/** What `jianbao serve` and `jianbao schedule` say, in both languages. */
export const scheduleTexts = {
  stepState: (d: { state: StepState }) => ({ 'zh-CN': stateNames[d.state], en: d.state }),
  late: () => ({ 'zh-CN': '（迟办）', en: ' (late)' }),
  scheduleHead: () => ({ 'zh-CN': '月份|步骤|时间|状态|说明', en: 'month|step|due|state|reason' }),
  historyHead: () => ({
    'zh-CN': '月份|步骤|应办时间|开始|用时|应办/办成|结果|经办|说明',
    en: 'month|step|due|begun|took|planned/done|outcome|by|reason',
  }),
  noSteps: () => ({
    'zh-CN': '没有要办的步骤；请在 jianbao.yaml 中写明 schedule，jianbao init 会写出带说明的样例',
    en: 'there are no steps; state a schedule in jianbao.yaml, jianbao init writes one with comments',
  }),
  noHistory: () => ({ 'zh-CN': '还没有办过任何步骤', en: 'no step was run yet' }),
  serving: (d: { every: string; log: string }) => ({
    'zh-CN': `已启动，每 ${d.every} 秒看一次有什么到期；日志在 ${d.log}，按 Ctrl-C 停止`,
    en: `running: what is due is looked for every ${d.every} s; the log is in ${d.log}, Ctrl-C stops it`,
  }),
  ranStep: (d: { run: string; state: StepState; planned: string; produced: string; reason: string }) => ({
    'zh-CN': `${d.run}：${stateNames[d.state]}，应办${d.planned}项，办成${d.produced}项${d.reason === '' ? '' : `；${d.reason}`}`,
    en: `${d.run}: ${d.state}, ${d.produced} of ${d.planned} done${d.reason === '' ? '' : `; ${d.reason}`}`,
  }),
  ranByOther: () => ({
    'zh-CN': '另一个程序正在办，或没有新的可办；请用 jianbao schedule list 查看',
    en: 'another program does it at this moment, or there is nothing new to do; see jianbao schedule list',
  }),
  mailsOut: (d: { sent: string; open: string }) => ({
    'zh-CN': `寄出邮件 ${d.sent} 封${d.open === '0' ? '' : `，未寄成 ${d.open} 封，见 jianbao outbox list`}`,
    en: `${d.sent} mail(s) sent${d.open === '0' ? '' : `, ${d.open} not; see jianbao outbox list`}`,
  }),
  wouldDo: (d: { run: string; tasks: string }) => ({
    'zh-CN': `${d.run} 现在办理的话，共${d.tasks}项（试算，没有改动，也没有寄出）：`,
    en: `${d.run} would do ${d.tasks} thing(s) now (a dry run: nothing is changed or sent):`,
  }),
  wouldEnd: (d: { state: StepState; reason: string }) => ({
    'zh-CN': `之后：${stateNames[d.state]}${d.reason === '' ? '' : `；${d.reason}`}`,
    en: `then: ${d.state}${d.reason === '' ? '' : `; ${d.reason}`}`,
  }),
  unsignedSchedule: () => ({
    'zh-CN': '须写明经办人和理由：--by 姓名 --because 理由',
    en: 'a name and a reason are needed: --by NAME --because REASON',
  }),
  becauseAlone: () => ({
    'zh-CN': '写了 --because 的，也须写明经办人：--by 姓名',
    en: 'with --because a name is needed too: --by NAME',
  }),
  paused: (d: { step: string }) => ({
    'zh-CN': `${d.step} 已暂停，到时间不会自动办；恢复用 jianbao schedule resume ${d.step} --by 姓名`,
    en: `${d.step} is paused and does not begin by itself; jianbao schedule resume ${d.step} --by NAME ends that`,
  }),
  pausedAlready: (d: { step: string }) => ({ 'zh-CN': `${d.step} 早已暂停`, en: `${d.step} is paused already` }),
  resumed: (d: { step: string }) => ({
    'zh-CN': `${d.step} 已恢复；暂停期间到时间的，下一轮补办`,
    en: `${d.step} begins by itself again; what came due meanwhile is done in the next round`,
  }),
  notPaused: (d: { step: string }) => ({ 'zh-CN': `${d.step} 没有暂停`, en: `${d.step} is not paused` }),
  skipped: (d: { run: string }) => ({ 'zh-CN': `${d.run} 已跳过`, en: `${d.run} is skipped` }),
  notSkipped: (d: { run: string }) => ({
    'zh-CN': `${d.run} 已办结、已跳过或正在办，不能跳过`,
    en: `${d.run} is done, skipped or under way, and cannot be skipped`,
  }),
} satisfies Texts;
