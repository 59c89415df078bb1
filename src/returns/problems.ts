import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';

/** Everything that can be wrong with a file of returns on its way to becoming returns. */

export const noReturnTable = defineProblem<{ file: string }>('return-no-table', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file}不是月报：没有“月份、填报单位、目标编号、累计完成”四列`,
    hint: '请使用下发的月报格式；若此文件不是月报，请移出月报文件夹。',
  }),
  en: (d) => ({
    message: `${d.file} is no return: it lacks the columns 月份, 填报单位, 目标编号 and 累计完成`,
    hint: 'Use the return form; if the file is no return, move it out of the folder.',
  }),
});

export const badMonth = defineProblem<{ text: string }>('return-month-unreadable', 'error', {
  'zh-CN': (d) => ({ message: `月份“${d.text}”无法识别`, hint: '请写成2023-06 的形式。' }),
  en: (d) => ({ message: `「${d.text}」 is no month`, hint: 'Write it like 2023-06.' }),
});

export const badDate = defineProblem<{ text: string }>('return-date-unreadable', 'error', {
  'zh-CN': (d) => ({ message: `截止日期“${d.text}”无法识别`, hint: '请写成2023-06-30 的形式。' }),
  en: (d) => ({ message: `「${d.text}」 is no date`, hint: 'Write it like 2023-06-30.' }),
});

export const badRevision = defineProblem<{ text: string }>('return-revision-unreadable', 'error', {
  'zh-CN': (d) => ({ message: `版次“${d.text}”不是1、2、3 这样的整数`, hint: '首次报送填1，更正一次加1。' }),
  en: (d) => ({
    message: `「${d.text}」 is no revision number`,
    hint: 'The first return is 1, each correction one more.',
  }),
});

export const badFigure = explained(
  defineProblem<{ text: string; target: string }>(
    'return-figure-unreadable',
    'error',
    {
      'zh-CN': (d) => ({
        message: `目标${d.target}的累计完成“${d.text}”不是数字`,
        hint: '请只填数字；没有任务填“无任务”，未报填“未报送”，情况写在“说明”列。',
      }),
      en: (d) => ({
        message: `the figure 「${d.text}」 of target ${d.target} is not a number`,
        hint: 'Write a number only; 无任务 or 未报送 where there is none, and words under 说明.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '累计完成不是数字',
      finds: '累计完成处写的像是数字，却不能确定是哪个数，如“约200”“三百”。',
      remedy: '请只填数字；没有任务填“无任务”，未报填“未报送”，情况写在“说明”列。',
    },
    en: {
      title: 'have a figure that is no number',
      finds: 'What stands for a figure speaks of a number that cannot be told, such as 约200 or 三百.',
      remedy: 'Write a number only; 无任务 or 未报送 where there is none, and words under 说明.',
    },
  },
);

export const wordsForFigure = explained(
  defineProblem<{ text: string; target: string }>('return-words-for-figure', 'warning', {
    'zh-CN': (d) => ({
      message: `目标${d.target}的累计完成处写的是“${d.text}”，没有数字`,
      hint: '已照原文保留，不计为数字，按未报送处理；请填报单位补报累计数，情况写在“说明”或“存在问题”中。',
    }),
    en: (d) => ({
      message: `the figure of target ${d.target} is the words 「${d.text}」`,
      hint: 'The words are kept and count as no figure; ask for the number, with the words under 说明.',
    }),
  }),
  {
    'zh-CN': {
      title: '累计完成处写的是文字',
      finds: '累计完成处写的是文字，如“全部开工”，没有数字。',
      remedy: '照原文保留，按未报送处理；请填报单位补报累计数。',
    },
    en: {
      title: 'have words in place of a figure',
      finds: 'Words such as 全部开工 stand where a figure belongs.',
      remedy: 'They are kept and count as no figure; ask for the number.',
    },
  },
);

export const mergedReturn = defineProblem<{ text: string }>('return-cell-merged', 'error', {
  'zh-CN': (d) => ({
    message: `“${d.text}”所在单元格跨了多行或多列，无法确定属于哪一项目标`,
    hint: '请拆分该合并单元格，每项目标一行，各填各的数。',
  }),
  en: (d) => ({
    message: `the cell of 「${d.text}」 covers several rows or columns, so which target it belongs to cannot be told`,
    hint: 'Split the merged cell: one row and one figure for each target.',
  }),
});
