import type { Diagnostic } from '../model/diagnostic.ts';

/** What to type to decide on a problem; `among` are those that it may be mistaken for. */
export function commandFor(d: Diagnostic, month: string | null, among: readonly Diagnostic[]): string {
  const { code, about } = d;
  const period = about.period ?? month;
  const alike = among.filter(
    (one) => one.code === code && one.about.target === about.target && one.about.column === about.column,
  );
  return [
    `jianbao decide ${code} ${about.target ?? '-'}`,
    ...(about.column === undefined ? [] : [`--column ${about.column}`]),
    ...(period === null ? [] : [`--month ${period}`]),
    ...(alike.length > 1 ? [`--nth ${alike.indexOf(d) + 1}`] : []),
  ].join(' ');
}

/** Whether a problem is about one figure that another may take the place of. */
export function isCorrectable({ about, data }: Diagnostic): boolean {
  return about.target !== undefined && data['figure'] !== undefined;
}

/** The first error of a month that somebody may decide on, as what to type; null where there is none. */
export function decidable(diagnostics: readonly Diagnostic[]): string | null {
  const errors = diagnostics.filter(({ severity, about }) => severity === 'error' && about.period !== undefined);
  const first = errors.find((d) => !d.binding || isCorrectable(d));
  if (first === undefined) return null;
  return commandFor(first, null, errors) + (first.binding ? ' --correct' : '');
}
