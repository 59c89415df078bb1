import type { z } from 'zod';
import type { Message } from './language.ts';

type Issue = z.core.$ZodIssue;
type Words = (issue: Issue) => Message;

/** What is wrong with a file of settings, entry by entry, for whoever wrote it. */
export function schemaProblem(error: z.ZodError): Message {
  const found = error.issues.map(issueMessage);
  return { 'zh-CN': found.map((m) => m['zh-CN']).join('；'), en: found.map((m) => m.en).join('; ') };
}

function issueMessage(issue: Issue): Message {
  const place = issue.path.join('.');
  const what = (words[issue.code] ?? otherwise)(issue);
  if (place === '' && issue.code === 'unrecognized_keys') return { 'zh-CN': `其${what['zh-CN']}`, en: `it ${what.en}` };
  return place === '' ? what : { 'zh-CN': `“${place}”${what['zh-CN']}`, en: `"${place}" ${what.en}` };
}

/** A schema's own sentence, where it has one, says best what is expected; it is written in both languages, parted by ` | `. */
const otherwise: Words = ({ message }) => {
  const [chinese = message, english = chinese] = message.split(' | ');
  return { 'zh-CN': chinese, en: english };
};

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  array: '一列值，写成 [甲, 乙]',
  object: '一组设置',
  record: '一组设置',
  int: '整数',
};

const words: Readonly<Record<string, Words>> = {
  invalid_type: (issue) => {
    const { expected, input } = issue as Issue & { expected: string; input?: unknown };
    if (input === undefined && issue.message.includes('undefined'))
      return { 'zh-CN': `没有填写，应为${typeNames[expected] ?? expected}`, en: `is missing, expected ${expected}` };
    return { 'zh-CN': `应为${typeNames[expected] ?? expected}`, en: `must be ${expected}` };
  },
  invalid_value: (issue) => {
    const values = (issue as Issue & { values: readonly unknown[] }).values.join('、');
    return { 'zh-CN': `应为以下之一：${values}`, en: `must be one of ${values}` };
  },
  unrecognized_keys: (issue) => {
    const keys = (issue as Issue & { keys: readonly string[] }).keys.join('、');
    return { 'zh-CN': `中没有“${keys}”这项设置，请核对拼写`, en: `knows no setting ${keys}; check the spelling` };
  },
  too_small: (issue) => {
    const least = String((issue as Issue & { minimum: unknown }).minimum);
    return { 'zh-CN': `太小，最小为${least}`, en: `is too small, at least ${least}` };
  },
  too_big: (issue) => {
    const most = String((issue as Issue & { maximum: unknown }).maximum);
    return { 'zh-CN': `太大，最大为${most}`, en: `is too big, at most ${most}` };
  },
};
