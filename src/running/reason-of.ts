import type { Diagnostic } from '../model/diagnostic.ts';
import { placeText } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { FileError } from '../model/errors/file-error.ts';
import { MismatchError } from '../model/errors/mismatch-error.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { StoreError } from '../model/errors/store-error.ts';
import { TemplateError } from '../model/errors/template-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { WriteError } from '../model/errors/write-error.ts';
import { type Language, languages, type Message } from '../model/language.ts';

/** Trouble that only a person can mend: the same try would end the same way until data, settings or templates are others. */
export function needsPerson(error: unknown): boolean {
  return [DataError, UsageError, TemplateError, WriteError].some((kind) => error instanceof kind);
}

/** What went wrong and what to do, for the ledger. */
export function reasonOf(error: unknown): Message {
  if (error instanceof DataError || error instanceof MismatchError) return foundReason(error.diagnostics);
  const told = [UsageError, FileError, StoreError, SnapshotError, WriteError].some((kind) => error instanceof kind);
  if (told) return (error as UsageError).text;
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof TemplateError) return { 'zh-CN': `模板有误：${text}`, en: `template error: ${text}` };
  return {
    'zh-CN': `程序出错（${text}）；请把日志发给维护人员`,
    en: `the program failed (${text}); send its log to whoever maintains it`,
  };
}

/** The first error with its place and remedy, and how many more there are. */
export function foundReason(diagnostics: readonly Diagnostic[]): Message {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors.length > 0 ? errors : diagnostics;
  if (first === undefined) return { 'zh-CN': '没有说明原因', en: 'no reason was given' };
  const more = errors.length - 1;
  const line = (language: Language): string => {
    const place = first.at === null ? '' : `${placeText(first.at, language)} `;
    const zh = language === 'zh-CN';
    const others = more < 1 ? '' : zh ? `（另有${more}处错误）` : ` (and ${more} more errors)`;
    return `${place}${first.message[language]}${others}${zh ? '；' : '; '}${first.hint[language]}`;
  };
  return Object.fromEntries(languages.map((language) => [language, line(language)])) as Message;
}
