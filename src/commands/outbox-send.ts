import { randomUUID } from 'node:crypto';
import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { fromKept } from '../model/language.ts';
import type { Office } from '../office/office.ts';
import type { MailState } from '../store/ledger/outbox.ts';
import type { Desk } from './desk.ts';
import { printNext } from './outbox-list.ts';

/** One round; the first Ctrl+C lets the mails under way end. */
export async function runSend({ store, config, folder }: Office, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const settings = config.mail;
  if (settings === undefined) throw new UsageError(both('noMailSettings'));
  const { exposedPasswords, officeTransport } = await import('../delivery/office-transport.ts');
  const { sendMails } = await import('../delivery/send-mails.ts');
  const transport = await officeTransport(settings, folder, desk.mailPasswords);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    const { ledger } = store;
    const owner = `outbox-send/${process.pid}/${randomUUID()}`;
    const tally = await sendMails({ ledger, transport, settings, owner, now: desk.now, signal: stop.signal });
    const failed = tally.stopped !== null || tally.dead > 0 || tally.inDoubt > 0;
    if (failed) desk.end(3);
    if (json) return print(JSON.stringify({ ok: !failed, ...tally }, null, 2));
    for (const file of await exposedPasswords(settings, folder)) print(say(language, 'exposedPassword', { file }));
    print(say(language, 'sentRound', { ...tally, where: transport.where }));
    if (tally.stopped !== null) print(say(language, 'roundStopped', { because: fromKept(tally.stopped, language) }));
    const open: MailState[] = [
      ...(tally.dead > 0 ? (['dead'] as const) : []),
      ...(tally.inDoubt > 0 ? (['in-doubt'] as const) : []),
    ];
    printNext(open, language);
  } finally {
    process.removeListener('SIGINT', onSignal);
    await transport.close();
  }
}
