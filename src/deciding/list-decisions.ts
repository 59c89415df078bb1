import type { DecisionState } from '../decisions/states.ts';
import { loadTheme, ownTemplates } from '../house-style/house-style.ts';
import type { Decision } from '../model/decision.ts';
import { type Period, parsePeriod, periodOf } from '../model/period.ts';
import { judgePlan } from '../month/judge-plan.ts';
import { judgeMonth } from '../month/pipeline.ts';
import type { MonthInputs, MonthSource } from '../sources/month-source.ts';
import type { DecisionKeeper } from './keeper.ts';

export interface ListedDecision {
  readonly decision: Decision;
  readonly state: DecisionState;
}

/** Every decision with how it stands on a day, an ISO date: in its month, or in the plan that is in force at the end of its year. */
export async function listDecisions(
  source: MonthSource,
  keeper: DecisionKeeper,
  today: string,
): Promise<ListedDecision[]> {
  const decisions = await keeper.all();
  const groups = Map.groupBy(decisions, ({ about, year }) => about.period ?? String(year));
  const states = new Map<string, DecisionState>();
  for (const [key, group] of groups) {
    const month = parsePeriod(key);
    const inputs = await source.load(month ?? periodOf(Number(key), 12));
    const found = month === null ? ofPlan(inputs, Number(key), today) : await ofMonth(inputs, month, today);
    for (const { id } of group) states.set(id, found.get(id) ?? 'gone');
  }
  return decisions.map((decision) => ({ decision, state: states.get(decision.id) ?? 'gone' }));
}

function ofPlan({ readings, settings }: MonthInputs, year: number, asOf: string) {
  return judgePlan(readings, { year, asOf, checks: settings.checks }).states;
}

async function ofMonth({ readings, settings, templates }: MonthInputs, period: Period, issued: string) {
  const { marks } = await loadTheme(templates ?? ownTemplates);
  return judgeMonth(readings, { period, settings, marks, issued }).states;
}
