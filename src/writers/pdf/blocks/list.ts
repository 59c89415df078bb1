import type { List } from '../../../model/document.ts';
import { run } from '../../../model/text.ts';
import { paragraphStyle } from '../text-styles.ts';
import { type BlockPlace, lineBoxes, typesetHere } from './block-place.ts';

/** Fonts after GB 2312 have no round bullet but a middle dot. */
const bullets = ['•', '·'];

/** Items as paragraphs of running text with their number in front, as official documents have them. */
export function placeList(block: List, place: BlockPlace): void {
  const style = paragraphStyle('body', place.theme, place.frame);
  const font = place.book.font(style.typeface.face);
  const bullet = bullets.find((sign) => font.has(sign)) ?? '-';
  for (const [index, item] of block.items.entries()) {
    const marker = run(block.ordered ? `${index + 1}. ` : `${bullet} `);
    for (const box of lineBoxes(typesetHere([marker, ...item], style, place), style, null)) place.flow.add(box);
  }
}
