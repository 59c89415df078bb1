import type { Message } from '../model/language.ts';
import { nearestWord } from './rule-words.ts';

/** The part of a rule that was not understood, and what may stand in its place. */
export class Unread extends Error {
  readonly rest: string;
  readonly expected: readonly string[];

  constructor(rest: string, expected: readonly string[]) {
    super(rest);
    this.rest = rest;
    this.expected = expected;
  }
}

/** What is wrong with a rule, what may stand there, the word that was probably meant, and an example. */
export function problemOf(text: string, { rest, expected }: Unread): Message {
  const near = rest === '' || expected.length === 1 ? null : nearestWord(rest, expected);
  const words = { 'zh-CN': expected.join('、'), en: expected.join(', ') };
  const problem =
    rest === ''
      ? {
          'zh-CN': `“${text}”没有写完，后面应有${words['zh-CN']}`,
          en: `"${text}" is not complete; then comes ${words.en}`,
        }
      : {
          'zh-CN': `“${text}”中的“${rest}”看不懂，此处应为${words['zh-CN']}`,
          en: `"${rest}" in "${text}" cannot be read; there should be ${words.en}`,
        };
  return {
    'zh-CN': `${problem['zh-CN']}${near === null ? '' : `，是否要写“${near}”`}（例如：${example}）`,
    en: `${problem.en}${near === null ? '' : `; did you mean ${near}?`} (example: ${example})`,
  };
}

const example = '次月5日顺延 09:00';
