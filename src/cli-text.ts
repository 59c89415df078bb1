import { auditTexts } from './cli-texts/audit.ts';
import { calendarTexts } from './cli-texts/calendar.ts';
import { checksTexts } from './cli-texts/checks.ts';
import { commonTexts } from './cli-texts/common.ts';
import { decisionTexts } from './cli-texts/decisions.ts';
import { explainTexts } from './cli-texts/explain.ts';
import { healthTexts } from './cli-texts/health.ts';
import { outboxTexts } from './cli-texts/outbox.ts';
import { plansTexts } from './cli-texts/plans.ts';
import { reportTexts } from './cli-texts/report.ts';
import { returnsTexts } from './cli-texts/returns.ts';
import { scheduleTexts } from './cli-texts/schedule.ts';
import { signingTexts } from './cli-texts/signing.ts';
import { startingTexts } from './cli-texts/starting.ts';
import { storeTexts } from './cli-texts/store.ts';
import { verifyTexts } from './cli-texts/verify.ts';
import type { Language, Message } from './model/language.ts';

/** What the command line says besides diagnostics, in both languages. A new text is in the file of its topic. */
const texts = {
  ...commonTexts,
  ...reportTexts,
  ...verifyTexts,
  ...plansTexts,
  ...returnsTexts,
  ...storeTexts,
  ...checksTexts,
  ...calendarTexts,
  ...explainTexts,
  ...decisionTexts,
  ...startingTexts,
  ...healthTexts,
  ...outboxTexts,
  ...signingTexts,
  ...auditTexts,
  ...scheduleTexts,
};

export type CliText = keyof typeof texts;

/** One text in one language. */
export function say<K extends CliText>(language: Language, key: K, ...data: Parameters<(typeof texts)[K]>): string {
  const text = texts[key] as (...args: typeof data) => Message;
  return text(...data)[language];
}

/** A text in both languages, for errors. */
export function both<K extends CliText>(key: K, ...data: Parameters<(typeof texts)[K]>): Message {
  const text = texts[key] as (...args: typeof data) => Message;
  return text(...data);
}

/** zh-CN unless `--lang` or `LANG` asks for English. */
export function languageOf(flag: string | undefined, environment: string | undefined): Language {
  return (flag ?? (environment?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN')) === 'en' ? 'en' : 'zh-CN';
}
