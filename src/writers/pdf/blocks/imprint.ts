import type { Paragraph } from '../../../model/document.ts';
import { imprintSides } from '../../../model/text.ts';
import type { FlowBox } from '../page-flow.ts';
import type { Stroke } from '../page-items.ts';
import type { TextStyle } from '../text-styles.ts';
import { type BlockPlace, lineBoxes, typesetHere } from './block-place.ts';

/** Below the line, in points. */
const ruleWidth = 1.5;
const ruleGap = 4;

/**
 * The line under the number of an issue, with the red rule that closes the masthead. A wide gap in the words drives
 * the office to the left edge and the date to the right one.
 */
export function imprintBoxes(block: Paragraph, style: TextStyle, place: BlockPlace): FlowBox[] {
  const { frame, theme } = place;
  const sides = imprintSides(block.content);
  const lines =
    sides === null
      ? typesetHere(block.content, style, place)
      : [[...edge(sides.left, 'left', style, place), ...edge(sides.right, 'right', style, place)]];
  const boxes = lineBoxes(lines, style, null);
  const last = boxes.at(-1);
  if (last === undefined) return [];
  const y = last.height + ruleGap;
  const rule: Stroke = {
    kind: 'stroke',
    x1: frame.left,
    x2: frame.left + frame.width,
    y1: y,
    y2: y,
    width: ruleWidth,
    colour: theme.colours.banner,
    dash: null,
  };
  return [...boxes.slice(0, -1), { ...last, height: y + ruleWidth, shapes: [rule] }];
}

function edge(text: string, align: 'left' | 'right', style: TextStyle, place: BlockPlace) {
  return typesetHere([{ text, strong: false, tone: null }], { ...style, align }, place).flat();
}
