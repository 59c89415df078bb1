import type { Texts } from './texts.ts';

/** What `init` says. */
export const startingTexts = {
  officeMade: (d: { folder: string; resumed: boolean }) => ({
    'zh-CN': `${d.resumed ? '已接着上次没有做完的，' : ''}在 ${d.folder} 中建好：设置 jianbao.yaml、工作日历 工作日.yaml、数据库、output 和 发件箱`,
    en: `${d.resumed ? 'carried on where it was broken off; ' : ''}made in ${d.folder}: settings (jianbao.yaml), calendar (工作日.yaml), database, output and 发件箱`,
  }),
  sampleLoaded: (d: { readers: string; months: string }) => ({
    'zh-CN': `已存入2023年任务分解表（样例），收件人 ${d.readers} 个（样例地址，不会真的发出）；${d.months} 个月的月报（示例数据）在 样例月报 中，可逐月导入`,
    en: `the plan of 2023 is stored (sample), with ${d.readers} recipients (made-up addresses, nothing leaves); returns of ${d.months} months (sample data) lie in 样例月报, to be imported month by month`,
  }),
  planLoaded: (d: { readers: string }) => ({
    'zh-CN': `已存入任务分解表；${d.readers} 个收件人已列入 jianbao.yaml，请填写邮箱地址`,
    en: `the plan is stored; its ${d.readers} recipients are listed in jianbao.yaml, to be given their addresses`,
  }),
  nextCommands: () => ({ 'zh-CN': '接下来：', en: 'Next:' }),
  initConflict: () => ({
    'zh-CN': '--empty 和 --plan 只能用一个',
    en: 'use one of --empty and --plan',
  }),
  readersUnaddressed: (d: { count: string; names: string }) => ({
    'zh-CN': `有 ${d.count} 个收件人没有邮箱地址：${d.names}；请在 jianbao.yaml 的 recipients.readers 中填写`,
    en: `${d.count} recipients have no address: ${d.names}; fill them in under recipients.readers in jianbao.yaml`,
  }),
} satisfies Texts;
