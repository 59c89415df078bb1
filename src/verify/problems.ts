import { type Diagnostic, defineProblem, type Problem } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { nowhere, type Where, whereText } from './where.ts';

/** How a finished file can differ from the document that it was made of. */

const hints = {
  'zh-CN': '请勿使用这份文件；以输出文件夹中核对无误的文件为准，或重新生成。',
  en: 'Do not use this file. Take the one from the output folder that was found right, or make it anew.',
} as const;

function difference<K extends string>(
  code: string,
  words: { readonly [L in Language]: (data: Record<K, string>) => string },
): Problem<Where & Record<K, string>> {
  const say = (language: Language) => (data: Where & Record<K, string>) => {
    const where = whereText(data, language);
    const colon = language === 'zh-CN' ? '：' : ': ';
    return { message: `${where}${where === '' ? '' : colon}${words[language](data)}`, hint: hints[language] };
  };
  return defineProblem(code, 'error', { 'zh-CN': say('zh-CN'), en: say('en') });
}

const nothing = { 'zh-CN': '空白', en: 'nothing' } as const;

function quoted(text: string, language: Language): string {
  return text === '' ? nothing[language] : `“${text}”`;
}

const expectedFound = {
  'zh-CN': (d: { expected: string; found: string }) =>
    `应为${quoted(d.expected, 'zh-CN')}，文件中为${quoted(d.found, 'zh-CN')}`,
  en: (d: { expected: string; found: string }) =>
    `expected ${quoted(d.expected, 'en')}, the file has ${quoted(d.found, 'en')}`,
};

export const differences = {
  cell: difference<'expected' | 'found'>('verify-cell', expectedFound),

  text: difference<'expected' | 'found'>('verify-text', {
    'zh-CN'(d) {
      if (d.expected === '') return `多出“${d.found}”`;
      return d.found === '' ? `缺少“${d.expected}”` : expectedFound['zh-CN'](d);
    },
    en(d) {
      if (d.expected === '') return `“${d.found}” is too much`;
      return d.found === '' ? `“${d.expected}” is missing` : expectedFound.en(d);
    },
  }),

  title: difference<'expected' | 'found'>('verify-title', {
    'zh-CN': (d) => `文件属性中的标题${expectedFound['zh-CN'](d)}`,
    en: (d) => `title in the file's properties: ${expectedFound.en(d)}`,
  }),

  number: difference<'expected' | 'found' | 'text'>('verify-number', {
    'zh-CN': (d) => `显示为“${d.text}”，但单元格的数值应为 ${d.expected}，文件中为 ${d.found}`,
    en: (d) => `shows “${d.text}”, but the number behind it should be ${d.expected} and is ${d.found}`,
  }),

  notANumber: difference<'expected' | 'text'>('verify-not-a-number', {
    'zh-CN': (d) => `“${d.text}”是文字，不是数值；应为数值 ${d.expected}`,
    en: (d) => `“${d.text}” is words and no number; expected the number ${d.expected}`,
  }),

  format: difference<'expected' | 'found' | 'text'>('verify-format', {
    'zh-CN': (d) => `“${d.text}”的数字格式应为 ${d.expected}，文件中为 ${d.found}`,
    en: (d) => `the number format of “${d.text}” should be ${d.expected} and is ${d.found}`,
  }),

  formula: difference<'expected' | 'found' | 'text'>('verify-formula', {
    'zh-CN': (d) => `“${d.text}”的公式应为${quoted(d.expected, 'zh-CN')}，文件中为${quoted(d.found, 'zh-CN')}`,
    en: (d) => `the formula of “${d.text}” should be ${quoted(d.expected, 'en')} and is ${quoted(d.found, 'en')}`,
  }),

  note: difference<'expected' | 'found'>('verify-note', {
    'zh-CN'(d) {
      if (d.expected === '') return `多出批注“${d.found}”`;
      return d.found === '' ? `缺少批注“${d.expected}”` : `批注${expectedFound['zh-CN'](d)}`;
    },
    en(d) {
      if (d.expected === '') return `a note “${d.found}” too many`;
      return d.found === '' ? `the note “${d.expected}” is missing` : `note: ${expectedFound.en(d)}`;
    },
  }),

  span: difference<'text' | 'expected' | 'found'>('verify-span', {
    'zh-CN': (d) => `${quoted(d.text, 'zh-CN')}应占${d.expected}（行×列），文件中占${d.found}`,
    en: (d) => `${quoted(d.text, 'en')} should cover ${d.expected} (rows × columns) and covers ${d.found}`,
  }),

  rowsLost: difference<'count' | 'text'>('verify-rows-lost', {
    'zh-CN': (d) => (d.count === '1' ? `缺少这一行（“${d.text}”）` : `从这一行（“${d.text}”）起缺少${d.count}行`),
    en: (d) =>
      d.count === '1' ? `the row is missing (“${d.text}”)` : `${d.count} rows are missing from here on (“${d.text}”)`,
  }),

  rowsExtra: difference<'count' | 'text'>('verify-rows-extra', {
    'zh-CN': (d) => (d.count === '1' ? `多出一行“${d.text}”` : `从“${d.text}”起多出${d.count}行`),
    en: (d) => (d.count === '1' ? `a row “${d.text}” too many` : `${d.count} rows too many, from “${d.text}” on`),
  }),

  rowsRepeated: difference<'count' | 'text'>('verify-rows-repeated', {
    'zh-CN': (d) => (d.count === '1' ? `“${d.text}”一行重复出现` : `从“${d.text}”起${d.count}行重复出现`),
    en: (d) =>
      d.count === '1' ? `the row “${d.text}” is repeated` : `${d.count} rows are repeated, from “${d.text}” on`,
  }),

  rowsMoved: difference<'count' | 'text'>('verify-rows-moved', {
    'zh-CN': (d) => (d.count === '1' ? `“${d.text}”一行不在应有的位置` : `从“${d.text}”起${d.count}行不在应有的位置`),
    en: (d) =>
      d.count === '1' ? `the row “${d.text}” is out of place` : `${d.count} rows are out of place, from “${d.text}” on`,
  }),

  columnLost: difference('verify-column-lost', { 'zh-CN': () => '缺少这一列', en: () => 'the column is missing' }),

  columnExtra: difference<'text'>('verify-column-extra', {
    'zh-CN': (d) => `多出一列${quoted(d.text, 'zh-CN')}`,
    en: (d) => `a column ${quoted(d.text, 'en')} too many`,
  }),

  columnMoved: difference('verify-column-moved', {
    'zh-CN': () => '这一列不在应有的位置',
    en: () => 'the column is not where it belongs',
  }),

  columnOfOther: difference<'other' | 'count'>('verify-column-of-other', {
    'zh-CN': (d) => `这一列列的是“${d.other}”的内容（${d.count}格）`,
    en: (d) => `the column shows what belongs to “${d.other}” (${d.count} cells)`,
  }),

  headLost: difference('verify-head-lost', { 'zh-CN': () => '缺少表头', en: () => 'the head is missing' }),

  headRowLost: difference('verify-head-row-lost', {
    'zh-CN': () => '缺少其中的行',
    en: () => 'rows of it are missing',
  }),

  headRepeats: difference<'expected' | 'found'>('verify-head-repeats', {
    'zh-CN': (d) => `跨页时应重复表头${d.expected}行，文件中设为${d.found}行`,
    en: (d) => `${d.expected} head row(s) should repeat on each page, the file repeats ${d.found}`,
  }),

  tableLost: difference('verify-table-lost', { 'zh-CN': () => '文件中没有这张表', en: () => 'the table is missing' }),

  tableExtra: difference<'text'>('verify-table-extra', {
    'zh-CN': (d) => `多出一张表，表中有${quoted(d.text, 'zh-CN')}`,
    en: (d) => `a table too many, with ${quoted(d.text, 'en')} in it`,
  }),

  chart: difference<'expected' | 'text'>('verify-chart', {
    'zh-CN': (d) => `图“${d.text}”中缺少“${d.expected}”`,
    en: (d) => `chart “${d.text}” lacks “${d.expected}”`,
  }),

  banner: difference<'expected'>('verify-banner', {
    'zh-CN': (d) => `缺少“${d.expected}”字样`,
    en: (d) => `the words “${d.expected}” are missing`,
  }),

  beyondPage: difference<'text'>('verify-beyond-page', {
    'zh-CN': (d) => `“${d.text}”超出纸面`,
    en: (d) => `“${d.text}” reaches beyond the paper`,
  }),

  beyondCell: difference<'text'>('verify-beyond-cell', {
    'zh-CN': (d) => `“${d.text}”超出所在的格`,
    en: (d) => `“${d.text}” reaches beyond its cell`,
  }),

  more: difference<'count'>('verify-more', {
    'zh-CN': (d) => `另有 ${d.count} 处不同`,
    en: (d) => `${d.count} more difference(s)`,
  }),
} as const;

/** A difference in a file. */
export function differ<D extends Where & Record<string, string>>(
  problem: Problem<D>,
  data: D,
  source: string,
): Diagnostic {
  return problem(data, { source, part: null, row: null, column: null });
}

/** The first differences one by one and the number of the others: what is wrong throughout is not named a thousand times. */
export function capped(
  problems: readonly Diagnostic[],
  most: number,
  source: string,
  where: Where = nowhere,
): Diagnostic[] {
  if (problems.length <= most) return [...problems];
  const rest = { ...where, count: String(problems.length - most) };
  return [...problems.slice(0, most), differ(differences.more, rest, source)];
}
