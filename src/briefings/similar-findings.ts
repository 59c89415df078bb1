import { type Diagnostic, placeText } from '../model/diagnostic.ts';
import { kindOf } from '../month/check-catalogue.ts';

/** Findings of one kind that a reader takes in as one. */
export interface SimilarFindings {
  readonly message: string;
  readonly hint: string;
}

/** So many of one kind are told one by one: of one column, and of the table or of several columns together. */
const mostOfColumn = 3;
const mostOfKind = 5;
/** So many places in files are named; more would be no sentence. */
const mostPlaces = 3;

/**
 * Findings in their order, those of one kind about one column made one where they are many, and then those of one kind. Findings that
 * were decided on, and kinds that are in no catalogue, stay by themselves.
 */
export function similarFindings(diagnostics: readonly Diagnostic[]): (Diagnostic | SimilarFindings)[] {
  const groups = new Map<Diagnostic, readonly Diagnostic[]>();
  const grouped = new Set<Diagnostic>();
  const gather = (keyOf: (d: Diagnostic) => string | null, most: number) => {
    const open = diagnostics.filter((d) => isOpen(d) && !grouped.has(d));
    for (const [key, members] of Map.groupBy(open, keyOf)) {
      const [first] = members;
      if (key === null || first === undefined || members.length <= most) continue;
      groups.set(first, members);
      for (const member of members) grouped.add(member);
    }
  };
  const several = Map.groupBy(diagnostics, ({ code }) => code);
  // A kind that is everywhere becomes one finding, not one a column.
  const columnsOf = (code: string) => new Set(several.get(code)?.map(({ about }) => about.column)).size;
  gather(
    ({ code, about }) =>
      about.column !== undefined && columnsOf(code) <= mostOfColumn ? `${code} ${about.column}` : null,
    mostOfColumn,
  );
  gather(({ code }) => code, mostOfKind);
  return diagnostics.flatMap((d): (Diagnostic | SimilarFindings)[] => {
    const members = groups.get(d);
    return members ? [together(members)] : grouped.has(d) ? [] : [d];
  });
}

function isOpen({ decision, overdue, code }: Diagnostic): boolean {
  return decision === undefined && overdue === undefined && kindOf(code) !== null;
}

/** Several of one kind, or one, in the words of the kind. */
export function together(members: readonly Diagnostic[]): SimilarFindings {
  const [first] = members as readonly [Diagnostic, ...Diagnostic[]];
  const words = kindOf(first.code)?.explanation['zh-CN'];
  const title = words?.title ?? '';
  const sameHint = members.every(({ hint }) => hint['zh-CN'] === first.hint['zh-CN']);
  return { message: sentence(members, title), hint: sameHint ? first.hint['zh-CN'] : (words?.remedy ?? '') };
}

function sentence(members: readonly Diagnostic[], title: string): string {
  const count = members.length;
  const columns = Map.groupBy(members, ({ about }) => about.column ?? null);
  const targetsIn = (ones: readonly Diagnostic[]) => [...new Set(ones.flatMap(({ about }) => about.target ?? []))];
  const [[only, ofOnly]] = [...columns] as [[string | null, Diagnostic[]]];
  if (columns.size === 1 && ofOnly.every(({ about }) => about.target !== undefined)) {
    const targets = targetsIn(ofOnly);
    return `${only ?? ''}有${targets.length}项目标${title}：${targets.join('、')}`;
  }
  if (members.every(({ about }) => about.column !== undefined && about.target === undefined))
    return `有${columns.size}个单位${title}：${[...columns.keys()].join('、')}`;
  if (members.every(({ about }) => about.column !== undefined)) {
    const lists = [...columns].map(([column, ones]) => `${column}${targetsIn(ones).join('、')}`);
    return `有${columns.size}个单位的${count}项目标${title}：${lists.join('；')}`;
  }
  const places = members.flatMap(({ at }) => (at === null ? [] : placeText(at, 'zh-CN')));
  const more = places.length > mostPlaces ? '等' : '';
  return `有${count}处${title}${places.length === 0 ? '' : `：${places.slice(0, mostPlaces).join('、')}${more}`}`;
}
