import { examineStore } from '../../store/examine-store.ts';
import { type Exam, fine, note, wrong } from './exam.ts';

/** The database: opens, is sound and can be written; nobody changed its audit log; it has a plan. */
export const database: Exam = {
  name: 'database',
  title: { 'zh-CN': '数据库', en: 'database' },
  async examine({ database: url, store, plan, now }) {
    const { where, version } = await examineStore(url, now);
    if (store === null) return [];
    const changed = await store.ledger.audit.firstChanged();
    if (changed !== null)
      return [
        wrong(
          { 'zh-CN': `操作记录自第 ${changed} 条起被改动过`, en: `the audit log was changed from line ${changed} on` },
          {
            'zh-CN': '有人绕过程序改了数据库：请与备份核对，查明情况',
            en: 'somebody changed the database past the program: compare it with a backup',
          },
        ),
      ];
    if (plan === null)
      return [
        note(
          { 'zh-CN': `${where} 中没有本月施行的任务分解表`, en: `${where} has no plan in force this month` },
          { 'zh-CN': '请用 jianbao plan import 存入', en: 'store one with jianbao plan import' },
        ),
      ];
    return [
      fine(
        `${where} 完好，可以写入（结构第 ${version} 版，操作记录完整）`,
        `${where} is sound and can be written (schema ${version}, audit log whole)`,
      ),
    ];
  },
};
