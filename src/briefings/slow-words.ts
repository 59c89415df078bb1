import { allNamesText } from './name-words.ts';
import { type Phrase, plain, strong, toned } from './phrase.ts';
import type { SpreadView } from './spread-view.ts';
import type { TaskView } from './task-view.ts';

/** One lagging task as the text names it: what was to be done, what was, how far behind since when, what it takes and when it would end. */
export function taskPhrase(task: TaskView): Phrase {
  const { done, completion, againstPace, paceRule, light } = task;
  // Beyond a limit there is nothing to catch up with.
  const facts = completion
    ? [`全年任务${task.task.text}`, `累计完成${done?.text}`, `完成率${completion.text}`]
    : [`上限${task.task.text}`, `实际${done?.text}`];
  const behind = againstPace === null ? '' : `${againstPace}${paceRule === null ? '' : `（${paceRule}）`}，`;
  return [
    ...named(task),
    ...plain(`：${facts.join('，')}，`),
    ...toned(`${behind}${light.label}`, light.tone),
    ...plain(`${course(task)}${still(task)}${end(task)}。`),
  ];
}

/** （3月起滞后）, and that nothing moved for two months or more. */
function course({ laggingSince, lagsAnew, monthsStill }: TaskView): string {
  const since = `（${lagsAnew ? '本月' : laggingSince}起滞后）`;
  return `${since}${monthsStill !== null && monthsStill > 1 ? `，已连续${monthsStill}个月没有进展` : ''}`;
}

function still({ left, needed }: TaskView): string {
  if (left === null) return '';
  return `；尚差${left.text}${needed === null ? '' : `，今后平均每月需完成${needed.text}`}`;
}

/** Where nothing moved, that has been said already. */
function end({ forecast, monthsStill }: TaskView): string {
  if (forecast === null) return '';
  const { month, late, thisYear, basis } = forecast;
  if (month === null) return monthsStill !== null && monthsStill > 1 ? '' : `；按${basis}进度无法推算完成时间`;
  return `；按${basis}进度，${late ? '预计' : '可于'}${month}完成${late && thisYear ? '，晚于完成期限' : ''}`;
}

/** One target that holders lag with: the city's rate, which may hide them, then how many lag and who. */
export function targetPhrase(spread: SpreadView): Phrase {
  const { unreported } = spread;
  const missing = unreported > 0 ? `，${unreported}个未报送` : '';
  return [...named(spread), ...plain('：'), ...cityRate(spread), ...laggingOf(spread), ...plain(`${missing}。`)];
}

/** Targets whose total has reached 100 % though some holders have not: named by number, five at most. */
export function hiddenText(hidden: readonly SpreadView[]): string {
  if (hidden.length === 0) return '';
  const each = hidden.slice(0, 5).map(({ id, completion, holders, unfinished }) => {
    const some =
      holders === unfinished ? `${holders}个承担单位均未达100%` : `${holders}个承担单位中${unfinished}个未达100%`;
    return `目标${id}（全市${completion?.text}，${some}）`;
  });
  const number = hidden.length > 5 ? `等${hidden.length}项` : '';
  return `全市合计已达100%、仍有承担单位未完成的有${each.join('、')}${number}。`;
}

/** 3.1 实现老年学校全覆盖（市教育局） */
function named({ id, clause, leadUnits }: Pick<TaskView, 'id' | 'clause' | 'leadUnits'>): Phrase {
  const lead = leadUnits.length === 0 ? '' : `（${leadUnits.join('、')}）`;
  return [...strong(clause === '' ? `目标${id}` : `${id} ${clause}`), ...plain(lead)];
}

/** 全市完成率52.0%，高于序时进度2.0个百分点，但; a total that lacks a return says nothing yet. */
function cityRate({ completion, againstPace, good, reached, unreported, holders }: SpreadView): Phrase {
  if (completion === null || againstPace === null || unreported > 0 || holders < 2) return [];
  return plain(`全市完成率${completion.text}，${reached ? '' : `${againstPace}，`}${good ? '但' : ''}`);
}

/** 12个承担单位中3个滞后（拱墅区、西湖区、滨江区） */
function laggingOf({ holders, lagging, unfinished, laggards, reached, unreported }: SpreadView): Phrase {
  if (holders === 1) return plain(`由${laggards[0]}承担，滞后`);
  if (lagging === holders) return plain(`${holders}个承担单位全部滞后`);
  const who = lagging === 1 ? `${laggards[0]}滞后` : `${lagging}个滞后（${allNamesText(laggards)}）`;
  const behind = reached && unreported === 0 && unfinished > lagging ? `${unfinished}个未达100%，其中` : '';
  return plain(`${holders}个承担单位中${behind}${who}`);
}
