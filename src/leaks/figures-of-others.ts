import { percentText } from '../briefings/words.ts';
import { numbersIn } from './bare-words.ts';
import type { Leak } from './finding.ts';
import type { MonthFacts, PacketFacts } from './leak-facts.ts';
import { otherFigure } from './problems.ts';
import type { FileWords } from './words/file-words.ts';

/** A number of fewer digits may be anybody's: without a name beside it, it tells nothing. */
const fewestDigits = 3;

const known = new WeakMap<MonthFacts['month']['assessment'], Map<string, { column: string; what: string }[]>>();

/**
 * Figures of other columns, and of the city, in the packet of a district that reads its own column only: those that the packet has no reason
 * to say by itself.
 */
export function figuresOfOthers({ words }: FileWords, facts: PacketFacts, file: string): Leak[] {
  const { reader, innocence } = facts;
  if (reader.kind !== 'district' || !reader.ownOnly) return [];
  const figures = figuresOf(facts);
  return words.flatMap(({ text, where, content }): Leak[] => {
    if (!content) return [];
    return [...new Set(numbersIn(text))].flatMap((number): Leak[] => {
      const owners = figures.get(number)?.filter(({ column }) => column !== reader.column) ?? [];
      const [owner] = owners;
      if (owner === undefined || innocence.hasNumber(number)) return [];
      const data = { number, owner: owner.column, what: owner.what };
      return [{ key: `figure ${owner.column} ${number}`, where, tell: (places) => otherFigure(data, places, file) }];
    });
  });
}

function figuresOf({ month: { assessment } }: PacketFacts): Map<string, { column: string; what: string }[]> {
  const made = known.get(assessment);
  if (made !== undefined) return made;
  const figures = new Map<string, { column: string; what: string }[]>();
  const add = (text: string | undefined, column: string, what: string) => {
    for (const number of numbersIn(text ?? '')) {
      if (number.replace('.', '').length < fewestDigits) continue;
      const others = figures.get(number);
      if (others) others.push({ column, what });
      else figures.set(number, [{ column, what }]);
    }
  };
  for (const { target, column, task, done, completion } of assessment.tasks) {
    add(task.value, column, `${target.id} 全年任务`);
    add(done?.value, column, `${target.id} 累计完成`);
    add(completion ? percentText(completion) : undefined, column, `${target.id} 完成率`);
  }
  for (const { column, score } of assessment.columns)
    add(score ? percentText(score) : undefined, column.name, '综合完成率');
  for (const { target, done } of assessment.targets) add(done?.value, '全市', `${target.id} 累计完成`);
  known.set(assessment, figures);
  return figures;
}
