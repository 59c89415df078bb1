import type { Paragraph } from '../../../model/document.ts';
import { plainText } from '../../../model/text.ts';
import { wordsWidth } from '../text-items.ts';
import type { TextStyle } from '../text-styles.ts';
import type { Measure } from '../typeset.ts';
import type { BlockPlace } from './block-place.ts';

/** GB/T 9704-2012, 7.3.5.1: the date stands four characters in from the right. */
const rightInset = 4;

/** Office and date are centred on each other: the measure that lets a right-aligned line end there. */
export function signatureMeasure(block: Paragraph, style: TextStyle, place: BlockPlace): Measure {
  const { frame, book } = place;
  const widthOf = (paragraph: Paragraph) =>
    wordsWidth(plainText(paragraph.content), style.typeface, false, book) * style.size;
  const widest = Math.max(...signatureGroup(place).map(widthOf));
  const inset = rightInset * style.size + (widest - widthOf(block)) / 2;
  return { left: frame.left, width: Math.max(frame.width / 2, frame.width - inset), hang: 0 };
}

/** The signature paragraphs around this one. */
function signatureGroup({ blocks, index }: BlockPlace): Paragraph[] {
  const found: Paragraph[] = [];
  const take = (at: number): boolean => {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || block.role !== 'signature') return false;
    found.push(block);
    return true;
  };
  for (let at = index; take(at); at -= 1);
  for (let at = index + 1; take(at); at += 1);
  return found;
}
