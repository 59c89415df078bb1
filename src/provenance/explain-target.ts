import type { TargetTotal } from '../analysis/target-total.ts';
import type { Month } from '../briefings/month.ts';
import { percentText } from '../briefings/words.ts';
import { wholeCityReturns } from '../model/column-returns.ts';
import { quantityText } from '../model/quantity.ts';
import { decisionsOn } from './decisions-on.ts';
import { type Explanation, node, same, words } from './explanation.ts';
import { sourcesOf } from './figure-sources.ts';
import { entryRecord, targetRecord } from './records.ts';

/** One target over the whole city: what its sum consists of, one line for each who holds it. */
export function explainTarget(month: Month, total: TargetTotal): Explanation {
  const { target, completion, done } = total;
  const value = completion
    ? same(percentText(completion))
    : done
      ? same(quantityText(done))
      : words('不合计', 'no sum');
  return node(same(`全市 ${target.id} ${target.clause}`), value, {
    decisions: decisionsOn(month, target.id, null),
    inputs: [whole(month, total), sumOf(month, total), ...rate(total), ...reportedByLeads(month, total)],
  });
}

function whole(month: Month, { target }: TargetTotal): Explanation {
  const corrected = target.corrected?.quantity;
  const printed = corrected?.was
    ? [node(words('原表数（已更正）', 'as printed (corrected)'), same(quantityText(corrected.was)))]
    : [];
  return node(words('量化目标', 'target'), same(target.text), {
    source: targetRecord(target, month),
    decisions: corrected ? [corrected.decision] : [],
    inputs: printed,
  });
}

function sumOf(month: Month, { target, done, holders, unreported }: TargetTotal): Explanation {
  const reported = holders - unreported;
  const lacking = unreported === 0 ? words('', '') : words(`，${unreported}个未报送`, `; ${unreported} not reported`);
  const sum = done
    ? words(`${reported}个单位所报之和`, `sum of what ${reported} reported`)
    : target.direction === 'at-most'
      ? words('控制性目标，不相加', 'a limit is not added up')
      : words('没有可以相加的数', 'there is nothing to add up');
  return node(words('累计完成', 'done so far'), done ? same(quantityText(done)) : same('—'), {
    formula: words(sum['zh-CN'] + lacking['zh-CN'], sum.en + lacking.en),
    inputs: month.assessment.tasks
      .filter((task) => task.target.id === target.id)
      .map(({ column, done: part }) => {
        const source = sourcesOf(month)(column, target.id);
        return node(same(column), part ? same(quantityText(part)) : words('未报送', 'not reported'), {
          source: source && entryRecord(source.entry, source.given),
          decisions: decisionsOn(month, target.id, column),
        });
      }),
  });
}

function rate({ target, done, completion }: TargetTotal): Explanation[] {
  if (completion === null || done === null || target.quantity === null) return [];
  return [
    node(words('完成率', 'completion'), same(percentText(completion)), {
      formula: words(
        `累计完成 ${done.value} ÷ 量化目标 ${target.quantity.value}`,
        `done ${done.value} ÷ target ${target.quantity.value}`,
      ),
    }),
  ];
}

/** What lead units said of the whole city, which is compared with the sum and never takes its place. */
function reportedByLeads({ plan, returns, period }: Month, { target }: TargetTotal): Explanation[] {
  return wholeCityReturns(plan, returns, period).flatMap((given) =>
    given.entries
      .filter((entry) => entry.target === target.id && entry.cumulative !== null)
      .map((entry) =>
        node(
          words(`${given.reporter}所报全市数（供核对）`, `of the whole city, by ${given.reporter} (to compare with)`),
          same(entry.cumulative ? quantityText(entry.cumulative) : ''),
          { source: entryRecord(entry, given) },
        ),
      ),
  );
}
