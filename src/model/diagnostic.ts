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
  /** The 处理意见 that put it off up to a date that is past; the hint says so. */
  readonly overdue?: Decision;
}

type Words<D> = { readonly [L in Language]: (data: D) => { readonly message: string; readonly hint: string } };

/** What a kind of problem is, whatever its cases say. */
export interface ProblemKind {
  readonly code: string;
  /** Unless an office decides otherwise. */
  readonly severity: Severity;
  readonly binding: boolean;
}

/**
 * A kind of problem: its code, severity and words in each language, next to the code that finds it. `aside` is what the words say
 * besides the figures that the problem is about: it may change without the problem being another.
 */
export interface Problem<D extends Record<string, string>, A = object> extends ProblemKind {
  (data: D, at: Place | null, about?: About, ...aside: object extends A ? [] : [aside: A]): Diagnostic;
}

/** Declares a kind of problem; calling the result with the case's data makes the diagnostic. */
export function defineProblem<D extends Record<string, string>, A = object>(
  code: string,
  severity: Severity,
  words: Words<D & A>,
  { binding = false }: { readonly binding?: boolean } = {},
): Problem<D, A> {
  const make = (
    data: D,
    at: Place | null,
    about: About = {},
    ...[aside]: object extends A ? [] : [aside: A]
  ): Diagnostic => {
    const said = { ...data, ...aside } as D & A;
    const zh = words['zh-CN'](said);
    const en = words.en(said);
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
