import type { Progress } from '../analysis/progress.ts';
import { lightView } from '../briefings/light-view.ts';
import type { Month } from '../briefings/month.ts';
import { ruleNowText } from '../briefings/pace-words.ts';
import { amountUp, percentText, pointsView } from '../briefings/words.ts';
import { decimalText, type Exact } from '../model/exact.ts';
import type { Message } from '../model/language.ts';
import { monthOf, periodText, previousPeriod } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import { decisionsOn } from './decisions-on.ts';
import { explainFigure, explainFigureBefore } from './explain-figure.ts';
import { type Explanation, node, same, words } from './explanation.ts';
import { taskRecord } from './records.ts';

/** One task: every figure that the briefings print of it. */
export function explainTask(month: Month, task: Progress): Explanation {
  const { target, column } = task;
  const light = lightView(task, month.lights);
  const title = `${column} ${target.id} ${target.clause}`;
  return node(same(title), same(light.label), {
    decisions: decisionsOn(month, target.id, null),
    inputs: [allocated(month, task), explainFigure(month, column, target.id), ...rates(month, task), ...rest(task)],
  });
}

/** The figure of the plan, and what was printed there before a 处理意见 replaced it. */
function allocated(month: Month, task: Progress): Explanation {
  const corrected = task.target.corrected?.allocations?.[task.column];
  const printed = corrected?.was
    ? [node(words('原表数（已更正）', 'as printed (corrected)'), same(quantityText(corrected.was)))]
    : [];
  return node(words('全年任务', 'task of the year'), same(quantityText(task.task)), {
    source: taskRecord(task, month),
    decisions: corrected ? [corrected.decision] : [],
    inputs: printed,
  });
}

/** Completion, pace, light and what became of them, where there is a figure. */
function rates(month: Month, task: Progress): Explanation[] {
  const { completion, gap, done } = task;
  if (done === null) return [];
  const what = words('完成率', 'completion');
  if (completion === null || gap === null) return [node(what, withoutRatio(task)), explainLight(month, task)];
  return [
    node(what, same(percentText(completion)), {
      formula: words(
        `累计完成 ${done.value} ÷ 全年任务 ${task.task.value}`,
        `done ${done.value} ÷ task ${task.task.value}`,
      ),
    }),
    explainPace(month, task),
    node(words('较序时进度', 'against the pace'), points(gap), {
      formula: words(
        `完成率 ${percentText(completion)} － 序时进度 ${percentText(task.pace)}`,
        `completion ${percentText(completion)} − pace ${percentText(task.pace)}`,
      ),
    }),
    explainLight(month, task),
    explainChange(month, task, completion),
    ...explainLastYear(task, completion),
  ];
}

function withoutRatio({ limit, task, done }: Progress): Message {
  if (done !== null && done.unit !== task.unit)
    return words(
      `不计：所报单位“${done.unit}”与任务单位“${task.unit}”不同`,
      `none: reported in “${done.unit}”, the task is in “${task.unit}”`,
    );
  if (limit !== null) return words('不计：控制性目标，以不超限为准', 'none: the target is a limit not to be exceeded');
  return words('不计：全年任务为0', 'none: the task is 0');
}

/** The pace of the target's own rule. */
function explainPace({ period }: Month, { pace, rule }: Progress): Explanation {
  const what = words('序时进度', 'pace');
  const text = ruleNowText(rule, period);
  if (rule.kind === 'nodes') return node(what, same(percentText(pace)), { formula: same(text) });
  const { startMonth, deadlineMonth } = rule;
  const months = deadlineMonth - startMonth + 1;
  const gone = Math.max(0, Math.min(months, monthOf(period) - startMonth + 1));
  return node(what, same(percentText(pace)), {
    formula: words(
      `${gone} ÷ ${months}，${text}`,
      `${gone} ÷ ${months} months, from ${startMonth} to ${deadlineMonth}`,
    ),
  });
}

function explainLight({ lights }: Month, task: Progress): Explanation {
  const { status, gap, completion, limit, done } = task;
  const light = lightView(task, lights);
  const value = same(light.mark + light.label);
  const what = words('状态', 'status');
  if (limit !== null && done !== null)
    return node(what, value, {
      formula: words(
        `累计 ${quantityText(done)}，上限 ${quantityText(task.task)}`,
        `${quantityText(done)}, limit ${quantityText(task.task)}`,
      ),
    });
  if (status === null || gap === null || completion === null) return node(what, value);
  const { from } = lights[status];
  const { text } = pointsView(gap);
  const formula =
    status === 'done'
      ? words(`完成率 ${percentText(completion)} 达到 100%`, `completion ${percentText(completion)} reaches 100%`)
      : from === null
        ? words(`较序时进度 ${text}，低于其他各档的界限`, `${text} is below the thresholds of all others`)
        : words(
            `较序时进度 ${text}，不低于本档界限 ${from}，未达到更高一档`,
            `${text} reaches its threshold ${from} and not that of the next better one`,
          );
  return node(what, value, { formula });
}

function explainChange(month: Month, { target, column, change }: Progress, completion: Exact): Explanation {
  const what = words('较上月', 'against last month');
  if (change === null) return node(what, words('—（上月没有可比的数）', '— (last month has nothing to compare with)'));
  const before = percentText(completion.sub(change));
  return node(what, points(change), {
    formula: words(
      `本月完成率 ${percentText(completion)} － 上月完成率 ${before}`,
      `this month ${percentText(completion)} − last month ${before}`,
    ),
    inputs: [explainFigureBefore(month, column, target.id, previousPeriod(month.period))],
  });
}

function explainLastYear({ lastYear }: Progress, completion: Exact): Explanation[] {
  if (lastYear?.change == null || lastYear.completion === null) return [];
  const then = percentText(lastYear.completion);
  return [
    node(words('较去年同期', 'against last year'), points(lastYear.change), {
      formula: words(
        `完成率 ${percentText(completion)} － ${periodText(lastYear.period)}完成率 ${then}（累计 ${quantityText(lastYear.done)}）`,
        `completion ${percentText(completion)} − ${then} in ${lastYear.period} (done ${quantityText(lastYear.done)})`,
      ),
    }),
  ];
}

/** What is left, and what has to be done each month from now on. */
function rest({ left, neededMonthly, task, done }: Progress): Explanation[] {
  if (left === null || done === null) return [];
  const missing = decimalText(left);
  const open = node(words('尚差', 'left'), same(missing + task.unit), {
    formula: words(`全年任务 ${task.value} － 累计完成 ${done.value}`, `task ${task.value} − done ${done.value}`),
  });
  if (neededMonthly === null) return [open];
  const months = decimalText(left.div(neededMonthly));
  const needed = node(words('今后每月需完成', 'needed each month'), same(quantityText(amountUp(neededMonthly, task))), {
    formula: words(`尚差 ${missing} ÷ 剩余 ${months} 个月，向上进位`, `left ${missing} ÷ ${months} months, rounded up`),
  });
  return [open, needed];
}

function points(difference: Exact): Message {
  const { text } = pointsView(difference);
  return words(`${text}个百分点`, `${text} points`);
}
