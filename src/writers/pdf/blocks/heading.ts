import type { Heading } from '../../../model/document.ts';
import { plainText } from '../../../model/text.ts';
import { headingStyle } from '../text-styles.ts';
import { type BlockPlace, lineBoxes, typesetHere } from './block-place.ts';

/** A heading; those of level 2 are bookmarks, while the title of a section goes by the section's own. */
export function placeHeading(block: Heading, place: BlockPlace): void {
  const style = headingStyle(block.level, place.theme, place.frame);
  const bookmark = block.level === 2 ? plainText(block.content).replaceAll('\n', '') : null;
  for (const box of lineBoxes(typesetHere(block.content, style, place), style, bookmark)) place.flow.add(box);
}
