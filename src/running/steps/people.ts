import type { FormReporter } from '../../forms/reporters.ts';
import type { ReaderKind } from '../../letters/reader-words.ts';
import type { Plan } from '../../model/plan.ts';
import type { Office } from '../../office/office.ts';

/** Addresses of those who report for a reader: its liaisons, or else whoever gets its briefing. */
export function liaisonsOf({ config }: Office, name: string): readonly string[] {
  const reader = config.recipients.readers[name];
  return reader === undefined ? [] : (reader.liaisons ?? reader.to);
}

/** What a reporter is, as letters speak to it. */
export function readerKind({ name, kind }: FormReporter, plan: Plan): ReaderKind {
  if (kind === 'lead-unit') return 'lead-unit';
  return plan.columns.find((column) => column.name === name)?.kind === 'city' ? 'city' : 'district';
}
