import type { Message } from '../model/language.ts';
import { numberForm, parseNumber } from './numerals.ts';
import type { Anchor, DayRule, MonthDay, Rule, Shift } from './rule.ts';
import { anchorWords, monthWords, sameWords, shiftWords } from './rule-words.ts';
import { problemOf, Unread } from './unread.ts';

/**
 * Reads a rule in words:
 *
 *     rule  = day time                                  次月5日顺延 09:00
 *     day   = month ("第"N | "倒数第"N | "最后一") "个工作日"
 *           | (month N"日" | anchor) [shift] [("前" | "后") N "个工作日"]
 *     month = "本月" | "次月"     anchor = "截止日期" | "报送期限" | "印发日期"     shift = "顺延" | "提前"
 *
 * Without `shift` the day stays where it is, workday or not. `shift` comes first, then the workdays are counted, from the day after (or
 * before). A day that a month has not is its last. Full-width signs, spaces and Chinese numerals are
 * as good as others. Where it cannot be read, the message names the word, what may stand there, and an example.
 */
export function parseRule(text: string): { readonly rule: Rule } | { readonly problem: Message } {
  const plain = text.normalize('NFKC').trim();
  const [, before = plain, hours = '', minutes = ''] = /^(.*?)\s*(\d{1,2})\s*:\s*(\d{2})$/.exec(plain) ?? [];
  try {
    const day = readDay(new Cursor(simplify(before)));
    if (hours === '') throw new Unread('', timeWords);
    if (Number(hours) > 23 || Number(minutes) > 59) throw new Unread(`${hours}:${minutes}`, timeWords);
    return { rule: { day, time: `${hours.padStart(2, '0')}:${minutes}` } };
  } catch (error) {
    if (error instanceof Unread) return { problem: problemOf(text, error) };
    throw error;
  }
}

const timeWords = ['时刻 09:00'];
const monthPart = ['25日', '第2个工作日', '最后一个工作日', '倒数第2个工作日'];
const countPart = ['前3个工作日', '后1个工作日'];

class Cursor {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  /** Takes one of the words of a table; null where none stands here. */
  word<K extends string>(words: Readonly<Record<K, string>>): K | null {
    const keys = Object.keys(words) as K[];
    const key = keys.find((one) => this.rest.startsWith(words[one]));
    if (key === undefined) return null;
    this.rest = this.rest.slice(words[key].length);
    return key;
  }

  /** Takes a number in a form such as `第N个工作日`; Unread where it is below 1 or above `most`. */
  number(form: string, most: number): number | null {
    const [all, written] = new RegExp(`^${form.replace('N', `(${numberForm})`)}`).exec(this.rest) ?? [];
    if (all === undefined || written === undefined) return null;
    const number = parseNumber(written);
    if (number === null || number < 1 || number > most) throw new Unread(all, [form.replace('N', `1–${most}`)]);
    this.rest = this.rest.slice(all.length);
    return number;
  }
}

function readDay(text: Cursor): DayRule {
  const month = text.word(monthWords);
  if (month === null) {
    const anchor = text.word(anchorWords);
    if (anchor === null) throw new Unread(text.rest, [...Object.values(monthWords), ...Object.values(anchorWords)]);
    return readMoves(text, anchor);
  }
  const nth = readNth(text);
  if (nth !== null) return ended(text, { kind: 'nth', month, nth }, []);
  const day = text.number('N日', 31);
  if (day === null) throw new Unread(text.rest, monthPart);
  return readMoves(text, { month, day });
}

/** Every month since 2004 has had 16 workdays or more. */
const mostNth = 15;

function readNth(text: Cursor): number | null {
  if (text.word({ last: '最后一个工作日' }) ?? text.word({ last: '最后1个工作日' })) return -1;
  const fromEnd = text.number('倒数第N个工作日', mostNth);
  return fromEnd === null ? text.number('第N个工作日', mostNth) : -fromEnd;
}

const mostWorkdays = 31;

function readMoves(text: Cursor, base: MonthDay | Anchor): DayRule {
  refuseCountedShift(text.rest);
  const shift: Shift = text.word(shiftWords) ?? 'none';
  const back = text.number('前N个工作日', mostWorkdays);
  const on = back === null ? text.number('后N个工作日', mostWorkdays) : null;
  const expected = [...(shift === 'none' ? Object.values(shiftWords) : []), ...countPart];
  return ended(text, { kind: 'from', base, shift, workdays: on ?? (back === null ? 0 : -back) }, expected);
}

/** 提前3个工作日 is said of what the rules call 前3个工作日; 提前 moves off days off only. */
function refuseCountedShift(rest: string): void {
  const [, back, , count] = new RegExp(`^(?:(提前|提早)|(顺延|延后|推迟))(${numberForm})个?工作日`).exec(rest) ?? [];
  if (count !== undefined) throw new Unread(rest, [`${back === undefined ? '后' : '前'}${count}个工作日`]);
}

function ended(text: Cursor, day: DayRule, expected: readonly string[]): DayRule {
  if (text.rest !== '') throw new Unread(text.rest, [...expected, ...timeWords]);
  return day;
}

/** Without what makes no difference, spaces, brackets, commas and 遇节假日, and with one word for each thing. */
function simplify(text: string): string {
  const plain = text
    .replaceAll(/[\s(),、]/g, '')
    .replace(/遇(?:法定)?(?:节假日|休息日|非工作日)(?=顺延|提前)/, '')
    .replace(new RegExp(`(${numberForm})号`), '$1日');
  const [said, meant] = Object.entries(sameWords).find(([word]) => plain.startsWith(word)) ?? ['', ''];
  return meant + plain.slice(said.length);
}
