import type { Month } from '../briefings/month.ts';
import { leadReturns } from '../model/column-returns.ts';
import type { Message } from '../model/language.ts';
import { type Period, periodText } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import type { Return, ReturnEntry } from '../model/return.ts';
import { decisionsOn } from './decisions-on.ts';
import { type Explanation, node, same, words } from './explanation.ts';
import { type FigureSource, figureSources, sourcesOf } from './figure-sources.ts';
import { entryRecord } from './records.ts';

/** The cumulative figure of a task: who gave it, what was given before, and what else was said. */
export function explainFigure(month: Month, column: string, target: string): Explanation {
  const source = sourcesOf(month)(column, target);
  const what = words('累计完成', 'done so far');
  if (source === null) return node(what, unreported);
  const { entry, given, standsIn } = source;
  return node(standsIn ? standInWords(given) : what, saidWords(entry), {
    source: entryRecord(entry, given),
    decisions: decisionsOn(month, target, column),
    inputs: [...asReported(entry), ...earlierRevisions(month, source, column), ...otherReports(month, source, column)],
  });
}

/** The figure of the month before, of which only the source is asked. */
export function explainFigureBefore(month: Month, column: string, target: string, then: Period): Explanation {
  const source = figureSources(month.plan, month.returns, then)(column, target);
  const what = words(`${periodText(then)}累计完成`, `done by the end of ${then}`);
  if (source === null) return node(what, unreported);
  return node(what, saidWords(source.entry), { source: entryRecord(source.entry, source.given) });
}

const unreported = words('未报送', 'not reported');

function saidWords({ cumulative, mark }: ReturnEntry): Message {
  if (cumulative !== null) return same(quantityText(cumulative));
  return mark ? words(`未报数，填“${mark}”`, `no figure, but “${mark}”`) : unreported;
}

function standInWords({ reporter }: Return): Message {
  return words(`累计完成（牵头单位${reporter}代报）`, `done so far (reported by its lead unit ${reporter})`);
}

/** What stood there before a 处理意见 replaced it. */
function asReported({ corrected }: ReturnEntry): Explanation[] {
  if (corrected === undefined) return [];
  const was = corrected.was === null ? words('未收', 'not let in') : same(quantityText(corrected.was));
  return [node(words('所报原数（已更正）', 'as reported (corrected)'), was)];
}

/** What earlier revisions of the same return said of it, latest first. */
function earlierRevisions(month: Month, { entry, given }: FigureSource, column: string): Explanation[] {
  return month.returns
    .filter(
      ({ reporter, period, revision }) =>
        reporter === given.reporter && period === given.period && revision < given.revision,
    )
    .sort((a, b) => b.revision - a.revision)
    .map((earlier) => {
      const said = entryOf(earlier, entry.target, column);
      const what = words(`第${earlier.revision}版（已被取代）`, `revision ${earlier.revision} (replaced)`);
      return node(what, said ? saidWords(said) : unreported, { source: said && entryRecord(said, earlier) });
    });
}

/** What others reported of the same task, which does not count beside the figure that does. */
function otherReports(month: Month, { entry, given, standsIn }: FigureSource, column: string): Explanation[] {
  const own = standsIn ? month.returns.filter((one) => one.reporter === column && one.period === month.period) : [];
  const last = own.sort((a, b) => b.revision - a.revision)[0];
  const leads = leadReturns(month.plan, month.returns, month.period).filter(
    ({ reporter }) => reporter !== given.reporter,
  );
  return [...(last ? [last] : []), ...leads].flatMap((other) => {
    const said = entryOf(other, entry.target, column);
    if (said === null) return [];
    const what = words(`${other.reporter}所报（未采用）`, `reported by ${other.reporter} (not counted)`);
    return [node(what, saidWords(said), { source: entryRecord(said, other) })];
  });
}

/** A reporter's own entries name no column, a lead unit's name the one that they speak of. */
function entryOf({ reporter, entries }: Return, target: string, column: string): ReturnEntry | null {
  return entries.find((one) => one.target === target && (one.column ?? reporter) === column) ?? null;
}
