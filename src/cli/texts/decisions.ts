import type { DecisionState } from '../../decisions/states.ts';
import type { Message } from '../../model/language.ts';

const stateNames: Readonly<Record<DecisionState, string>> = {
  'in-force': '有效',
  expired: '期限已过',
  dead: '已失效',
  gone: '问题已不存在',
  replaced: '已被替代',
  revoked: '已撤销',
  refused: '不能放行',
};

/** What the command line says of decisions, in both languages. */
export const decisionTexts = {
  decided: (d: { id: string; text: string }) => ({
    'zh-CN': `处理意见 ${d.id}：${d.text}`,
    en: `decision ${d.id}: ${d.text}`,
  }),
  orDecide: (d: { command: string }) => ({
    'zh-CN': `须由人定夺的，可以记录处理意见，如：\n  ${d.command.replace(/--correct$/, '--correct 正确的数和单位')} --by 姓名 --because 理由`,
    en: ` What is for a person to say can be decided on, for instance:\n  ${d.command.replace(/--correct$/, '--correct FIGURE')} --by NAME --because REASON`,
  }),
  decisionRecorded: (d: { id: string; text: string }) => ({
    'zh-CN': `已记录处理意见 ${d.id}：${d.text}`,
    en: `recorded decision ${d.id}: ${d.text}`,
  }),
  decisionEffect: (d: { month: string; errors: string }) => ({
    'zh-CN':
      d.errors === '0'
        ? `${d.month === '' ? '任务分解表' : `${d.month} 的简报`}没有其他错误，可以生成简报`
        : `${d.month === '' ? '任务分解表' : `${d.month}`}仍有 ${d.errors} 个错误，简报尚不能生成`,
    en:
      d.errors === '0'
        ? `no error is left ${d.month === '' ? 'in the plan' : `in ${d.month}`}; briefings can be made`
        : `${d.errors} error(s) are left ${d.month === '' ? 'in the plan' : `in ${d.month}`}; no briefing can be made yet`,
  }),
  decisionRevoked: (d: { id: string }) => ({
    'zh-CN': `已撤销处理意见 ${d.id}，原件保留；所针对的问题恢复为未处理`,
    en: `revoked decision ${d.id}, which is kept; what it was about is open again`,
  }),
  revokedBy: (d: { by: string; because: string; date: string }) => ({
    'zh-CN': `；已由${d.by}于${d.date}撤销：${d.because}`,
    en: `; revoked by ${d.by} on ${d.date}: ${d.because}`,
  }),
  unsigned: () => ({
    'zh-CN': '处理意见须有处理人和理由：--by 姓名 --because 理由',
    en: 'a decision needs a name and a reason: --by NAME --because REASON',
  }),
  twoAnswers: () => ({
    'zh-CN': '--correct（更正）和 --until（暂缓）只能选一个；两个都不写即按原样列示',
    en: 'give --correct or --until, not both; neither lets the figure stand',
  }),
  badNth: (d: { text: string }) => ({
    'zh-CN': `--nth 后应为第几个，如 1，不是“${d.text}”`,
    en: `--nth takes a number like 1, not "${d.text}"`,
  }),
  noDecisions: () => ({ 'zh-CN': '还没有处理意见', en: 'there are no decisions yet' }),
  decisionHead: () => ({ 'zh-CN': '编号|状态|问题|针对|处理意见', en: 'id|state|problem|about|decision' }),
  decisionState: (d: { state: DecisionState }) => ({ 'zh-CN': stateNames[d.state], en: d.state }),
} satisfies Record<string, (data: never) => Message>;
