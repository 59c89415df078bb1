import type { Border, Style } from 'exceljs';
import type { Theme } from '../../model/theme.ts';
import { argb } from '../../writers/xlsx/styles.ts';
import type { FormColumn } from '../form-columns.ts';

export type FormStyles = ReturnType<typeof formStyles>;

/** The looks of a form's cells. What may be filled has a ground of its own and is not locked. */
export function formStyles({ fonts, sizes, colours }: Theme) {
  const rule: Partial<Border> = { style: 'thin', color: { argb: argb(colours.rule) } };
  const border = { top: rule, bottom: rule, left: rule, right: rule };
  const solid = (colour: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: argb(colour) } }) as const;
  const words = { name: fonts.table.office, size: sizes.table, color: { argb: argb(colours.text) } };
  const at = (horizontal: FormColumn['align'], vertical: 'middle' | 'top' = 'middle') => ({
    horizontal,
    vertical,
    wrapText: horizontal !== 'right',
    // Digits keep clear of the rule beside them.
    indent: horizontal === 'right' ? 1 : 0,
  });
  const open = { fill: solid(colours.marked), protection: { locked: false } };
  const style = (look: Partial<Style>): Partial<Style> => look;
  return {
    title: style({
      font: { ...words, name: fonts.title.office, size: Math.min(sizes.title, 20) },
      alignment: at('center'),
    }),
    line: style({ font: words, alignment: at('left') }),
    openLine: style({ font: words, alignment: at('left'), ...open }),
    guidance: style({ font: words, alignment: at('left', 'top') }),
    head: style({
      font: { ...words, name: fonts.heading.office },
      alignment: at('center'),
      border,
      fill: solid(colours.tableHead),
    }),
    locked: (align: FormColumn['align'], format: string) =>
      style({ font: words, alignment: at(align), border, numFmt: format }),
    open: ({ align }: FormColumn) => style({ font: words, alignment: at(align), border, numFmt: 'General', ...open }),
    faded: { font: { color: { argb: argb(colours.tones.muted) } } },
    /** The ground of a cell that must be filled now. */
    wanted: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(colours.tones.lagging) } } } as const,
  };
}
