import type { Texts } from './texts.ts';

/** What return forms and their import say. */
export const returnsTexts = {
  sampleForms: () => ({
    'zh-CN': '注意：上月数为示例数据，月报表各页均已标明“示例数据”。',
    en: 'Note: last month’s figures are sample data; every page of the forms says 示例数据.',
  }),
  formsMade: (d: { files: string; out: string }) => ({
    'zh-CN': `已生成 ${d.files} 份月报表，存放在 ${d.out}`,
    en: `wrote ${d.files} return forms to ${d.out}`,
  }),
  filesRead: (d: { count: string }) => ({ 'zh-CN': `已读取 ${d.count} 个文件`, en: `${d.count} files read` }),
  noReturnFiles: (d: { paths: string }) => ({
    'zh-CN': `${d.paths} 中没有文件`,
    en: `there are no files in ${d.paths}`,
  }),
  returnsHead: () => ({ 'zh-CN': '填报单位|月份|项数|结果|文件', en: 'reporter|month|entries|outcome|file' }),
  outcomeNone: () => ({ 'zh-CN': '未存入', en: 'not stored' }),
  outcome: (d: { outcome: string; revision: string }) => ({
    'zh-CN': `${{ stored: '新存入', revised: '更正', unchanged: '没有变化' }[d.outcome] ?? d.outcome}（第${d.revision}版）`,
    en: `${{ stored: 'new', revised: 'correction', unchanged: 'unchanged' }[d.outcome] ?? d.outcome}, revision ${d.revision}`,
  }),
  outcomeLater: (d: { counts: string }) => ({
    'zh-CN': `，仍以第${d.counts}版为准`,
    en: `; revision ${d.counts} counts`,
  }),
  returnsRefused: (d: { good: string; wrong: string }) => ({
    'zh-CN': `${d.wrong} 个文件有错误，什么都没有存入。更正后重新导入；或加 --accept-partial，存入以上 ${d.good} 份月报中无误的各项。`,
    en: `${d.wrong} file(s) have errors; nothing was stored. Correct them and import again, or add --accept-partial to store the good entries of the ${d.good} return(s) above.`,
  }),
  returnsStored: (d: { stored: string; revised: string; unchanged: string }) => ({
    'zh-CN': `新存入 ${d.stored} 份，更正 ${d.revised} 份，没有变化 ${d.unchanged} 份`,
    en: `${d.stored} new, ${d.revised} corrected, ${d.unchanged} unchanged`,
  }),
  returnsPartial: (d: { wrong: string }) => ({
    'zh-CN': `有 ${d.wrong} 个文件的错误之处没有存入，请退回更正`,
    en: `the wrong entries of ${d.wrong} file(s) were left out; send them back for correction`,
  }),
} satisfies Texts;
