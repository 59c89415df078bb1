import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import { DataError } from '../model/errors/data-error.ts';
import type { NewReturn } from '../model/return.ts';
import type { ReturnsToSave } from './store.ts';

const unstorable = defineProblem<{ text: string }>('text-not-storable', 'error', {
  'zh-CN': (d) => ({
    message: `“${d.text}”中有不能保存的字符`,
    hint: '请在原文件中删去该处看不见的字符，重新输入后再导入。',
  }),
  en: (d) => ({
    message: `「${d.text}」 has characters that cannot be stored`,
    hint: 'Delete the invisible characters in the file, type the text again and import it once more.',
  }),
});

/** Refuses texts that a database would change or reject: U+0000 and halves of surrogate pairs. DataError names each place. */
export function refuseUnstorable(files: readonly ReturnsToSave[]): void {
  const found = files.flatMap(({ file, returns, formVersion }) => {
    const whole: Place = { source: file.name, part: null, row: null, column: null };
    return [...problemsIn([file.name, formVersion], whole), ...returns.flatMap(problemsOf)];
  });
  if (found.length > 0) throw new DataError(found);
}

/** The same for what a person typed. */
export function refuseUnstorableTexts(texts: readonly string[]): void {
  const found = problemsIn(texts, null);
  if (found.length > 0) throw new DataError(found);
}

/** A text that is kept whatever it holds, such as what a mail server said: with marks for what no database holds. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\u{fffd}');
}

function problemsOf({ reporter, cutoff, at, entries }: NewReturn): Diagnostic[] {
  return [
    ...problemsIn([reporter, cutoff, at.source, at.part], at),
    ...entries.flatMap((entry) => {
      const { cumulative, ...texts } = entry;
      return problemsIn([...Object.values({ ...texts, ...cumulative }), entry.at.source, entry.at.part], entry.at);
    }),
  ];
}

function problemsIn(values: readonly unknown[], at: Place | null): Diagnostic[] {
  return values
    .filter((value) => typeof value === 'string')
    .filter((text) => text.includes('\0') || !text.isWellFormed())
    .map((text) => unstorable({ text: storableText(text) }, at));
}
