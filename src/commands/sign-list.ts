import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { chinaTime } from '../model/china-time.ts';
import { editionName } from '../model/correction.ts';
import type { Language } from '../model/language.ts';
import { printedHash } from '../model/printed-hash.ts';
import type { Edition } from '../store/ledger/editions.ts';
import { atOffice } from './at-office.ts';
import type { Desk } from './desk.ts';
import { monthFlag } from './flags.ts';
import type { SignFlags } from './sign-flags.ts';
import { textTable } from './text-table.ts';

/** `sign list`: every edition and where it stands. */
export async function runSignList({ month, from }: SignFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const period = month === undefined ? undefined : monthFlag(month);
  const editions = await atOffice(from, desk, ({ store }) => store.ledger.editions.list(period));
  if (json) return print(JSON.stringify({ ok: true, editions }, null, 2));
  if (editions.length === 0) return print(say(language, 'noEditions'));
  const rows = editions.map((edition) => rowOf(edition, language));
  for (const line of textTable(say(language, 'editionHead').split('|'), rows)) print(line);
}

function rowOf(edition: Edition, language: Language): string[] {
  const { period, number, state, draft, signed, published, deliveredAt } = edition;
  return [
    period,
    language === 'zh-CN' ? editionName(number) : String(number),
    say(language, 'editionState', { state }),
    printedHash(published?.snapshot ?? draft.snapshot),
    signed?.by ?? '',
    ...[draft.at, signed?.at, published?.at, deliveredAt].map((time) => (time ? chinaTime(time) : '')),
  ];
}
