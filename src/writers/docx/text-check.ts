import type { Block, Document, Table, TextRun } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Message } from '../../model/language.ts';
import { codePointName, unwritable } from '../../model/text.ts';

/** Makes sure that Word can hold every text of the document; WriteError names the character and its place. */
export function checkTexts(document: Document): void {
  for (const [key, chinese] of properties)
    check(document[key], { 'zh-CN': `文件属性“${chinese}”`, en: `the document's ${key}` });
  for (const keyword of document.keywords)
    check(keyword, { 'zh-CN': '文件属性“关键词”', en: "the document's keywords" });
  check(document.banner ?? '', { 'zh-CN': '横幅', en: "the document's banner" });
  for (const { name, blocks } of document.sections) {
    check(name, { 'zh-CN': '节名', en: 'the name of a section' });
    // Key and argument belong together, which the compiler cannot see.
    for (const [index, block] of blocks.entries())
      checkers[block.kind](block as never, {
        'zh-CN': `“${name}”第${index + 1}段`,
        en: `section “${name}”, block ${index + 1}`,
      });
  }
}

const properties = [
  ['title', '标题'],
  ['subject', '主题'],
  ['author', '作者'],
  ['date', '日期'],
] as const;

function check(text: string, place: Message): void {
  const found = unwritable.exec(text)?.[0];
  if (found === undefined) return;
  const name = codePointName(found);
  throw new WriteError({
    'zh-CN': `${place['zh-CN']}中有 Word 不能保存的字符 ${name}，请在原文中删去`,
    en: `Word cannot hold ${name}, in ${place.en}`,
  });
}

type Checkers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, place: Message) => void;
};

const checkers: Checkers = {
  heading: (block, place) => checkRuns(block.content, more(place, '（标题）', ' (heading)')),
  paragraph: (block, place) => checkRuns(block.content, more(place, '', ` (${block.role})`)),
  list: (block, place) => {
    for (const [index, item] of block.items.entries())
      checkRuns(item, more(place, `列表第${index + 1}条`, `, list item ${index + 1}`));
  },
  'page-break': () => {},
  colophon: ({ copies, issuer, issued }, place) => {
    for (const text of [copies, issuer, issued]) check(text, more(place, '（版记）', ' (colophon)'));
  },
  chart: (block, place) => {
    const reference = block.reference === null ? [] : [block.reference.label];
    const labels = block.bars.map((bar) => bar.label);
    for (const text of [block.name, block.title, block.alt, block.format, ...labels, ...reference])
      check(text, more(place, '（图）', ' (chart)'));
  },
  'line-chart': (block, place) => {
    const formats = block.series.flatMap(({ values }) => values.map((value) => value?.format ?? ''));
    const labels = block.series.map(({ label }) => label);
    for (const text of [block.name, block.title, block.alt, block.format, ...block.categories, ...labels, ...formats])
      check(text, more(place, '（图）', ' (line chart)'));
  },
  table: checkTable,
};

function checkTable(table: Table, place: Message): void {
  check(table.name, more(place, '的表名', ', the name of a table'));
  for (const [rowIndex, row] of [...table.head, ...table.groups.flat()].entries())
    for (const [index, cell] of row.cells.entries())
      checkRuns(
        cell.content,
        more(
          place,
          `，表“${table.name}”第${rowIndex + 1}行第${index + 1}格`,
          `, table “${table.name}”, row ${rowIndex + 1}, cell ${index + 1}`,
        ),
      );
}

function more(place: Message, chinese: string, english: string): Message {
  return { 'zh-CN': place['zh-CN'] + chinese, en: place.en + english };
}

function checkRuns(runs: readonly TextRun[], place: Message): void {
  for (const run of runs) check(run.text, place);
}
