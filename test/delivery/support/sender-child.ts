import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { officeTransport } from '../../../src/delivery/office-transport.ts';
import { sendMails } from '../../../src/delivery/send-mails.ts';
import { StoreError } from '../../../src/model/errors/store-error.ts';
import { mailSettings } from '../../../src/model/mail-settings.ts';
import { openStore } from '../../../src/store/open-store.ts';

/** What a sender is told on its command line, as JSON. */
export interface SenderTask {
  readonly url: string;
  readonly folder: string;
  readonly mail: object;
  /** Milliseconds by which its clock is ahead. */
  readonly ahead: number;
  /** Whether it ends when nothing is due any more. */
  readonly ends: boolean;
}

/** A program of its own that sends what is due; each line that it prints is JSON. */
const task = JSON.parse(process.argv[2] ?? '') as SenderTask;
const say = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`);
const now = () => new Date(Date.now() + task.ahead).toISOString();

try {
  const settings = mailSettings.parse(task.mail);
  const store = await openStore(task.url, { now: now() });
  const transport = await officeTransport(settings, task.folder, { smtp: null, imap: null });
  say('ready');
  for (let busy = true; busy || !task.ends; ) {
    const tally = await sendMails({ ledger: store.ledger, transport, settings, owner: `child/${process.pid}`, now });
    say(tally);
    busy = tally.sent + tally.retry + tally.dead > 0 || tally.stopped !== null;
    await pause(5);
  }
  await transport.close();
  await store.close();
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  say({ fault: error.fault });
}
