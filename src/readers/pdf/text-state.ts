import { identity, type Matrix, times } from './matrix.ts';

/** A piece of a line as the library gives it: a glyph, or a shift to the left in thousandths of the size. */
export type Shown = Glyph | number;

interface Glyph {
  readonly unicode: string;
  /** Thousandths of the size. */
  readonly width: number;
  readonly isSpace: boolean;
}

/** What shapes text (ISO 32000-1, 9.3); saved and restored with the rest of the graphics state. */
export interface TextLook {
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly rise: number;
  /** 1 for the natural width. */
  readonly scale: number;
  readonly leading: number;
  /** 3 and 7 leave nothing on the paper. */
  readonly mode: number;
}

export const plainLook: TextLook = {
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  rise: 0,
  scale: 1,
  leading: 0,
  mode: 0,
};

/** Where the next glyph goes (ISO 32000-1, 9.4.2). */
export class TextCursor {
  #text: Matrix = identity;
  #line: Matrix = identity;

  set(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  /** To the beginning of another line. */
  move(x: number, y: number): void {
    this.set(times(this.#line, [1, 0, 0, 1, x, y]));
  }

  /** Shows glyphs and stands behind them; where they began, their words and width in text space. */
  show(
    glyphs: readonly Shown[],
    look: TextLook,
  ): { readonly at: Matrix; readonly text: string; readonly width: number } {
    let text = '';
    let width = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        width -= (glyph / 1000) * look.size * look.scale;
        continue;
      }
      text += glyph.unicode;
      const spacing = look.charSpacing + (glyph.isSpace ? look.wordSpacing : 0);
      width += ((glyph.width / 1000) * look.size + spacing) * look.scale;
    }
    const at = times(this.#text, [1, 0, 0, 1, 0, look.rise]);
    this.#text = times(this.#text, [1, 0, 0, 1, width, 0]);
    return { at, text, width };
  }
}
