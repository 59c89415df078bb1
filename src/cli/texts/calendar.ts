import type { StepKind } from '../../model/schedule-settings.ts';
import { stepNames } from '../../schedule/step-names.ts';
import type { Texts } from './texts.ts';

const weekdays = { zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };

/** How workdays and the steps of a month are told. */
export const calendarTexts = {
  stepKind: (d: { kind: StepKind }) => stepNames[d.kind],
  weekday: (d: { number: number }) => ({
    'zh-CN': `周${weekdays.zh[d.number] ?? ''}`,
    en: weekdays.en[d.number] ?? '',
  }),
  yearHead: (d: { year: string; count: string }) => ({
    'zh-CN': `${d.year}年共${d.count}个工作日`,
    en: `${d.year} has ${d.count} workdays`,
  }),
  festivalColumns: () => ({ 'zh-CN': '节日|放假|天数', en: 'festival|days off|days' }),
  makeUpColumns: () => ({ 'zh-CN': '节日|上班的休息日', en: 'festival|make-up workday' }),
  monthColumns: () => ({
    'zh-CN': '月份|工作日|第一个|最后一个',
    en: 'month|workdays|first|last',
  }),
  ownDay: (d: { name: string }) => ({ 'zh-CN': `${d.name}（本单位）`, en: `${d.name} (the office’s own)` }),
  span: (d: { first: string; last: string }) => ({
    'zh-CN': `${d.first} 至 ${d.last}`,
    en: `${d.first} to ${d.last}`,
  }),
  knownYears: (d: { zh: string; en: string }) => ({
    'zh-CN': `已有放假安排的年份：${d.zh}`,
    en: `years whose days off are known: ${d.en}`,
  }),
  lastYearMayChange: (d: { year: string; next: string }) => ({
    'zh-CN': `${d.next}年的通知公布后，${d.year}年12月的最后几天还可能变动（元旦连休、调休），届时请更新程序`,
    en: `the notice for ${d.next} may still change the last days of December ${d.year}; update the program once it is out`,
  }),
  monthHead: (d: { month: string; count: string }) => ({
    'zh-CN': `${d.month}月报的各步（北京时间）；当月${d.count}个工作日`,
    en: `steps of the report month ${d.month} (China time); it has ${d.count} workdays`,
  }),
  stepColumns: () => ({ 'zh-CN': '步骤|办理事项|时间|规则', en: 'step|does|due|rule' }),
  stepUntil: (d: { time: string }) => ({ 'zh-CN': `最迟等到 ${d.time}`, en: `waits until ${d.time} at most` }),
  undatedStep: () => ({ 'zh-CN': '无法确定（见下）', en: 'cannot be told (see below)' }),
  restDay: () => ({ 'zh-CN': '（休息日）', en: ' (day off)' }),
  makeUpDay: (d: { name: string }) => ({ 'zh-CN': `（${d.name}调休上班）`, en: ` (make-up workday, ${d.name})` }),
  noSchedule: (d: { file: string }) => ({
    'zh-CN': `${d.file} 中没有 schedule 一节，没有按月自动办理的步骤；jianbao init 会写出带说明的样例`,
    en: `${d.file} has no section schedule, so no step runs by itself; jianbao init writes one with comments`,
  }),
} satisfies Texts;
