import type { Month } from '../briefings/month.ts';
import { columnOfPlan } from '../plan/part-of-plan.ts';
import { saysOther } from '../plan/says-other.ts';
import { mayRead, type Reader } from './may-read.ts';

/**
 * The month as it would be if nobody but the reader had said a word, and for one who reads its own column only, if there were nobody else.
 * What a briefing of this month says cannot come from others: it is how a word that others happen to use, too, is told from theirs.
 */
export function withoutOthers(month: Month, reader: Reader): Month {
  const silent: Month = {
    ...month,
    returns: month.returns.map((given) => ({
      ...given,
      entries: given.entries.map((entry) => {
        const owner = { kind: 'entry', what: '', reporter: given.reporter, period: given.period } as const;
        const own = mayRead(month, reader, { ...owner, column: entry.column ?? given.reporter, target: entry.target });
        if (own) return entry;
        const { fallReason: _, problems: __, nextSteps: ___, ...figures } = entry;
        return { ...figures, remark: '', mark: figures.mark === null ? null : '' };
      }),
    })),
    diagnostics: month.diagnostics.filter((diagnostic) =>
      mayRead(month, reader, { kind: 'finding', what: '', diagnostic }),
    ),
  };
  if (reader.kind !== 'district') return silent;
  return reader.ownOnly ? alone(silent, reader.column) : withOwnChanges(silent, reader.column);
}

/** Without what was corrected for others. */
function withOwnChanges(month: Month, own: string): Month {
  const { correction } = month;
  if (correction === null) return month;
  const changes = correction.changes.filter(({ column }) => column === null || column === own);
  return { ...month, correction: { ...correction, changes } };
}

/** One district by itself. */
function alone(whole: Month, own: string): Month {
  const month = withOwnChanges(whole, own);
  const { assessment, plan, correction } = month;
  const silent = (...texts: readonly (string | undefined)[]) => !saysOther(plan, own, texts.join('\n'));
  const changes = correction?.changes.filter(({ subject, before, after }) =>
    silent(subject, before?.text, after?.text),
  );
  const only = <T>(held: ReadonlyMap<string, T>) => new Map([...held].filter(([name]) => name === own));
  return {
    ...month,
    correction: correction && { ...correction, changes: changes ?? [] },
    plan: columnOfPlan(plan, own),
    diagnostics: month.diagnostics.filter(({ message, hint }) => silent(message['zh-CN'], hint['zh-CN'])),
    assessment: {
      ...assessment,
      tasks: assessment.tasks.filter(({ column }) => column === own),
      columns: assessment.columns.filter(({ column }) => column.name === own),
      leadUnits: [],
      targets: assessment.targets.map((total) => ({ ...total, done: null, completion: null, spread: null })),
      course: assessment.course.map((month) => ({
        ...month,
        districts: null,
        scores: only(month.scores),
        paces: only(month.paces),
      })),
    },
  };
}
