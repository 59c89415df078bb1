import { mailStateNames } from '../../delivery/mail-state-names.ts';
import { chinaTime } from '../../model/china-time.ts';
import { printedHash } from '../../model/printed-hash.ts';
import type { Texts } from './texts.ts';

/** Actions of the audit log by their first and second word; one that is missing here is shown as it is. */
const subjects: Readonly<Record<string, string>> = {
  edition: '',
  return: '月报',
  run: '步骤',
  step: '日程',
  mail: '邮件',
  store: '数据库',
};
const actions: Readonly<Record<string, string>> = {
  drafted: '生成送审稿',
  checked: '核对通过',
  signed: '审签',
  unsigned: '撤回审签',
  withdrawn: '撤回',
  published: '发布',
  delivered: '发送完成',
  begun: '开始',
  'taken-up': '继续',
  waiting: '等待',
  done: '完成',
  failed: '失败',
  skipped: '跳过',
  paused: '暂停',
  resumed: '恢复',
  ...mailStateNames,
  restored: '恢复',
};
const keys: Readonly<Record<string, string>> = {
  snapshot: '送审稿快照',
  published: '数据快照',
  because: '理由',
  reason: '原因',
  owner: '承办',
  due: '应办',
  late: '迟办',
  attempt: '第几次',
  from: '原为',
};
/** Words and times of a detail as a person reads them. */
const values: Readonly<Record<string, (value: string) => string>> = {
  due: chinaTime,
  late: () => '是',
  from: (state) => actions[state] ?? state,
};

/** What the command line says of the audit log, in both languages. */
export const auditTexts = {
  noAudit: () => ({ 'zh-CN': '没有操作记录', en: 'the audit log has no such line' }),
  auditHead: () => ({ 'zh-CN': '序号|时间|操作人|操作|对象|说明', en: 'line|time|who|action|subject|detail' }),
  auditProgram: () => ({ 'zh-CN': '（程序）', en: '(program)' }),
  auditAction: ({ action }: { action: string }) => {
    const [subject = '', what = ''] = action.split('.');
    const known = subjects[subject] !== undefined && actions[what] !== undefined;
    return { 'zh-CN': known ? `${subjects[subject]}${actions[what]}` : action, en: action };
  },
  auditDetail: ({ key, value }: { key: string; value: string }) => {
    if (key === 'automatic')
      return { 'zh-CN': value === '1' ? '按设置自动' : '', en: value === '1' ? 'automatic' : '' };
    const shown = /^[0-9a-f]{64}$/.test(value) ? printedHash(value) : value;
    return { 'zh-CN': `${keys[key] ?? key}：${values[key]?.(value) ?? shown}`, en: `${key}: ${shown}` };
  },
  auditWhole: () => ({
    'zh-CN': '操作记录逐条核对，均与写入时相同',
    en: 'every line of the audit log is as it was written',
  }),
  auditChanged: (d: { line: string }) => ({
    'zh-CN': `操作记录从第 ${d.line} 条起与写入时不同：有人改动、删除或补写过数据库；请停用后从备份恢复（jianbao restore），并保留现有数据库备查`,
    en: `from line ${d.line} on the audit log is not as it was written: somebody changed the database. Stop the service, keep this database for inquiry and restore a backup (jianbao restore)`,
  }),
} satisfies Texts;
