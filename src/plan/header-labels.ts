import type { ColumnRole } from '../model/plan.ts';
import { splitSigns } from './signs.ts';
import { splitUnit } from './units.ts';

/** What a column of a file holds; `unit`, `total` and `aside` columns are read, but a plan has no such columns. */
export type LeafRole = ColumnRole | 'unit' | 'total' | 'aside';

/** What offices call the columns left of the figures; the first of each is the usual name. */
export const leadingLabels: Readonly<Record<'no' | 'name' | 'target' | 'lead', readonly string[]>> = {
  no: ['序号', '编号', '项目序号', '项目编号'],
  name: ['项目名称', '项目', '实事项目', '民生实事项目', '项目内容', '事项', '实事名称', '民生实事', '工作任务'],
  target: [
    '量化目标',
    '目标任务',
    '年度目标',
    '任务目标',
    '年度量化目标',
    '目标',
    '目标值',
    '目标数',
    '任务数',
    '任务量',
    '年度任务',
    '年度目标任务',
    '全市目标',
    '全市任务',
    '总目标',
    '总任务',
  ],
  lead: [
    '牵头单位',
    '责任单位',
    '主管单位',
    '市级牵头单位',
    '牵头部门',
    '责任部门',
    '市级责任单位',
    '牵头责任单位',
    '主办单位',
  ],
};

/** What the sum over the whole city is called. */
export const wholeTotals: readonly string[] = [
  '合计',
  '总计',
  '全市',
  '全市合计',
  '全市总计',
  '总数',
  '市合计',
  '合计数',
];

const otherLabels: Readonly<Record<'city' | 'unit' | 'total' | 'aside', readonly string[]>> = {
  city: ['市本级', '市级', '市直', '市属', '市直单位'],
  unit: ['单位', '计量单位', '数量单位'],
  total: wholeTotals,
  aside: [
    '备注',
    '说明',
    '类别',
    '分类',
    '领域',
    '板块',
    '完成时限',
    '完成时间',
    '完成期限',
    '时间要求',
    '配合单位',
    '协办单位',
    '责任领导',
    '分管领导',
    '责任人',
    '联系人',
    '联系电话',
    '电话',
    '手机',
    '进度安排',
  ],
};

const roles = new Map<string, LeafRole>(
  Object.entries({ ...leadingLabels, ...otherLabels }).flatMap(([role, labels]) =>
    labels.map((label) => [label, role as LeafRole] as const),
  ),
);
const yearBefore = /^\d{4}年(?:度)?/u;
/** 城区小计, 区县合计 */
const sumOfSome = /^\p{Script=Han}{0,8}(?:小计|合计|总计)$/u;

/** The role that a label names, unit, year and signs beside it aside; null for any other, which may be a district. */
export function roleOfLabel(label: string): LeafRole | null {
  const bare = splitSigns(splitUnit(label).text).bare;
  const role = roles.get(bare) ?? roles.get(bare.replace(yearBefore, ''));
  return role ?? (sumOfSome.test(bare) ? 'total' : null);
}
