import { defineProblem } from '../model/diagnostic.ts';

/** What can be wrong with returns that could be read. */

export const noPlan = defineProblem<{ month: string }>('return-without-plan', 'error', {
  'zh-CN': (d) => ({
    message: `没有${d.month}施行的任务分解表，月报无从核对`,
    hint: '请先用 jianbao plan import 导入任务分解表；若月份写错，请更正。',
  }),
  en: (d) => ({
    message: `there is no plan in force in ${d.month} to check the return against`,
    hint: 'Import the plan first with jianbao plan import, or correct the month.',
  }),
});

export const otherMonth = defineProblem<{ reporter: string; month: string; asked: string }>(
  'return-other-month',
  'error',
  {
    'zh-CN': (d) => ({
      message: `${d.reporter}的月报是${d.month}的，现在收的是${d.asked}`,
      hint: '请核对是否用了上个月的表；确是补报或更正的，请单独导入，不加 --month。',
    }),
    en: (d) => ({
      message: `the return of ${d.reporter} is of ${d.month}, not of ${d.asked}`,
      hint: 'See whether last month’s form was used; import late returns and corrections by themselves, without --month.',
    }),
  },
);

export const fallWithoutReason = defineProblem<{ reporter: string; target: string; now: string; before: string }>(
  'form-fall-without-reason',
  'error',
  {
    'zh-CN': (d) => ({
      message: `${d.reporter}目标${d.target}累计完成由上月${d.before}降为${d.now}，没有填“数字下降的原因”`,
      hint: '请退回填报单位填写原因或更正数字；上月数有误的，请先导入上月的更正。',
    }),
    en: (d) => ({
      message: `${d.reporter}, target ${d.target}: the figure fell from ${d.before} to ${d.now} without 数字下降的原因`,
      hint: 'Send it back for the reason or the right figure; if last month was wrong, import its correction first.',
    }),
  },
);

export const competing = defineProblem<{ reporter: string; month: string; other: string }>(
  'return-competing',
  'error',
  {
    'zh-CN': (d) => ({
      message: `${d.reporter}${d.month}的月报同时有两份，内容不同，另一份是${d.other}`,
      hint: '无法确定以哪份为准；请只留应采用的一份，或按先后分两次导入，后导入的作为更正。',
    }),
    en: (d) => ({
      message: `there are two different returns of ${d.reporter} for ${d.month}, the other one is ${d.other}`,
      hint: 'Which one counts cannot be told; keep one, or import them one after the other: the later one is the correction.',
    }),
  },
);
