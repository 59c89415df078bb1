import type { Diagnostic } from '../model/diagnostic.ts';
import { compareChart } from './compare-chart.ts';
import type { ExpectedChart, ExpectedText, ExpectedWords } from './expected-texts.ts';
import type { FoundText } from './found.ts';
import { capped, differ, differences } from './problems.ts';
import { shortenedPair } from './shorten.ts';
import { paragraphEnd, TextStream } from './text-stream.ts';

/** Differences outside tables are named one by one up to so many. */
const mostNamed = 12;
/** How far to look for the next text that is there again. */
const lookAhead = 40;

/**
 * Reads the words outside tables in their order: headings, paragraphs and list items whole, of charts their words and
 * figures. Where something else stands, reading goes on at the next text that is there again.
 */
export function compareTexts(
  expected: readonly ExpectedText[],
  found: readonly FoundText[],
  lines: boolean,
  source: string,
): Diagnostic[] {
  const stream = new TextStream(found, lines);
  const end = lines ? '' : paragraphEnd;
  const problems: Diagnostic[] = [];
  let position = 0;
  for (let index = 0; index < expected.length; ) {
    const text = expected[index] as ExpectedText;
    const length = text.kind === 'words' ? matchAt(text, stream.bare, position, end) : 0;
    if (text.kind === 'words' && length > 0) {
      position += length;
      index += 1;
      continue;
    }
    const next = resume(expected, index, stream.bare, position, end);
    const skipped = expected.slice(index, next.index);
    problems.push(...compareStretch(skipped, stream, position, next.position, source));
    position = next.position;
    index = next.index;
  }
  problems.push(...compareStretch([], stream, position, stream.bare.length, source));
  return capped(problems, mostNamed, source);
}

/** Length of a text at a position with the marker it may have; 0 where something else stands. */
function matchAt({ bare, markers }: ExpectedWords, stream: string, position: number, end: string): number {
  for (const marker of ['', ...markers]) {
    const whole = marker + bare + end;
    if (stream.startsWith(whole, position)) return whole.length;
  }
  return 0;
}

/** The next text that is there again, near in the document and in the file; behind both where there is none. */
function resume(
  expected: readonly ExpectedText[],
  index: number,
  stream: string,
  position: number,
  end: string,
): { readonly index: number; readonly position: number } {
  let best = { index: expected.length, position: stream.length };
  let least = Number.POSITIVE_INFINITY;
  let skipped = 0;
  for (let next = index; next < Math.min(expected.length, index + lookAhead); next += 1) {
    const text = expected[next] as ExpectedText;
    if (text.kind !== 'words') continue;
    const at = findFrom(text, stream, position, end);
    if (at >= 0 && at - position + skipped < least) {
      best = { index: next, position: at };
      least = at - position + skipped;
    }
    skipped += text.bare.length;
  }
  return best;
}

/** In a file with paragraphs a text begins where one does. */
function findFrom({ bare, markers }: ExpectedWords, stream: string, position: number, end: string): number {
  const starts = ['', ...markers].map((marker) => {
    const whole = marker + bare + end;
    if (end === '' || stream.startsWith(whole, position)) return stream.indexOf(whole, position);
    const at = stream.indexOf(end + whole, Math.max(0, position - 1));
    return at < 0 ? -1 : at + 1;
  });
  const there = starts.filter((at) => at >= 0);
  return there.length === 0 ? -1 : Math.min(...there);
}

/** A stretch of the file against the texts that should stand there. */
function compareStretch(
  expected: readonly ExpectedText[],
  stream: TextStream,
  from: number,
  to: number,
  source: string,
): Diagnostic[] {
  const charts = expected.filter((text): text is ExpectedChart => text.kind === 'chart');
  const words = expected.filter((text): text is ExpectedWords => text.kind === 'words');
  const where = { ...stream.whereOf(from), section: words[0]?.section ?? '' };
  const bare = stream.bare.slice(from, to);
  const problems: Diagnostic[] = [];
  let rest = bare;
  for (const { chart } of charts) {
    const read = compareChart(chart, rest);
    rest = read.rest;
    for (const missing of read.missing)
      problems.push(differ(differences.chart, { ...where, text: chart.title, expected: missing }, source));
  }
  // Beside its own words a chart has figures at its axes, which are drawing and no statement.
  const left = rest.replaceAll(paragraphEnd, '');
  if (words.length === 0 && (left === '' || charts.length > 0)) return problems;
  const should = words.map(({ bare: word }) => word).join('');
  if (should !== left) {
    const pair = shortenedPair(should, left);
    problems.push(differ(differences.text, { ...where, ...pair }, source));
  }
  return problems;
}
