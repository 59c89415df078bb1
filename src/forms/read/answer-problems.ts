import { defineProblem } from '../../model/diagnostic.ts';

/** What can be wrong with one row of a returned form. */

export const cellChanged = defineProblem<{ target: string; label: string; expected: string; found: string }>(
  'form-cell-changed',
  'error',
  {
    'zh-CN': (d) => ({
      message: `目标${d.target}的“${d.label}”应为“${d.expected}”，表中现为“${d.found}”`,
      hint: '这一格不能改；任务有调整的请另行报告。请恢复原样后重新发送。',
    }),
    en: (d) => ({
      message: `${d.label} of target ${d.target} should be 「${d.expected}」, the form says 「${d.found}」`,
      hint: 'This cell must stay as it was.',
    }),
  },
);

export const previousChanged = defineProblem<{ target: string; expected: string; found: string }>(
  'form-previous-changed',
  'error',
  {
    'zh-CN': (d) => ({
      message: `目标${d.target}的上月累计应为“${d.expected}”，表中改成了“${d.found}”`,
      hint: '上月数不能在本表中改；确有错误的，请重新发送上月的月报表作为更正。',
    }),
    en: (d) => ({
      message: `last month's figure of target ${d.target} should be 「${d.expected}」, the form says 「${d.found}」`,
      hint: 'It cannot be corrected here; send the form of last month again.',
    }),
  },
);

export const figureBlank = defineProblem<{ targets: string }>('form-figure-blank', 'warning', {
  'zh-CN': (d) => ({
    message: `目标${d.targets}的累计完成没有填`,
    hint: '按未报送处理；没有进展应填0，请填报单位补报。',
  }),
  en: (d) => ({
    message: `the figures of target(s) ${d.targets} are blank`,
    hint: 'They count as 未报送; no progress is 0. Ask for them.',
  }),
});

export const noTaskClaimed = defineProblem<{ target: string; task: string }>('form-no-task-claimed', 'warning', {
  'zh-CN': (d) => ({
    message: `目标${d.target}填的是“无任务”，而任务分解表中有任务${d.task}`,
    hint: '按未报送处理；请与填报单位核实。',
  }),
  en: (d) => ({
    message: `target ${d.target} was answered 无任务, but the plan has a task of ${d.task}`,
    hint: 'It counts as 未报送; ask the reporter.',
  }),
});

export const negativeFigure = defineProblem<{ target: string; text: string }>('form-figure-negative', 'error', {
  'zh-CN': (d) => ({
    message: `目标${d.target}的累计完成“${d.text}”是负数`,
    hint: '累计完成应为不小于0的数；减少的，填减少后的累计数并写明原因。',
  }),
  en: (d) => ({
    message: `the figure ${d.text} of target ${d.target} is negative`,
    hint: 'A cumulative figure is 0 or more.',
  }),
});

export const roundedAnswer = defineProblem<{ target: string; shown: string; number: string }>(
  'form-figure-rounded',
  'error',
  {
    'zh-CN': (d) => ({
      message: `目标${d.target}的累计完成显示为“${d.shown}”，实际数值是${d.number}`,
      hint: '无法确定以哪个为准；请直接填写要报的数字。',
    }),
    en: (d) => ({
      message: `the figure of target ${d.target} shows as 「${d.shown}」 but is ${d.number}`,
      hint: 'Which one is meant cannot be told; type the figure itself.',
    }),
  },
);

export const otherUnit = defineProblem<{ target: string; text: string; unit: string }>('form-figure-unit', 'error', {
  'zh-CN': (d) => ({
    message: `目标${d.target}的累计完成“${d.text}”，单位应为“${d.unit}”`,
    hint: '请换算成表中的单位，只填数字。',
  }),
  en: (d) => ({
    message: `the figure 「${d.text}」 of target ${d.target} should be in ${d.unit}`,
    hint: 'Convert it and write the number alone.',
  }),
});
