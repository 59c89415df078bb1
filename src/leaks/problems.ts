import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Where, whereText } from '../verify/where.ts';
import type { ConcealmentKind } from './words/file-words.ts';

/** What a finished file may hold that its reader must not see. All are errors: such a packet is not mailed. */

type Data = Record<string, string>;
type Words<D extends Data> = (data: D & { readonly places: string }) => { message: string; hint: string };

/** So many places are named; more would be no sentence. */
const mostPlaces = 3;

/** Declares a kind of leak; called with its data, the places in the file, and the file. */
function defineLeak<D extends Data>(code: string, words: Readonly<Record<Language, Words<D>>>) {
  const problem = defineProblem<D & { zhPlaces: string; enPlaces: string }>(code, 'error', {
    'zh-CN': (d) => words['zh-CN']({ ...d, places: d.zhPlaces }),
    en: (d) => words.en({ ...d, places: d.enPlaces }),
  });
  return (data: D, places: readonly Where[], file: string): Diagnostic => {
    const at = { source: file, part: null, row: null, column: null };
    return problem({ ...data, zhPlaces: placesText(places, 'zh-CN'), enPlaces: placesText(places, 'en') }, at);
  };
}

/** `第3页：`; the whole file has no place in it. */
function placesText(places: readonly Where[], language: Language): string {
  const zh = language === 'zh-CN';
  const texts = places.map((where) => whereText(where, language)).filter(Boolean);
  if (texts.length === 0) return '';
  const more = texts.length > mostPlaces ? (zh ? `等${texts.length}处` : ` and ${texts.length - mostPlaces} more`) : '';
  return `${texts.slice(0, mostPlaces).join(zh ? '、' : '; ')}${more}${zh ? '：' : ': '}`;
}

const wrongFile = {
  'zh-CN': '这份文件不能发给这个对象；请重新生成该月简报，不要自行移动或替换文件。',
  en: 'This file must not go to this reader. Make the month again; do not move or replace files by hand.',
} as const;
const wrongContent = {
  'zh-CN': '请勿发送；如用本单位的模板，请检查模板是否印了他人的内容，再重新生成该月简报。',
  en: 'Do not send it. If the office has templates of its own, see whether they print what is others’, and make the month again.',
} as const;

export const otherAudience = defineLeak<{ owner: string; by: string }>('leak-other-audience', {
  'zh-CN': (d) => ({ message: `${d.places}是${d.owner}的文件（“${d.by}”）`, hint: wrongFile['zh-CN'] }),
  en: (d) => ({ message: `${d.places}is the file of ${d.owner} (“${d.by}”)`, hint: wrongFile.en }),
});

export const otherMonth = defineLeak<{ month: string; by: string }>('leak-other-month', {
  'zh-CN': (d) => ({ message: `${d.places}是${d.month}的文件（“${d.by}”）`, hint: wrongFile['zh-CN'] }),
  en: (d) => ({ message: `${d.places}is a file of ${d.month} (“${d.by}”)`, hint: wrongFile.en }),
});

export const otherEdition = defineLeak<{ title: string; due: string }>('leak-other-edition', {
  'zh-CN': (d) => ({ message: `${d.places}是另一版次的文件：“${d.title}”，应为“${d.due}”`, hint: wrongFile['zh-CN'] }),
  en: (d) => ({ message: `${d.places}is of another edition: “${d.title}” instead of “${d.due}”`, hint: wrongFile.en }),
});

export const otherSnapshot = defineLeak<{ hash: string; due: string }>('leak-other-snapshot', {
  'zh-CN': (d) => ({ message: `${d.places}由另一份数据快照 ${d.hash} 生成，应为 ${d.due}`, hint: wrongFile['zh-CN'] }),
  en: (d) => ({
    message: `${d.places}was made of another snapshot, ${d.hash} instead of ${d.due}`,
    hint: wrongFile.en,
  }),
});

export const untitled = defineLeak<{ due: string }>('leak-untitled', {
  'zh-CN': (d) => ({ message: `文件属性中的标题不是“${d.due}”，无法确认是谁的文件`, hint: wrongFile['zh-CN'] }),
  en: (d) => ({
    message: `has not the title “${d.due}” in its properties, so nobody can tell whose it is`,
    hint: wrongFile.en,
  }),
});

export const otherTasks = defineLeak<{ owner: string; rows: string; targets: string }>('leak-other-tasks', {
  'zh-CN': (d) => ({
    message: `${d.places}任务表中有${d.rows}行的全年任务是${d.owner}的（${d.targets}）`,
    hint: wrongFile['zh-CN'],
  }),
  en: (d) => ({
    message: `${d.places}${d.rows} row(s) of the table of tasks are those of ${d.owner} (${d.targets})`,
    hint: wrongFile.en,
  }),
});

export const privateText = defineLeak<{ text: string; owner: string; what: string }>('leak-private-text', {
  'zh-CN': (d) => ({
    message: `${d.places}有${d.owner}的${d.what}：“${d.text}”`,
    hint: wrongContent['zh-CN'],
  }),
  en: (d) => ({ message: `${d.places}says what is ${d.owner}’s (${d.what}): “${d.text}”`, hint: wrongContent.en }),
});

export const otherName = defineLeak<{ name: string }>('leak-other-name', {
  'zh-CN': (d) => ({ message: `${d.places}出现了${d.name}，而收件单位只看本单位`, hint: wrongContent['zh-CN'] }),
  en: (d) => ({
    message: `${d.places}names ${d.name}, though its reader sees its own column only`,
    hint: wrongContent.en,
  }),
});

export const otherFigure = defineLeak<{ number: string; owner: string; what: string }>('leak-other-figure', {
  'zh-CN': (d) => ({
    message: `${d.places}有${d.owner}的数${d.number}（${d.what}），而收件单位只看本单位`,
    hint: wrongContent['zh-CN'],
  }),
  en: (d) => ({
    message: `${d.places}has ${d.number}, a figure of ${d.owner} (${d.what}), though its reader sees its own column only`,
    hint: wrongContent.en,
  }),
});

export const otherTarget = defineLeak<{ id: string; clause: string }>('leak-other-target', {
  'zh-CN': (d) => ({ message: `${d.places}有他人牵头的目标${d.id}“${d.clause}”`, hint: wrongContent['zh-CN'] }),
  en: (d) => ({ message: `${d.places}has target ${d.id} “${d.clause}”, which others lead`, hint: wrongContent.en }),
});

const things: Readonly<Record<ConcealmentKind, Readonly<Record<Language, string>>>> = {
  'hidden-sheet': { 'zh-CN': '隐藏的工作表', en: 'a hidden sheet' },
  'hidden-row': { 'zh-CN': '隐藏的行', en: 'hidden rows' },
  'hidden-column': { 'zh-CN': '隐藏的列', en: 'hidden columns' },
  'hidden-text': { 'zh-CN': '隐藏的文字', en: 'hidden text' },
  'deleted-text': { 'zh-CN': '修订记录', en: 'tracked changes' },
  comment: { 'zh-CN': '批注或注释', en: 'comments' },
  attachment: { 'zh-CN': '夹带的附件', en: 'an attached file' },
  annotation: { 'zh-CN': '注释', en: 'annotations' },
  picture: { 'zh-CN': '图片', en: 'a picture' },
  script: { 'zh-CN': '脚本', en: 'a script' },
  link: { 'zh-CN': '外部链接', en: 'a link to outside' },
  'unknown-part': { 'zh-CN': '无法查看的部分', en: 'a part that nobody can look through' },
};

const concealment = defineLeak<{ zhThing: string; enThing: string }>('leak-concealed', {
  'zh-CN': (d) => ({
    message: `${d.places}有${d.zhThing}，本程序生成的文件中没有这种内容，其中可能有不该给收件单位看的内容`,
    hint: wrongFile['zh-CN'],
  }),
  en: (d) => ({
    message: `${d.places}holds ${d.enThing}, which no file of this program does; there may be something in it that its reader must not see`,
    hint: wrongFile.en,
  }),
});

export function concealed(kind: ConcealmentKind, places: readonly Where[], file: string): Diagnostic {
  return concealment({ zhThing: things[kind]['zh-CN'], enThing: things[kind].en }, places, file);
}

const unsearchable = defineLeak<{ file: string }>('leak-unsearchable', {
  'zh-CN': (d) => ({
    message: `${d.file} 打不开或不是 PDF、Word、Excel、HTML 文件，无法确认其中没有不该给收件单位看的内容`,
    hint: '请勿发送；请重新生成该月简报。',
  }),
  en: (d) => ({
    message: `${d.file} does not open or is no PDF, Word, Excel or HTML file, so nobody can tell what is in it`,
    hint: 'Do not send it; make the month again.',
  }),
});

export function cannotSearch(file: string): Diagnostic {
  return unsearchable({ file }, [], file);
}
