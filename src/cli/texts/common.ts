import type { Texts } from './texts.ts';

/** What any command may say. */
export const commonTexts = {
  progress: (d: { done: string; total: string; path: string }) => ({
    'zh-CN': `${d.done}/${d.total} ${d.path}`,
    en: `${d.done}/${d.total} ${d.path}`,
  }),
  nothingWritten: () => ({
    'zh-CN': '数据有错误，没有写出任何文件。请按提示更正后重试。',
    en: 'The data have errors; nothing was written. Correct them and try again.',
  }),
  template: (d: { problem: string }) => ({ 'zh-CN': `模板有误：${d.problem}`, en: `template error: ${d.problem}` }),
  write: (d: { problem: string }) => ({ 'zh-CN': `文件无法生成：${d.problem}`, en: `cannot write: ${d.problem}` }),
  badMonth: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是月份，请写成 2023-06`,
    en: `"${d.text}" is no month, write it like 2023-06`,
  }),
  badDate: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是日期，请写成 2023-07-05`,
    en: `"${d.text}" is no date, write it like 2023-07-05`,
  }),
  badTime: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是时间，请写成 "2023-07-05 09:00"（北京时间）`,
    en: `"${d.text}" is no time, write it like "2023-07-05 09:00" (China time)`,
  }),
  badYear: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是年份，请写成 2023`,
    en: `"${d.text}" is no year, write it like 2023`,
  }),
  badFormat: (d: { text: string; known: string }) => ({
    'zh-CN': `没有“${d.text}”这种格式，可选：${d.known}`,
    en: `there is no format "${d.text}"; known: ${d.known}`,
  }),
} satisfies Texts;
