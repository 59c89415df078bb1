import type { Assessment } from '../analysis/assess.ts';
import { standingOf } from '../analysis/standing.ts';
import { cityAudience } from '../briefings/city.ts';
import type { Month } from '../briefings/month.ts';
import { rankedDistricts } from '../briefings/ranking-view.ts';
import { percentText } from '../briefings/words.ts';
import type { Message } from '../model/language.ts';
import { statuses } from '../model/settings.ts';
import { standingLine } from './explain-column.ts';
import { explainScore } from './explain-score.ts';
import { type Explanation, node, same, words } from './explanation.ts';

/** The whole city: how many tasks have which light, and the districts by rank. */
export function explainCity(month: Month): Explanation {
  const all = standingOf(month.assessment.tasks, month.settings);
  return node(words(cityAudience, 'the whole city'), words(`${all.tasks.length}项任务`, `${all.tasks.length} tasks`), {
    inputs: [
      countsOf(month, all),
      node(words('综合完成率排名', 'ranking by composite'), same(''), {
        inputs: rankedDistricts(month).map(standingLine),
      }),
      node(words('量化目标完成率', 'completion of the targets'), same(''), {
        inputs: month.assessment.targets.map((total) => targetLine(total)),
      }),
    ],
  });
}

/** A lead unit: its targets over the whole city. */
export function explainLeadUnit(month: Month, unit: Assessment['leadUnits'][number]): Explanation {
  const targets = month.assessment.targets.filter(({ target }) => target.leadUnits.includes(unit.name));
  const title = words(
    `${unit.name} 牵头${targets.length}项量化目标`,
    `${unit.name}, lead unit of ${targets.length} target(s)`,
  );
  return node(title, unit.score ? same(percentText(unit.score)) : words('数据不全', 'incomplete'), {
    inputs: [
      countsOf(month, unit),
      node(words('量化目标完成率', 'completion of the targets'), same(''), { inputs: targets.map(targetLine) }),
      explainScore(month, unit, true),
    ],
  });
}

function countsOf(
  { lights }: Month,
  { counts, unreported }: Pick<ReturnType<typeof standingOf>, 'counts' | 'unreported'>,
) {
  const said = statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${lights[status].label}${counts[status]}`);
  const all: Message = words(
    [...said, ...(unreported > 0 ? [`未报送${unreported}`] : [])].join('，'),
    [...said, ...(unreported > 0 ? [`${unreported} not reported`] : [])].join(', '),
  );
  return node(words('状态', 'status'), all);
}

function targetLine({
  target,
  completion,
  done,
  holders,
  unreported,
  lagging,
}: Assessment['targets'][number]): Explanation {
  const formula = words(
    `${holders}个单位承担，滞后${lagging}个${unreported > 0 ? `，未报送${unreported}个` : ''}`,
    `${holders} hold it, ${lagging} lag${unreported > 0 ? `, ${unreported} not reported` : ''}`,
  );
  const value = completion ? percentText(completion) : done ? done.value + done.unit : '—';
  return node(same(`${target.id} ${target.clause}`), same(value), { formula });
}
