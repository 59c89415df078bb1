import type { Plan } from '../model/plan.ts';
import { captionUnit } from './units.ts';

const annexLabel = /^附件[\d一二三四五六七八九十]*[:：]?$/u;
/** A title breaks into no more lines than this. */
const mostLines = 3;
const longestLine = 60;

/** What stands above a table says of it. */
export interface Heading extends Pick<Plan, 'title' | 'annex' | 'year'> {
  /** The unit of a line such as `单位：公里`; empty for none. */
  readonly unit: string;
}

/** The title stands between the annex label and the table; above the label, or above a title without one, a whole notice may stand. */
export function headingOf(above: readonly string[]): Heading {
  const label = above.findLastIndex((text) => annexLabel.test(text));
  const annex = above[label]?.replace(/[:：]$/u, '') ?? null;
  const lines = above.slice(label + 1);
  const unit = lines.map(captionUnit).findLast((found) => found !== null) ?? '';
  const words = lines.filter((text) => captionUnit(text) === null);
  const title = (annex === null ? lastLines(words) : words).join('');
  return { title, annex, year: yearOf(title), unit };
}

/** Without a label, the lines directly above the table, as long as they may be a title. */
function lastLines(words: readonly string[]): readonly string[] {
  const isTitle = (text: string) => text.length <= longestLine && !/[。；：，]$/u.test(text);
  const prose = words.findLastIndex((text) => !isTitle(text));
  return words.slice(Math.max(prose + 1, words.length - mostLines));
}

const yearDigits = '〇一二三四五六七八九';

function yearOf(title: string): number | null {
  const digits = /(\d{4})年/u.exec(title)?.[1];
  if (digits !== undefined) return Number(digits);
  const words = /([〇○零一二三四五六七八九]{4})年/u.exec(title)?.[1];
  if (words === undefined) return null;
  return Number([...words].map((digit) => Math.max(0, yearDigits.indexOf(digit))).join(''));
}

/** What stands below the table belongs to it up to the label of the next annex. */
export function notesOf(below: readonly string[]): readonly string[] {
  const label = below.findIndex((text) => annexLabel.test(text));
  return label < 0 ? below : below.slice(0, label);
}
