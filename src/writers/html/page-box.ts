import type { PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';

const millimetres = { A4: [210, 297], A3: [297, 420] } as const;

/** Name of a page setup in the style sheet, `A4-landscape`. */
export function pageName({ paper, orientation }: PageSetup): string {
  return `${paper}-${orientation}`;
}

export function marginsOf(page: PageSetup, theme: Theme): Theme['margins'] {
  return page.orientation === 'portrait' ? theme.margins : theme.landscapeMargins;
}

/** Width between the margins, in points. */
export function textWidth(page: PageSetup, theme: Theme): number {
  const [short, long] = millimetres[page.paper];
  const { left, right } = marginsOf(page, theme);
  return (((page.orientation === 'portrait' ? short : long) - left - right) * 72) / 25.4;
}
