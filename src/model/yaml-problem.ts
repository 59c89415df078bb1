import type { Message } from './language.ts';

/** What is wrong with the way a file of settings is written, with its line, for whoever wrote it; the parser speaks English alone. */
export function yamlProblem(error: unknown): Message {
  const { code = '', linePos, message = '' } = error as YamlFailure;
  const [at] = linePos ?? [];
  const place = at === undefined ? { zh: '', en: '' } : { zh: `第${at.line}行第${at.col}列`, en: `line ${at.line}` };
  const [english = ''] = (message || String(error)).split(/ at line \d|\n/);
  return {
    'zh-CN': `${place.zh}写法有误：${words[code] ?? english}`,
    en: `${place.en === '' ? '' : `${place.en}: `}${english}`,
  };
}

/** The part of a `YAMLParseError` that tells. */
interface YamlFailure {
  readonly code?: string;
  readonly linePos?: readonly { readonly line: number; readonly col: number }[];
  readonly message?: string;
}

const colon = '每项写成“名称: 值”，冒号用半角，后面空一格';
const pairs = '缩进与上下各行不齐，或上面的括号、引号没有配对';

const words: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '行首用了 Tab，请改为空格',
  DUPLICATE_KEY: '同一项写了两次，请删去一处',
  MULTILINE_IMPLICIT_KEY: colon,
  MISSING_CHAR: `${colon}；引号、括号要成对`,
  BLOCK_AS_IMPLICIT_KEY: `一行只能写一项，值中有冒号的请加引号；${pairs}`,
  BAD_INDENT: pairs,
  UNEXPECTED_TOKEN: '多了一个括号或标点',
  BAD_SCALAR_START: '值以特殊符号开头，请把值放在引号中',
};
