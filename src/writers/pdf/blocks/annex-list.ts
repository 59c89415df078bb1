import type { Paragraph, TextRun } from '../../../model/document.ts';
import { plainText } from '../../../model/text.ts';
import type { TextItem } from '../page-items.ts';
import { wordsWidth } from '../text-items.ts';
import type { TextStyle } from '../text-styles.ts';
import { type BlockPlace, typesetHere } from './block-place.ts';

const opening = '附件：';

/**
 * GB/T 9704-2012, 7.3.4: two characters in, 「附件：」, numbers below each other; a name that takes a second line goes on
 * below its own first character.
 */
export function annexListLines(block: Paragraph, style: TextStyle, place: BlockPlace): TextItem[][] {
  const { frame, book } = place;
  const widthOf = (text: string) => wordsWidth(text, style.typeface, false, book);
  return splitLines(block.content).flatMap((runs) => {
    const [, label, number] = /^(附件：)?(\d+[.．]?\s*)?/.exec(plainText(runs)) ?? [];
    const indent = style.indent + (label === undefined ? widthOf(opening) : 0);
    const hang = indent + widthOf(`${label ?? ''}${number ?? ''}`);
    return typesetHere(runs, { ...style, indent }, place, { left: frame.left, width: frame.width, hang });
  });
}

function splitLines(content: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const run of content)
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    }
  return lines;
}
