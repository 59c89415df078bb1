import { defineProblem } from '../model/diagnostic.ts';

/** Why nobody can tell whether a packet may be mailed. */

export const notJudged = defineProblem<{ reason: string }>('leak-not-judged', 'error', {
  'zh-CN': (d) => ({
    message: `不能据这个数据快照确认收件单位可以看什么：${d.reason}`,
    hint: '请从备份恢复这个快照，或用当时的程序版本核对。',
  }),
  en: (d) => ({
    message: `does not tell what its readers may see: ${d.reason}`,
    hint: 'Restore this snapshot from a backup, or use the version of the program that made it.',
  }),
});

export const unknownReader = defineProblem<{ audience: string }>('leak-unknown-reader', 'error', {
  'zh-CN': (d) => ({
    message: `按这个数据快照，${d.audience}没有简报，无法确认它可以看什么`,
    hint: '请重新生成该月简报。',
  }),
  en: (d) => ({
    message: `has no briefing for ${d.audience}, so nobody can tell what it may see`,
    hint: 'Make the month again.',
  }),
});

export const noPacket = defineProblem<{ audience: string; edition: string }>('gate-no-packet', 'error', {
  'zh-CN': (d) => ({
    message: `清单中没有${d.audience}的文件（${d.edition}）`,
    hint: '请先生成该月简报，再发送。',
  }),
  en: (d) => ({
    message: `has no files for ${d.audience} (${d.edition})`,
    hint: 'Make the month before it is mailed.',
  }),
});

export const noMonth = defineProblem('gate-no-month', 'error', {
  'zh-CN': () => ({ message: '不是一个月的输出文件夹，没有清单', hint: '请核对文件夹，或先生成该月简报。' }),
  en: () => ({
    message: 'is no output folder of a month: it has no manifest',
    hint: 'Check the folder, or make the month.',
  }),
});
