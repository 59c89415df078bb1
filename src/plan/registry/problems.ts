import { defineProblem } from '../../model/diagnostic.ts';
import { explained } from '../../model/explained.ts';

/** What can be said of the names that head a table's figures, compared with the registry. */

export const aliasRead = defineProblem<{ label: string; name: string }>('plan-column-alias', 'info', {
  'zh-CN': (d) => ({ message: `“${d.label}”按“${d.name}”读取`, hint: '别称登记在列名登记表中；有误请更正。' }),
  en: (d) => ({
    message: `「${d.label}」 is read as 「${d.name}」`,
    hint: 'The registry of columns says so; correct it if it is wrong.',
  }),
});

export const renamedRead = explained(
  defineProblem<{ label: string; name: string; until: string }>('plan-column-renamed', 'warning', {
    'zh-CN': (d) => ({
      message: `“${d.label}”自${d.until}起更名为“${d.name}”，已按新名读取`,
      hint: '表中用的是旧名，请与制表单位核实该表的年份。',
    }),
    en: (d) => ({
      message: `「${d.label}」 is called 「${d.name}」 since ${d.until} and was read as such`,
      hint: 'The table uses the former name; check its year with whoever made it.',
    }),
  }),
  {
    'zh-CN': {
      title: '用的是旧名',
      finds: '列名是登记表中已更名的旧名，已按新名读取。',
      remedy: '请与制表单位核实该表的年份。',
    },
    en: {
      title: 'have their former names',
      finds: 'A column has a name that the registry says was changed; it was read by its present one.',
      remedy: 'Check the year of the table with whoever made it.',
    },
  },
);

export const dissolved = explained(
  defineProblem<{ label: string; until: string; candidates: string; why: string }>(
    'plan-column-dissolved',
    'error',
    {
      'zh-CN': (d) => ({
        message: `“${d.label}”已于${d.until}撤销，没有唯一的承接单位；可能归属：${d.candidates}${d.why === '' ? '' : `（${d.why}）`}`,
        hint: '请与制表单位核实这一列的任务由谁承担，改用现名；程序不代为归并。',
      }),
      en: (d) => ({
        message: `「${d.label}」 was dissolved in ${d.until} and has no single successor; candidates: ${d.candidates}${d.why === '' ? '' : ` (${d.why})`}`,
        hint: 'Ask whoever made the table who holds these tasks, and use the present name; nothing is merged by itself.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '已经撤销',
      finds: '列名是已撤销的区划，没有唯一的承接单位。',
      remedy: '请与制表单位核实这一列的任务由谁承担，改用现名；程序不代为归并。',
    },
    en: {
      title: 'were dissolved',
      finds: 'A column is named after a district that was dissolved and has no single successor.',
      remedy:
        'Ask whoever made the table who holds these tasks, and use the present name; nothing is merged by itself.',
    },
  },
);

export const premature = explained(
  defineProblem<{ label: string; since: string; year: string; origins: string }>('plan-column-too-early', 'warning', {
    'zh-CN': (d) => ({
      message: `“${d.label}”自${d.since}起才有，本表为${d.year}年${d.origins === '' ? '' : `；当时的区划：${d.origins}`}`,
      hint: '请核对表的年份与列名。',
    }),
    en: (d) => ({
      message: `「${d.label}」 exists only since ${d.since}, the table is of ${d.year}${d.origins === '' ? '' : `; at that time: ${d.origins}`}`,
      hint: 'Check the year of the table and the name of the column.',
    }),
  }),
  {
    'zh-CN': { title: '当年尚未设立', finds: '列名是表的年份之后才有的区划。', remedy: '请核对表的年份与列名。' },
    en: {
      title: 'did not exist yet',
      finds: 'A column is named after a district that came into being after the year of the table.',
      remedy: 'Check the year of the table and the name of the column.',
    },
  },
);

export const misspelt = explained(
  defineProblem<{ label: string; known: string }>('plan-column-misspelt', 'warning', {
    'zh-CN': (d) => ({
      message: `列名“${d.label}”未登记，与“${d.known}”只差一字`,
      hint: '若是笔误请更正原表；若确有其名，请补入列名登记表。',
    }),
    en: (d) => ({
      message: `the column 「${d.label}」 is not registered and differs from 「${d.known}」 by one character`,
      hint: 'Correct the table, or add the name to the registry of columns.',
    }),
  }),
  {
    'zh-CN': {
      title: '列名疑有笔误',
      finds: '列名未登记，与已登记的名称只差一字。',
      remedy: '若是笔误请更正原表；若确有其名，请补入列名登记表。',
    },
    en: {
      title: 'look misspelt',
      finds: 'The name of a column is not registered and differs from a registered one by one character.',
      remedy: 'Correct the table, or add the name to the registry of columns.',
    },
  },
);

export const unregistered = explained(
  defineProblem<{ label: string; city: string }>('plan-column-new', 'info', {
    'zh-CN': (d) => ({
      message: `“${d.label}”不在${d.city}的列名登记表中，按区、县（市）读取`,
      hint: '若是新设或其他城市的区划，可不处理；也可补入列名登记表。',
    }),
    en: (d) => ({
      message: `「${d.label}」 is not in the registry of ${d.city} and was read as a district`,
      hint: 'Nothing to do for a new district or another city; it may be added to the registry.',
    }),
  }),
  {
    'zh-CN': {
      title: '列名未登记',
      finds: '列名像区、县（市）名称，但不在列名登记表中。',
      remedy: '若是新设或其他城市的区划，可不处理；也可补入列名登记表。',
    },
    en: {
      title: 'are not registered',
      finds: 'A column is named like a district but is not in the registry of columns.',
      remedy: 'Nothing to do for a new district or another city; it may be added to the registry.',
    },
  },
);

export const columnMissing = explained(
  defineProblem<{ name: string; city: string }>('plan-column-missing', 'warning', {
    'zh-CN': (d) => ({
      message: `表中没有“${d.name}”一列，${d.city}的列名登记表中当年有`,
      hint: '请核对原表是否漏列或列名写成了别的；确无任务的，可不处理。',
    }),
    en: (d) => ({
      message: `the table has no column for 「${d.name}」, which the registry of ${d.city} has in that year`,
      hint: 'See whether it was left out or stands under another name; nothing to do where it has no task.',
    }),
  }),
  {
    'zh-CN': {
      title: '在表中没有列',
      finds: '列名登记表中全年都有的区、县（市），表中没有这一列；缺的过半时不提（多半是别的城市的表）。',
      remedy: '请核对原表是否漏列或列名写成了别的；确无任务的，可不处理。',
    },
    en: {
      title: 'have no column in the table',
      finds:
        'A district that the registry has throughout the year has no column. Not told where most are lacking: such a table is another city’s.',
      remedy: 'See whether it was left out or stands under another name; nothing to do where it has no task.',
    },
  },
);

/** What an office may weigh as it sees fit. */
export const columnKinds = [unregistered, misspelt, renamedRead, premature, dissolved, columnMissing];
