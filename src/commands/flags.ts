import { type AudienceGroup, audienceGroups } from '../briefings/briefing.ts';
import { both } from '../cli/text.ts';
import { chinaInstant } from '../model/china-time.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, parsePeriod } from '../model/period.ts';

/** A month on the command line; UsageError for anything else. */
export function monthFlag(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new UsageError(both('badMonth', { text }));
  return period;
}

/** An ISO date that exists. */
export function dateFlag(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) || text.length !== 10)
    throw new UsageError(both('badDate', { text }));
  return text;
}

/** A time of day in China, `2023-07-05 09:00`, as an ISO UTC time. */
export function timeFlag(text: string): string {
  const [date = '', timeOfDay = '', ...more] = text.trim().split(/[ T]/);
  if (more.length > 0 || !/^([01]\d|2[0-3]):[0-5]\d$/.test(timeOfDay)) throw new UsageError(both('badTime', { text }));
  return chinaInstant(dateFlag(date), timeOfDay);
}

export function yearFlag(text: string): number {
  if (!/^[12]\d{3}$/.test(text)) throw new UsageError(both('badYear', { text }));
  return Number(text);
}

/** One of the formats that a command knows. */
export function formatFlag<F extends string>(text: string, known: readonly F[]): F {
  return oneOf(text, known, 'badFormat');
}

/** Kinds of readers, parted by commas: `city,lead-units`. */
export function groupsFlag(text: string): AudienceGroup[] {
  return text.split(',').map((one) => oneOf(one.trim(), audienceGroups, 'badGroup'));
}

function oneOf<F extends string>(text: string, known: readonly F[], problem: 'badFormat' | 'badGroup'): F {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new UsageError(both(problem, { text, known: known.join('、') }));
  return found;
}
