import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { chinaDate } from '../model/china-time.ts';
import type { ServiceSettings } from '../model/service-settings.ts';
import { withoutAddresses } from '../model/without-addresses.ts';

/** Where the log of an office goes below its folder: one file a day in China, `2023-07-05.log`. */
export const logFolder = '日志';

export interface LogOptions {
  readonly level: ServiceSettings['log'];
  /** Folder that gets the files; null for standard error alone. */
  readonly folder: string | null;
  /** ISO UTC time. */
  now(): string;
}

/**
 * A log of JSON lines. It holds no personal data: fields name districts, steps and mails by their numbers, and whatever looks like an
 * address, as in what a mail server answers, is blotted out. A log that cannot be written stops nothing: its lines go to standard error.
 */
export function openLog({ level, folder, now }: LogOptions): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${now()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => append(withoutAddresses(line), folder, now()) },
  );
}

/** Opened for each line: several programs may write, and whoever clears old files away, or all of them, need not tell us. */
function append(line: string, folder: string | null, now: string): void {
  if (folder === null) {
    process.stderr.write(line);
    return;
  }
  try {
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, `${chinaDate(now)}.log`), line);
  } catch (error) {
    process.stderr.write(
      `${line}${JSON.stringify({ level: 'error', msg: 'log not written', error: String(error) })}\n`,
    );
  }
}
