import { cityAudience } from '../briefings/city.ts';
import { formReporters } from '../forms/reporters.ts';
import type { RecipientSettings } from '../model/mail-settings.ts';
import type { Plan } from '../model/plan.ts';

/** Everyone whom a plan's months are for, by the names that `recipients.readers` uses: 全市, the districts with tasks, the lead units. */
export function planReaders(plan: Plan): string[] {
  return [...new Set([cityAudience, ...formReporters(plan).map(({ name }) => name)])];
}

/** Those of them who would get no mail, for want of an address. */
export function readersWithoutAddress(plan: Plan, { readers }: RecipientSettings): string[] {
  return planReaders(plan).filter((name) => (readers[name]?.to ?? []).length === 0);
}
