/**
 * Widths of single characters in em, so that a text is measured once for all sizes. `strong` picks the bold face of
 * the typeface. A writer with font files reads its advance widths; text that a ruler measured must be drawn without
 * kerning or ligatures, or it would not be where it was planned.
 */
export interface Ruler {
  width(character: string, strong: boolean): number;
}
