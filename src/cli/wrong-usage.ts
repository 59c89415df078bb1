import type { CommanderError } from 'commander';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Message } from '../model/language.ts';

/** What was typed wrong, in both languages: commander tells it in English alone. */
export function wrongUsage({ code, message }: CommanderError): UsageError {
  const english = message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)/, '; did you mean $1?');
  const chinese = words[code]?.(/'([^']+)'/.exec(message)?.[1] ?? '') ?? english;
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const hint: Message = {
    'zh-CN': meant === undefined ? '；加上 --help 可以看用法' : `，是否要写 ${meant}`,
    en: meant === undefined ? '; add --help to see how it is used' : '',
  };
  return new UsageError({ 'zh-CN': chinese + hint['zh-CN'], en: english.replace(/\.$/, '') + hint.en });
}

/** Arguments as the help names them. */
const argumentNames: Readonly<Record<string, string>> = {
  after: '后一版',
  before: '前一版',
  code: '问题代码',
  file: '文件',
  id: '处理意见编号',
  month: '月份',
  number: '邮件编号',
  path: '文件或文件夹',
  step: '步骤',
  unit: '区、县（市）、“全市”或牵头单位',
};

/** By commander's code, from what it quotes. */
const words: Readonly<Record<string, (what: string) => string>> = {
  'commander.missingArgument': (what) => `还须写明${argumentNames[what] ?? what}`,
  'commander.optionMissingArgument': (what) => `${what} 后面没有写内容`,
  'commander.invalidArgument': (what) => `${what} 后面写的不在可选之列`,
  'commander.missingMandatoryOptionValue': (what) => `还须写明 ${what}`,
  'commander.conflictingOption': () => '有两个选项不能同时用',
  'commander.unknownOption': (what) => `没有“${what}”这个选项`,
  'commander.unknownCommand': (what) => `没有“${what}”这个命令`,
  'commander.excessArguments': () => '写多了，有的词不知道是什么（名称中有空格的请加引号）',
};
