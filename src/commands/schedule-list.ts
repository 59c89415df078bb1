import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { chinaTime } from '../model/china-time.ts';
import type { Language } from '../model/language.ts';
import type { Period } from '../model/period.ts';
import type { Office } from '../office/office.ts';
import { monthView, openMonths } from '../running/schedule-view.ts';
import type { Run } from '../store/ledger/runs.ts';
import type { Desk } from './desk.ts';
import { textTable } from './text-table.ts';

/** The steps of a month, or of all months that are not finished. */
export async function runScheduleList(office: Office, period: Period | null, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const now = desk.now();
  const rows = period === null ? await openMonths(office, now) : await monthView(office, period, now);
  if (json) return print(JSON.stringify({ ok: true, steps: rows }, null, 2));
  if (rows.length === 0) return print(say(language, 'noSteps'));
  const head = say(language, 'scheduleHead').split('|');
  const cells = rows.map(({ period: of, step, due, state, run, reason }) => [
    of,
    step,
    chinaTime(due),
    say(language, 'stepState', { state }) + (run?.late ? say(language, 'late') : ''),
    reason?.[language] ?? '',
  ]);
  for (const line of textTable(head, cells)) print(line);
}

/** Everything that was run, in the order in which it was due. */
export async function runHistory({ store }: Office, period: Period | null, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const runs = await store.ledger.runs.list(period === null ? {} : { period });
  if (json) return print(JSON.stringify({ ok: true, runs }, null, 2));
  if (runs.length === 0) return print(say(language, 'noHistory'));
  const head = say(language, 'historyHead').split('|');
  for (const line of textTable(
    head,
    runs.map((run) => historyRow(run, language)),
  ))
    print(line);
}

function historyRow(run: Run, language: Language): string[] {
  const { period, step, due, late, startedAt, planned, produced, state, by, reason } = run;
  return [
    period,
    step,
    chinaTime(due),
    chinaTime(startedAt) + (late ? say(language, 'late') : ''),
    durationOf(run),
    planned === null ? '' : `${planned}/${produced}`,
    say(language, 'stepState', { state }),
    by ?? '',
    reason?.[language] ?? '',
  ];
}

/** Of the last attempt: `0.4s`, `2m05s`; empty as long as it is under way, and for what was skipped. */
function durationOf({ startedAt, endedAt, state }: Run): string {
  if (endedAt === null || state === 'skipped') return '';
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)}s`;
  return `${Math.floor(seconds / 60)}m${String(Math.floor(seconds % 60)).padStart(2, '0')}s`;
}
