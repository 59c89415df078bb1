import { type ColophonWords, colophonWords } from '../../model/colophon.ts';
import type { Colophon } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { runTrees } from './runs.ts';
import { styleIds } from './style-ids.ts';
import { textBoxAtFoot } from './text-box.ts';
import { type Tree, TreeBlock, tree } from './tree.ts';
import { twipsOfPoints, wordColour } from './units.ts';

/** Eighths of a point: 0.35 mm and 0.25 mm (GB/T 9704-2012, 7.4.1). */
const thick = 8;
const thin = 6;
/** Distance of lines, in em. */
export const colophonPitch = 1.5;

/** Above and below each row, in twips: a rule and the white around it. */
const around = 120;

/**
 * 版记 in a text box at the foot of the page's text, where it stays when editing moves the end of the text; `width` is
 * that of the text in twips, `id` unique in the file. A frame or a floating table would be simpler, but LibreOffice
 * leaves ones as wide as the text where they stand.
 */
export function wordColophon(block: Colophon, id: number, theme: Theme, width: number): TreeBlock {
  const words = colophonWords(block);
  const inset = twipsOfPoints(theme.sizes.imprint);
  const ends = { 'w:left': inset, 'w:right': inset };
  const rule = (size: number) => paragraph(styleIds.hairline, [border(size, wordColour(theme.colours.rule))], '');

  const rows: Tree[] = [];
  if (words.copies !== null) {
    const hang = inset * Array.from(words.copies.label).length;
    const indent = tree('w:ind', { ...ends, 'w:left': inset + hang, 'w:hanging': hang });
    rows.push(paragraph(styleIds.colophon, [indent], `${words.copies.label}${words.copies.names}`), rule(thin));
  }
  const edge = tree('w:tabs', null, tree('w:tab', { 'w:val': 'right', 'w:pos': width - inset }));
  rows.push(paragraph(styleIds.colophon, [edge, tree('w:ind', ends)], `${words.issuer}\t${words.issued}`));
  const height = heightOf(words, inset, width);
  const content = [rule(thick), ...rows, rule(thick)];
  return new TreeBlock('w:p', [
    tree('w:pPr', null, tree('w:pStyle', { 'w:val': styleIds.hairline })),
    tree('w:r', null, textBoxAtFoot(content, { id, name: '版记', width, height })),
  ]);
}

function paragraph(style: string, format: readonly Tree[], text: string): Tree {
  const properties = tree('w:pPr', null, tree('w:pStyle', { 'w:val': style }), ...format);
  return tree('w:p', null, properties, ...runTrees(text === '' ? [] : [run(text)]));
}

/** In twips, about; the box grows with its text, upwards. */
function heightOf({ copies }: ColophonWords, size: number, width: number): number {
  const perLine = Math.floor(width / size) - 2 - Array.from(copies?.label ?? '').length;
  const lines = Math.ceil(Array.from(copies?.names ?? '').length / Math.max(1, perLine));
  return Math.round((lines + 1) * size * colophonPitch + (lines === 0 ? 1 : 2) * around);
}

function border(size: number, color: string): Tree {
  return tree('w:pBdr', null, tree('w:top', { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': color }));
}
