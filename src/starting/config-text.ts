import type { Period } from '../model/period.ts';
import { defaultSchedule } from '../schedule/default-schedule.ts';
import { type ReaderAddresses, recipientLines } from './recipient-lines.ts';

/** What the first `jianbao.yaml` of an office says besides its comments. */
export interface FirstSettings {
  /** First report month that runs by itself: 2023-06. */
  readonly since: Period;
  /** Null as long as there is no plan that names them. */
  readonly readers: ReadonlyMap<string, ReaderAddresses> | null;
  readonly office: readonly string[];
  readonly signer: readonly string[];
}

/** Fills the commented `seeds/office/jianbao.yaml`. */
export function configText(commented: string, { since, readers, office, signer }: FirstSettings): string {
  const values: Readonly<Record<string, string>> = {
    schedule: defaultSchedule(since).trimEnd(),
    office: office.join(', '),
    signer: signer.join(', '),
    readers: readers === null ? unnamed : `  readers:\n${recipientLines(readers).join('\n')}`,
  };
  return commented.replace(/^ *\{\{readers\}\}$|\{\{(\w+)\}\}/gm, (_, name = 'readers') => values[name] ?? '');
}

/** For the time being: the plan will tell who the readers are. */
const unnamed = `  # 如 (like): 上城区: { to: [sc@city.gov.cn], cc: [], liaisons: [lly@city.gov.cn] }
  readers: {}`;
