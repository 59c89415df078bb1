import { writeSync } from 'node:fs';
import type { Log } from '../../../src/running/log.ts';
import { serve } from '../../../src/running/serve.ts';

/**
 * A server of its own whose clock begins at a time that the test sets; each line that it prints is JSON. Its packets are HTML,
 * which is made fastest.
 */
const [folder = '', url = '', begins = '', owner = ''] = process.argv.slice(2);
const started = Date.now();
const now = () => new Date(Date.parse(begins) + Date.now() - started).toISOString();
const say = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`);
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

const tell = (level: string) => (fields: object, text: string) => say({ level, text, ...fields });
const log: Log = { debug() {}, info: tell('info'), warn: tell('warn'), error: tell('error') };

await serve({
  from: folder,
  databaseUrl: url === '' ? null : url,
  passwords: { smtp: null, imap: null },
  now,
  owner,
  log,
  once: false,
  stop: stop.signal,
  formats: ['html'],
});
