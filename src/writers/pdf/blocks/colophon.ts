import { colophonWords } from '../../../model/colophon.ts';
import type { Colophon } from '../../../model/document.ts';
import { run } from '../../../model/text.ts';
import { millimetres } from '../page-frame.ts';
import type { Stroke, TextItem } from '../page-items.ts';
import { colophonStyle } from '../text-styles.ts';
import { type BlockPlace, typesetHere } from './block-place.ts';

/** GB/T 9704-2012, 7.4.1: the first and the last rule are thicker than the ones between. */
const thick = millimetres(0.35);
const thin = millimetres(0.25);
/** Between a rule and the line below it, in em. */
const gap = 0.35;

/**
 * 版记 at the foot of the page (GB/T 9704-2012, 7.4): 抄送, whose names go on below their first character, then the
 * issuing office and the date, each one character in from its edge; rules as wide as the text block above, between and
 * below.
 */
export function placeColophon(block: Colophon, place: BlockPlace): void {
  const { frame, theme, flow } = place;
  const words = colophonWords(block);
  const style = colophonStyle(theme, frame);
  const inset = style.size;
  const inner = { left: frame.left + inset, width: frame.width - 2 * inset };
  const rows: TextItem[][][] = [];
  if (words.copies !== null) {
    const label = Array.from(words.copies.label).length;
    rows.push(typesetHere([run(words.copies.label + words.copies.names)], style, place, { ...inner, hang: label }));
  }
  const issuer = typesetHere([run(words.issuer)], style, place, { ...inner, hang: 0 });
  const issued = typesetHere([run(words.issued)], { ...style, align: 'right' }, place, { ...inner, hang: 0 });
  rows.push([[...issuer.flat(), ...issued.flat()]]);

  const texts: TextItem[] = [];
  const shapes: Stroke[] = [];
  const rule = (y: number, width: number): Stroke => {
    const x2 = frame.left + frame.width;
    return { kind: 'stroke', x1: frame.left, y1: y, x2, y2: y, width, colour: theme.colours.rule, dash: null };
  };
  let y = 0;
  for (const [index, lines] of rows.entries()) {
    shapes.push(rule(y, index === 0 ? thick : thin));
    y += gap * style.size;
    for (const line of lines) {
      texts.push(...line.map((item) => ({ ...item, y: item.y + y })));
      y += style.pitch;
    }
    y += gap * style.size;
  }
  shapes.push(rule(y, thick));
  flow.add({ before: frame.pitch / 2, height: y, after: 0, keep: false, atFoot: true, texts, shapes, bookmark: null });
}
