import type { TextRun } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import { pointsPerUnit, textLines } from './text-size.ts';

/** Two characters in, behind 「附件：」, and behind the number that follows it. */
const behindLabel = '　'.repeat(5);
const behindNumber = '　'.repeat(6);

/**
 * 附件说明 in a cell, whose own lines would all run on at its edge: further annexes stand below the first, and a long name
 * goes on below its own first character (GB/T 9704-2012, 7.3.4). Size in points, width in column units.
 */
export function annexNames(content: readonly TextRun[], size: number, width: number): TextRun[] {
  const em = size / pointsPerUnit;
  return entriesOf(content).flatMap((entry, index) => {
    const room = width - (index === 0 ? 3 : 6) * em;
    return textLines(entry, size, room).flatMap((line, at) => {
      if (at > 0) return [run(`\n${behindNumber}`), ...line];
      return index === 0 ? line : [run(`\n${behindLabel}`), ...line];
    });
  });
}

/** The runs of each name; names are parted by line breaks. */
function entriesOf(content: readonly TextRun[]): TextRun[][] {
  const entries: TextRun[][] = [[]];
  for (const each of content)
    for (const [at, text] of each.text.split('\n').entries()) {
      if (at > 0) entries.push([]);
      if (text !== '') entries.at(-1)?.push({ ...each, text });
    }
  return entries;
}
