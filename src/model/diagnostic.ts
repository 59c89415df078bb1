import type { About } from './about.ts';
import type { Decision } from './decision.ts';
import type { Place } from './document.ts';
import type { Language, Message } from './language.ts';

/** `error` stops publication, `warning` is printed in 三、数据校核, `info` tells what the reader did. */
export type Severity = 'error' | 'warning' | 'info';

/** A problem in the data: collected, never thrown. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  /** What to do next. */
  readonly hint: Message;
  readonly at: Place | null;
  readonly about: About;
  /** The figures behind the message, as text. */
  readonly data: Readonly<Record<string, string>>;
  /** True where the figure cannot be judged: neither a severity setting nor a decision lets it pass, only a correction does. */
  readonly binding?: true;
  /** The 处理意见 that answers it. */
  readonly decision?: Decision;
}

type Words<D> = { readonly [L in Language]: (data: D) => { readonly message: string; readonly hint: string } };

/** What a kind of problem is, whatever its cases say. */
export interface ProblemKind {
  readonly code: string;
  /** Unless an office decides otherwise. */
  readonly severity: Severity;
  readonly binding: boolean;
}

/** A kind of problem: its code, severity and words in each language, next to the code that finds it. */
export interface Problem<D extends Record<string, string>> extends ProblemKind {
  (data: D, at: Place | null, about?: About): Diagnostic;
}

/** Declares a kind of problem; calling the result with the case's data makes the diagnostic. */
export function defineProblem<D extends Record<string, string>>(
  code: string,
  severity: Severity,
  words: Words<D>,
  { binding = false }: { readonly binding?: boolean } = {},
): Problem<D> {
  const make = (data: D, at: Place | null, about: About = {}): Diagnostic => {
    const zh = words['zh-CN'](data);
    const en = words.en(data);
    return {
      code,
      severity,
      message: { 'zh-CN': zh.message, en: en.message },
      hint: { 'zh-CN': zh.hint, en: en.hint },
      at,
      about,
      data,
      ...(binding ? { binding } : {}),
    };
  };
  return Object.assign(make, { code, severity, binding });
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** `附件2-2023.txt 第9行第2列`, in the operator's language. */
export function placeText(place: Place, language: Language): string {
  const zh = language === 'zh-CN';
  const parts = [place.source];
  if (place.part !== null) parts.push(place.part);
  const row = place.row === null ? '' : zh ? `第${place.row}行` : `row ${place.row}`;
  const column = place.column === null ? '' : zh ? `第${place.column}列` : `column ${place.column}`;
  if (row || column) parts.push(zh ? row + column : [row, column].filter(Boolean).join(', '));
  return parts.join(zh ? ' ' : ', ');
}
