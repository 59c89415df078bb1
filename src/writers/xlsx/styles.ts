import type { Border, Font, Style } from 'exceljs';
import type { TextRun } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { Look } from './sheet-plan.ts';

/** Gives equal looks one style object, which the library then numbers once instead of once for each cell. */
export class StyleBook {
  readonly #theme: Theme;
  readonly #styles = new Map<string, Partial<Style>>();

  constructor(theme: Theme) {
    this.#theme = theme;
  }

  /** The style of a box. Shared: never change it. `runs` decide the font where all of them look the same. */
  style(look: Look, runs: readonly TextRun[]): Partial<Style> {
    const first = runs[0];
    const font = first !== undefined && oneLook(runs) ? this.font(look, first) : this.font(look, null);
    const key = JSON.stringify([look, font]);
    let style = this.#styles.get(key);
    if (style === undefined) {
      style = this.#style(look, font);
      this.#styles.set(key, style);
    }
    return style;
  }

  font(look: Look, run: TextRun | null): Partial<Font> {
    const { fonts, colours } = this.#theme;
    const colour = run === null || run.tone === null ? look.colour : colours.tones[run.tone];
    const font = { name: fonts[look.face].office, size: look.size, color: { argb: argb(colour) } };
    return look.bold || run?.strong === true ? { ...font, bold: true } : font;
  }

  #style(look: Look, font: Partial<Font>): Partial<Style> {
    const number = look.format !== null && look.format !== '@';
    const edge: Partial<Border> = { style: 'thin', color: { argb: argb(this.#theme.colours.rule) } };
    return {
      font,
      alignment: {
        horizontal: look.align,
        vertical: 'middle',
        indent: look.indent,
        // A number that is a little too wide would be shown as #### or, in LibreOffice, be broken inside its unit.
        ...(number ? { shrinkToFit: true } : { wrapText: true }),
      },
      ...(look.format === null ? {} : { numFmt: look.format }),
      ...(look.border ? { border: { top: edge, bottom: edge, left: edge, right: edge } } : {}),
      ...(look.fill === null
        ? {}
        : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(look.fill) } } as const }),
    };
  }
}

/** Whether one font serves all runs. */
export function oneLook(runs: readonly TextRun[]): boolean {
  return runs.every((run) => run.strong === runs[0]?.strong && run.tone === runs[0]?.tone);
}

/** `#C00000` → `FFC00000`. */
export function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}
