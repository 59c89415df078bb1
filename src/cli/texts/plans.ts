import type { PlanChangeKind } from '../../plan/diff-plans.ts';
import type { Texts } from './texts.ts';

const changeNames: Readonly<Record<PlanChangeKind, string>> = {
  'column-added': '增加列',
  'column-removed': '取消列',
  'target-added': '增加任务',
  'target-removed': '取消任务',
  'target-renumbered': '编号变动',
  'project-name': '项目名称',
  quantity: '量化目标',
  'part-of': '所属目标',
  'lead-units': '牵头单位',
  allocation: '分解数',
  note: '说明',
};

/** What the commands about plans say. */
export const plansTexts = {
  planChecked: (d: { title: string; projects: string; targets: string; columns: string; figures: string }) => ({
    'zh-CN': `${d.title}：${d.projects} 个项目，${d.targets} 项量化目标，${d.columns} 列，${d.figures} 个分解数`,
    en: `${d.title}: ${d.projects} projects, ${d.targets} targets, ${d.columns} columns, ${d.figures} allocated figures`,
  }),
  exported: (d: { out: string }) => ({ 'zh-CN': `已写出 ${d.out}`, en: `wrote ${d.out}` }),
  planStored: (d: { version: string; effective: string }) => ({
    'zh-CN': `已存入任务分解表 ${d.version}，自 ${d.effective} 起施行`,
    en: `stored the plan as ${d.version}, in force from ${d.effective}`,
  }),
  planUnchanged: (d: { version: string; effective: string }) => ({
    'zh-CN': `与已有的 ${d.version}（自 ${d.effective} 起施行）相同，没有变化`,
    en: `it is the plan ${d.version}, in force from ${d.effective}; nothing was stored`,
  }),
  planUndecided: (d: { count: string; commands: string }) => ({
    'zh-CN': `其中 ${d.count} 处错误须由人定夺：处理之前，月报表不能发，简报不能印发。请改正原文件重新导入，或逐处记录处理意见（末尾加 --by 姓名 --because 理由）：\n${d.commands}`,
    en: `${d.count} error(s) are for a person to decide on; until then no forms and no briefings can be made. Correct the file and import it again, or decide, adding --by NAME --because REASON:\n${d.commands}`,
  }),
  planChanges: (d: { earlier: string; count: string }) => ({
    'zh-CN': `与 ${d.earlier} 相比有 ${d.count} 处变动；此前各月的简报不受影响：`,
    en: `${d.count} change(s) from ${d.earlier}; briefings of earlier months stay as they were:`,
  }),
  planSame: (d: { earlier: string; count: string }) => ({
    'zh-CN': `任务与 ${d.earlier} 相同`,
    en: `the tasks are those of ${d.earlier}`,
  }),
  comparedPlan: (d: { side: string; named: string; title: string; effective: string; document: string }) => ({
    'zh-CN': `${d.side === 'before' ? '原' : '现'}：${d.named} ${d.title}${d.effective === '' ? '' : `，自 ${d.effective} 起施行`}${d.document === '' ? '' : `，${d.document}`}`,
    en: `${d.side}: ${d.named} ${d.title}${d.effective === '' ? '' : `, in force from ${d.effective}`}${d.document === '' ? '' : `, ${d.document}`}`,
  }),
  plansSame: () => ({ 'zh-CN': '两版任务相同', en: 'the two say the same' }),
  planChangeHead: () => ({ 'zh-CN': '编号|任务|变动|列|原|现', en: 'target|task|change|column|before|after' }),
  planChange: (d: { kind: PlanChangeKind }) => ({ 'zh-CN': changeNames[d.kind], en: d.kind }),
  nothing: () => ({ 'zh-CN': '（无）', en: '(none)' }),
} satisfies Texts;
