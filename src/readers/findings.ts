import { type Diagnostic, defineProblem, type Problem } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import { unwritable } from '../model/text.ts';

/** So many places are named for each kind of problem; a broken file must not bury its own message. */
const named = 20;

const furtherPlaces = defineProblem<{ code: string; count: string }>('file-further-places', 'info', {
  'zh-CN': (d) => ({
    message: `同类问题（${d.code}）另有${d.count}处，不逐一列出`,
    hint: '请先处理已列出的各处，再重新检查。',
  }),
  en: (d) => ({
    message: `${d.count} more of the same kind (${d.code}) are not listed`,
    hint: 'Settle the listed ones first and check again.',
  }),
});

/** So many characters of a text are enough to find it by. */
const sampled = 40;

/** The beginning of a text for a message, on one line and without characters that no document can hold. */
export function sampleOf(text: string): string {
  return [...text.slice(0, 2 * sampled)]
    .slice(0, sampled)
    .map((character) => (unwritable.test(character) ? '\uFFFD' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Collects what a reader finds in one file. */
export interface Findings {
  add<D extends Record<string, string>>(problem: Problem<D>, data: D, at: Place): void;
  /** All that was found, the first places of each kind and how many more there are. */
  list(): Diagnostic[];
}

export function collectFindings(source: string): Findings {
  const found: Diagnostic[] = [];
  const counts = new Map<string, number>();
  return {
    add(problem, data, at) {
      const count = (counts.get(problem.code) ?? 0) + 1;
      counts.set(problem.code, count);
      if (count <= named) found.push(problem(data, at));
    },
    list: () => [
      ...found,
      ...[...counts].flatMap(([code, count]) =>
        count > named
          ? [furtherPlaces({ code, count: String(count - named) }, { source, part: null, row: null, column: null })]
          : [],
      ),
    ],
  };
}
