const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()n'].map((plain, i) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][i] as string]),
);
const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()'].map((plain, i) => [plain, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i] as string]),
);

export type VerticalAlign = 'superscript' | 'subscript' | null;

/** The vertical alignment that an Office file names. */
export function verticalAlign(value: string | null): VerticalAlign {
  return value === 'superscript' || value === 'subscript' ? value : null;
}

/** Raised or lowered figures as such: the mark of a note behind 1070 must not make 10701 of it. */
export function smallFigures(text: string, align: VerticalAlign): string {
  if (align === null) return text;
  const small = align === 'superscript' ? raised : lowered;
  return text.replace(/[0-9+\-=()n]/g, (figure) => small[figure] ?? figure);
}
