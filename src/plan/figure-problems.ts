import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';

/** What can be wrong with targets, figures and sums. */

export const mergedFigure = defineProblem<{ text: string }>('plan-figure-merged', 'error', {
  'zh-CN': (d) => ({
    message: `“${d.text}”所在单元格跨了多列或多行，无法确定数字属于哪个区、县（市）的哪一项`,
    hint: '请拆分该合并单元格，把数字分别填入各自的格；共用一个数的，请写明各占多少。',
  }),
  en: (d) => ({
    message: `the cell of 「${d.text}」 covers several columns or rows, so whose figure it is cannot be told`,
    hint: 'Split the merged cell and give each its own figure.',
  }),
});

export const unreadableFigure = defineProblem<{ text: string }>('plan-figure-unreadable', 'error', {
  'zh-CN': (d) => ({ message: `“${d.text}”不是数字加单位`, hint: '请改为“210张”这样的写法；没有任务的格留空。' }),
  en: (d) => ({
    message: `「${d.text}」 is not a figure with its unit`,
    hint: 'Write it like 210张; leave a cell without task blank.',
  }),
});

export const hiddenZero = defineProblem<{ text: string }>('plan-zero-hidden', 'warning', {
  'zh-CN': (d) => ({
    message: `该格的值是0，按格式显示为“${d.text}”，已按没有任务读取`,
    hint: '任务数为0与没有任务不同；若任务数确是0，请把格式改为常规。',
  }),
  en: (d) => ({
    message: `the cell holds 0 and shows 「${d.text}」; it was read as no task`,
    hint: 'A task of 0 is not the same as no task; change the format if 0 is meant.',
  }),
});

export const hiddenFigure = defineProblem<{ text: string; value: string }>('plan-figure-hidden', 'error', {
  'zh-CN': (d) => ({
    message: `该格的值是${d.value}，按格式显示为“${d.text}”`,
    hint: '请把单元格格式改为常规，或清除其中的数字。',
  }),
  en: (d) => ({
    message: `the cell holds ${d.value} but shows 「${d.text}」`,
    hint: 'Change the format of the cell, or clear it.',
  }),
});

export const signBeside = defineProblem<{ text: string; signs: string }>('plan-figure-sign', 'info', {
  'zh-CN': (d) => ({
    message: `“${d.text}”带有标记“${d.signs}”，数字中不计`,
    hint: '标记的含义请见表下注释。',
  }),
  en: (d) => ({
    message: `「${d.text}」 carries the sign 「${d.signs}」, which is no part of the number`,
    hint: 'See the notes below the table for what it means.',
  }),
});

export const wordsForFigure = defineProblem<{ text: string }>('plan-figure-words', 'info', {
  'zh-CN': (d) => ({
    message: `“${d.text}”不是数字，照原文列示，不参加核对`,
    hint: '该目标没有数字，各区按文字表述执行。',
  }),
  en: (d) => ({
    message: `「${d.text}」 is no number; it is printed as it stands and not checked`,
    hint: 'The target has no number either.',
  }),
});

export const doubtfulTarget = explained(
  defineProblem<{ text: string }>('plan-target-doubtful', 'warning', {
    'zh-CN': (d) => ({
      message: `量化目标“${d.text}”不能读作一个数量，本行合计未核对`,
      hint: '请改为“5000个”这样一个数字加单位；几个目标请分行列示。',
    }),
    en: (d) => ({
      message: `the target 「${d.text}」 is not one quantity, so the sum of its row was not checked`,
      hint: 'Write one number with its unit, such as 5000个, and give each target its own row.',
    }),
  }),
  {
    'zh-CN': {
      title: '的量化目标不能读作一个数量',
      finds: '量化目标中有数字，却不是一个数加单位，如“5000—6000个”。',
      remedy: '请改为“5000个”这样一个数字加单位；几个目标请分行列示。',
    },
    en: {
      title: 'have a target that is not one quantity',
      finds: 'A target has digits but is not one number with its unit, such as 5000—6000个.',
      remedy: 'Write one number with its unit, and give each target its own row.',
    },
  },
);

export const noUnit = defineProblem<{ targets: string }>('plan-unit-missing', 'warning', {
  'zh-CN': (d) => ({
    message: `目标${d.targets}没有单位`,
    hint: '请在数字后写明单位，或在表头写明，如“量化目标（个）”；月报的单位须与之一致。',
  }),
  en: (d) => ({
    message: `target(s) ${d.targets} have no unit`,
    hint: 'Write it behind the number or into the header; returns must carry the same unit.',
  }),
});

export const borrowedUnit = defineProblem<{ units: string }>('plan-unit-borrowed', 'info', {
  'zh-CN': (d) => ({
    message: `数字后没有单位，取自表头、项目名称或表上方：${d.units}`,
    hint: '请核对各目标的单位，尤其是“万”。',
  }),
  en: (d) => ({
    message: `units were taken from header, name or caption, since none stands behind the numbers: ${d.units}`,
    hint: 'Check each of them, and 万 above all.',
  }),
});

export const noAllocation = explained(
  defineProblem<{ target: string; text: string }>('plan-target-unallocated', 'warning', {
    'zh-CN': (d) => ({
      message: `目标${d.target}（${d.text}）没有分解到任何一列`,
      hint: '若由全市统筹，请在该行各列合并注明；否则请补上分解数。',
    }),
    en: (d) => ({
      message: `target ${d.target} (${d.text}) is allocated to no column`,
      hint: 'Say in a note over the row that the city holds it, or add the figures.',
    }),
  }),
  {
    'zh-CN': {
      title: '没有分解到任何一列',
      finds: '目标有数字，各列却没有分解数，也没有说明。',
      remedy: '若由全市统筹，请在该行各列合并注明；否则请补上分解数。',
    },
    en: {
      title: 'are allocated to no column',
      finds: 'A target has a number, but neither figures nor a note in its columns.',
      remedy: 'Say in a note over the row that the city holds it, or add the figures.',
    },
  },
);

/** `what`: the column's or row's own figures, or the target that is stated elsewhere. */
export const totalDiffers = defineProblem<{ label: string; stated: string; what: 'sum' | 'target'; found: string }>(
  'plan-total-differs',
  'warning',
  {
    'zh-CN': (d) => ({
      message: `“${d.label}”为${d.stated}，${d.what === 'sum' ? '各列合计' : '量化目标'}为${d.found}`,
      hint: '数字按原表列示；请与制表单位核实以哪个为准。',
    }),
    en: (d) => ({
      message: `「${d.label}」 states ${d.stated}, the ${d.what === 'sum' ? 'figures add up to' : 'target is'} ${d.found}`,
      hint: 'The figures stay as printed. Ask whoever made the table which one holds.',
    }),
  },
);
