import type { Language, Message } from '../model/language.ts';
import { auditTexts } from './texts/audit.ts';
import { calendarTexts } from './texts/calendar.ts';
import { checksTexts } from './texts/checks.ts';
import { commonTexts } from './texts/common.ts';
import { decisionTexts } from './texts/decisions.ts';
import { explainTexts } from './texts/explain.ts';
import { healthTexts } from './texts/health.ts';
import { outboxTexts } from './texts/outbox.ts';
import { plansTexts } from './texts/plans.ts';
import { reportTexts } from './texts/report.ts';
import { returnsTexts } from './texts/returns.ts';
import { scheduleTexts } from './texts/schedule.ts';
import { signingTexts } from './texts/signing.ts';
import { startingTexts } from './texts/starting.ts';
import { storeTexts } from './texts/store.ts';
import { verifyTexts } from './texts/verify.ts';

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
