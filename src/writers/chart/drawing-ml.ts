import type { Theme } from '../../model/theme.ts';
import { element as e, escapeXml } from '../xml.ts';

/** English Metric Units, in which DrawingML measures. */
export const emuPerPoint = 12_700;

/** Words in a native chart: size in points. */
export interface TextLook {
  readonly size: number;
  readonly strong: boolean;
}

/** `<c:name val="…"/>`, of which a chart part mostly consists. */
export function value(name: string, val: string | number): string {
  return e(`c:${name}`, { val });
}

export function solidFill(colour: string): string {
  return e('a:solidFill', {}, e('a:srgbClr', { val: colour.slice(1) }));
}

/** A line of a width in points; `dash` is a preset of DrawingML. */
export function stroke(width: number, colour: string, dash = 'solid'): string {
  const attributes = { w: Math.round(width * emuPerPoint), cap: 'flat' };
  return e('a:ln', attributes, solidFill(colour), e('a:prstDash', { val: dash }), e('a:round'));
}

export const noFill = e('a:noFill');
export const noLine = e('a:ln', {}, noFill);

/** The look of words that the program writes itself, on one line, in the font of the tables. */
export function textProperties(look: TextLook, theme: Theme, rotation: Rotation = 'none'): string {
  const end = e('a:endParaRPr', { lang: 'zh-CN' });
  return e('c:txPr', {}, bodyProperties(rotation), e('a:lstStyle'), paragraph(look, theme, end));
}

/** Words given as they stand. */
export function richText(text: string, look: TextLook, theme: Theme): string {
  const run = e('a:r', {}, runProperties('a:rPr', look, theme), e('a:t', {}, escapeXml(text)));
  return e('c:tx', {}, e('c:rich', {}, bodyProperties('none'), e('a:lstStyle'), paragraph(look, theme, run)));
}

/** `by-need` lets an axis without room turn its labels; the odd angle is what Office itself writes for that. */
type Rotation = 'none' | 'by-need';
const angles: Readonly<Record<Rotation, number>> = { none: 0, 'by-need': -60_000_000 };

function bodyProperties(rotation: Rotation): string {
  const insets = { lIns: 19_050, tIns: 0, rIns: 19_050, bIns: 0 };
  return e('a:bodyPr', { rot: angles[rotation], vert: 'horz', wrap: 'none', ...insets, anchor: 'ctr' });
}

function paragraph(look: TextLook, theme: Theme, content: string): string {
  return e('a:p', {}, e('a:pPr', {}, runProperties('a:defRPr', look, theme)), content);
}

function runProperties(name: string, { size, strong }: TextLook, { fonts, colours }: Theme): string {
  const face = fonts.table.office;
  return e(
    name,
    { ...(name === 'a:rPr' ? { lang: 'zh-CN' } : {}), sz: Math.round(size * 100), b: strong ? 1 : 0 },
    solidFill(colours.text),
    e('a:latin', { typeface: face }),
    e('a:ea', { typeface: face }),
    e('a:cs', { typeface: face }),
  );
}
