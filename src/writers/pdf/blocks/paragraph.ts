import type { Block, Paragraph } from '../../../model/document.ts';
import type { FlowBox } from '../page-flow.ts';
import { paragraphStyle } from '../text-styles.ts';
import { annexListLines } from './annex-list.ts';
import { type BlockPlace, lineBoxes, typesetHere } from './block-place.ts';
import { imprintBoxes } from './imprint.ts';
import { signatureMeasure } from './signature.ts';

/** A paragraph in the style of its role. */
export function placeParagraph(block: Paragraph, place: BlockPlace): void {
  const boxes = paragraphBoxes(block, place);
  const kept = keptWithSignature(block, boxes.length, place);
  for (const [index, box] of boxes.entries())
    place.flow.add(index < boxes.length - kept ? box : { ...box, keep: true });
}

/** No page holds only issuer and date (GB/T 9704-2012, 7.3.5.5): the 附件说明 and the last lines of the text go with them. */
function keptWithSignature(block: Paragraph, lines: number, { blocks, index }: BlockPlace): number {
  const next = blocks[index + 1];
  if (block.role === 'annex-list') return isRole(next, 'signature') ? lines : 0;
  return block.role === 'body' && (isRole(next, 'signature') || isRole(next, 'annex-list')) ? 2 : 0;
}

/** The boxes of a paragraph, in case somebody must know their height first. */
export function paragraphBoxes(block: Paragraph, place: BlockPlace): FlowBox[] {
  const style = paragraphStyle(block.role, place.theme, place.frame);
  const previous = place.blocks[place.index - 1];
  // Paragraphs of one list or signature stand together; the white space is around them.
  const together = isRole(previous, block.role) ? { ...style, before: 0 } : style;
  switch (block.role) {
    case 'imprint':
      return imprintBoxes(block, style, place);
    case 'annex-list':
      return lineBoxes(annexListLines(block, style, place), together, null);
    case 'signature': {
      const next = place.blocks[place.index + 1];
      const keep = isRole(next, 'signature');
      const lines = typesetHere(block.content, style, place, signatureMeasure(block, style, place));
      return lineBoxes(lines, { ...together, keep }, null);
    }
    default:
      return lineBoxes(typesetHere(block.content, style, place), together, null);
  }
}

function isRole(block: Block | undefined, role: Paragraph['role']): boolean {
  return block?.kind === 'paragraph' && block.role === role;
}
