/** Whom a letter speaks to: a district, a lead unit or the city's own office. */
export type ReaderKind = 'district' | 'lead-unit' | 'city';

const ofDistricts: Readonly<Record<string, string>> = { 区: '你区', 县: '你县', 市: '你市', 旗: '你旗' };

/** How an office calls a reader to his face: 你区, 你县, 你市, otherwise 你单位. */
export function youText(name: string, kind: ReaderKind): string {
  return (kind === 'district' ? ofDistricts[name.at(-1) as string] : undefined) ?? '你单位';
}
