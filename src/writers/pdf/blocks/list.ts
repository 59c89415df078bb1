import type { List } from '../../../model/document.ts';
import { run } from '../../../model/text.ts';
import { listMark } from '../../printed-texts.ts';
import { paragraphStyle } from '../text-styles.ts';
import { type BlockPlace, lineBoxes, typesetHere } from './block-place.ts';

/** Items as paragraphs of running text with their number in front, as official documents have them. */
export function placeList(block: List, place: BlockPlace): void {
  const style = paragraphStyle('body', place.theme, place.frame);
  for (const [index, item] of block.items.entries()) {
    const marker = run(block.ordered ? `${index + 1}. ` : `${listMark} `);
    for (const box of lineBoxes(typesetHere([marker, ...item], style, place), style, null)) place.flow.add(box);
  }
}
