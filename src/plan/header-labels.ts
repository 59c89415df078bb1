import type { ColumnRole } from '../model/plan.ts';

/** What offices call the columns left of the figures; the first of each is the usual name. */
export const leadingLabels: Readonly<Record<'no' | 'name' | 'target' | 'lead', readonly string[]>> = {
  no: ['序号', '编号', '项目序号'],
  name: ['项目名称', '项目', '实事项目', '民生实事项目', '项目内容', '事项'],
  target: ['量化目标', '目标任务', '年度目标', '任务目标', '年度量化目标', '目标'],
  lead: ['牵头单位', '责任单位', '主管单位', '市级牵头单位', '牵头部门', '责任部门'],
};
const cityLabels = ['市本级', '市级', '市直', '市属', '市直单位'];

/** By label, since every row of a table is asked whether it is a header. */
const roles = new Map<string, ColumnRole>([
  ...Object.entries(leadingLabels).flatMap(([role, labels]) =>
    labels.map((label) => [label, role as ColumnRole] as const),
  ),
  ...cityLabels.map((label) => [label, 'city'] as const),
]);

/** The role that a label names; null for any other, which may be a district. */
export function roleOfLabel(label: string): ColumnRole | null {
  return roles.get(label) ?? null;
}
