import type { Progress } from '../analysis/progress.ts';
import type { Standing } from '../analysis/standing.ts';
import type { Month } from '../briefings/month.ts';
import { percentText } from '../briefings/words.ts';
import { exact, min, sum } from '../model/exact.ts';
import type { Message } from '../model/language.ts';
import { quantityText } from '../model/quantity.ts';
import { type Explanation, node, same, words } from './explanation.ts';
import { sourcesOf } from './figure-sources.ts';
import { entryRecord } from './records.ts';

/** A 综合完成率: the rates that it is the mean of, which of them were capped, and what is missing where there is none. */
export function explainScore(month: Month, standing: Standing, named: boolean): Explanation {
  const { score, tasks } = standing;
  return node(words('综合完成率', 'composite'), same(score ? percentText(score) : '—'), {
    formula: score ? meanOf(month, standing) : lacking(standing),
    inputs: tasks.map((task) => rateOf(month, task, named)),
  });
}

/** The calculation, with the sum where all count alike. */
function meanOf({ settings }: Month, { tasks, unreported }: Standing): Message {
  const { cap, weights } = settings.composite;
  const counted = tasks.filter(({ completion, target }) => completion !== null && weightOf(weights, target.id) > 0);
  const most = exact(String(cap)).div(100);
  const total = percentText(sum(counted.map(({ completion }) => min(completion ?? most, most))));
  const [zh, en] =
    unreported > 0 ? [`，未报送的${unreported}项不计`, `, without ${unreported} not reported`] : ['', ''];
  if (counted.some(({ target }) => weightOf(weights, target.id) !== 1))
    return words(
      `${counted.length}项任务完成率按权重平均，单项最高按${cap}%计${zh}`,
      `weighted mean of ${counted.length} completions, each counted as at most ${cap} %${en}`,
    );
  return words(
    `${counted.length}项任务完成率之和 ${total} ÷ ${counted.length}，单项最高按${cap}%计${zh}`,
    `sum of ${counted.length} completions ${total} ÷ ${counted.length}, each counted as at most ${cap} %${en}`,
  );
}

function lacking({ unreported }: Standing): Message {
  return unreported > 0
    ? words(`${unreported}项未报送，不计算`, `${unreported} not reported, so there is none`)
    : words('没有可以计算的完成率', 'there is no rate to work it out from');
}

function weightOf(weights: Readonly<Record<string, number>>, target: string): number {
  return Object.hasOwn(weights, target) ? (weights[target] ?? 1) : 1;
}

/** One line of a task: its rate, how it came about and where its figure stands. */
export function rateOf(month: Month, task: Progress, named: boolean): Explanation {
  const { target, column, completion, done } = task;
  const what = same(named ? `${column} ${target.id}` : `${target.id} ${target.clause}`);
  const source = sourcesOf(month)(column, target.id);
  const parts = { source: source && entryRecord(source.entry, source.given) };
  if (done === null) return node(what, words('未报送', 'not reported'), parts);
  if (completion === null)
    return node(what, words('不计', 'not counted'), { ...parts, formula: same(quantityText(done)) });
  const shares = `${done.value} ÷ ${task.task.value}`;
  const { cap, weights } = month.settings.composite;
  const weight = weightOf(weights, target.id);
  const [zh, en] = [[shares], [shares]];
  if (completion.gt(exact(String(cap)).div(100))) {
    zh.push(`按${cap}%计`);
    en.push(`counted as ${cap} %`);
  }
  if (weight !== 1) {
    zh.push(weight === 0 ? '不计入' : `权重${weight}`);
    en.push(weight === 0 ? 'left out' : `weight ${weight}`);
  }
  return node(what, same(percentText(completion)), { ...parts, formula: words(zh.join('，'), en.join(', ')) });
}
