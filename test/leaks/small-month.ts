import type { Month } from '../../src/briefings/month.ts';
import type { Period } from '../../src/model/period.ts';
import { monthOf } from '../support/months.ts';

export const smallPlan = [
  '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县',
  '1\t新建改建各类桥梁1000座\t1000座\t甲局\t251座\t413座\t336座',
  '2\t修缮城乡道路900公里\t900公里\t乙局\t\t478公里\t422公里',
].join('\n');

/** What its columns report in every month: one of them is beyond its task. */
export const smallFigures = [
  '市本级,1,,1.1,131,座,',
  '甲区,1,,1.1,207,座,',
  '甲区,1,,2.1,245,公里,',
  '乙县,1,,1.1,341,座,',
  '乙县,1,,2.1,219,公里,',
];

/** A month of two districts with the one before it, so that its briefings have a chart; its files are written and searched quickly. */
export function smallMonth(period: Period = '2023-06'): Month {
  const [now, before] = [period, `2023-0${Number(period.slice(5)) - 1}`];
  const { month, diagnostics } = monthOf(
    [now, before].flatMap((each) => smallFigures.map((row) => `${each},${row}`)),
    { plan: smallPlan, period },
  );
  if (month === null) throw new Error(diagnostics[0]?.message.en);
  return month;
}
