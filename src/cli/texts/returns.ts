import type { ListedReturn } from '../../jobs/list-returns.ts';
import { dateText } from '../../model/period.ts';
import type { Withdrawal } from '../../model/withdrawal.ts';
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
    'zh-CN': `${{ stored: '新存入', revised: '更正', unchanged: '没有变化', withdrawn: '此前已撤回，未存入' }[d.outcome] ?? d.outcome}（第${d.revision}版）`,
    en: `${{ stored: 'new', revised: 'correction', unchanged: 'unchanged', withdrawn: 'withdrawn before, not stored' }[d.outcome] ?? d.outcome}, revision ${d.revision}`,
  }),
  outcomeLater: (d: { counts: string }) => ({
    'zh-CN': `，仍以第${d.counts}版为准`,
    en: `; revision ${d.counts} counts`,
  }),
  returnsRefused: (d: { good: string; wrong: string }) => ({
    'zh-CN': `${d.wrong} 个文件有错误，什么都没有存入。更正后重新导入${d.good === '0' ? '' : `；或加 --accept-partial，存入以上 ${d.good} 份月报中无误的各项`}。`,
    en: `${d.wrong} file(s) have errors; nothing was stored. Correct them and import again${d.good === '0' ? '' : `, or add --accept-partial to store the good entries of the ${d.good} return(s) above`}.`,
  }),
  returnsStored: (d: { stored: string; revised: string; unchanged: string }) => ({
    'zh-CN': `新存入 ${d.stored} 份，更正 ${d.revised} 份，没有变化 ${d.unchanged} 份`,
    en: `${d.stored} new, ${d.revised} corrected, ${d.unchanged} unchanged`,
  }),
  returnsPartial: (d: { wrong: string }) => ({
    'zh-CN': `有 ${d.wrong} 个文件的错误之处没有存入，请退回更正`,
    en: `the wrong entries of ${d.wrong} file(s) were left out; send them back for correction`,
  }),
  returnsWithdrawn: (d: { count: string }) => ({
    'zh-CN': `有 ${d.count} 份与此前撤回的相同，没有存入；确要重新采用，加 --readmit 再导入，作为新的一版`,
    en: `${d.count} repeat(s) what was withdrawn and was not stored; to take it in again as a new revision, add --readmit`,
  }),
  noReturns: () => ({ 'zh-CN': '库中没有这样的月报', en: 'there are no such returns' }),
  returnListHead: () => ({
    'zh-CN': '月份|填报单位|版次|状态|截至|收到|文件',
    en: 'month|reporter|revision|state|as of|received|file',
  }),
  returnState: (d: { state: ListedReturn['state'] }) => ({
    'zh-CN': { counts: '现行', replaced: '已被取代', withdrawn: '已撤回' }[d.state],
    en: d.state,
  }),
  withdrawnBy: (d: Withdrawal) => ({
    'zh-CN': `（${d.by}，${dateText(d.withdrawn)}：${d.because}）`,
    en: ` (${d.by}, ${d.withdrawn}: ${d.because})`,
  }),
  withdrawUnsigned: () => ({
    'zh-CN': '撤回月报须有撤回人和理由：--by 姓名 --because 理由',
    en: 'to withdraw a return takes a name and a reason: --by NAME --because REASON',
  }),
  badRevision: (d: { text: string }) => ({
    'zh-CN': `--revision 后应为版次，如 2，不是“${d.text}”`,
    en: `--revision takes a number like 2, not "${d.text}"`,
  }),
  withdrawn: (d: { name: string; revision: string; counts: string }) => ({
    'zh-CN': `已撤回${d.name}第${d.revision}版，原件保留；${d.counts === '' ? '该单位这个月按未报送处理' : `以第${d.counts}版为准`}`,
    en: `withdrew ${d.name}, revision ${d.revision}, which is kept; ${d.counts === '' ? 'the reporter owes a return again' : `revision ${d.counts} counts`}`,
  }),
  withdrawnAfterIssue: (d: { month: string }) => ({
    'zh-CN': `${d.month} 的简报已经印发，没有变动；要更正，运行 jianbao sign draft --month ${d.month} --correction --reason 理由`,
    en: `the briefings of ${d.month} are out and stay as they are; to correct them, run jianbao sign draft --month ${d.month} --correction --reason TEXT`,
  }),
  returnsInFiles: (d: { place: string; folder: string }) => ({
    'zh-CN': `${d.place} 中没有数据库：月报就是 ${d.folder} 中的文件，要撤回，删去那份文件，或换成更正后的`,
    en: `${d.place} has no database: the returns are the files in ${d.folder}; to withdraw one, delete its file or put the right one in its place`,
  }),
} satisfies Texts;
