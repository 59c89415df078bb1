import Handlebars from 'handlebars';
import { TemplateError } from '../model/errors/template-error.ts';

/** The nodes of a Handlebars program as a closed union, so that a walker knows when it has seen all. */
export type Statement =
  | hbs.AST.ContentStatement
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.CommentStatement;

export type Expression =
  | hbs.AST.PathExpression
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | (hbs.AST.NumberLiteral & { type: 'NumberLiteral' })
  | hbs.AST.BooleanLiteral
  | hbs.AST.UndefinedLiteral
  | hbs.AST.NullLiteral;

const allowed = new Set([
  'ContentStatement',
  'MustacheStatement',
  'BlockStatement',
  'PartialStatement',
  'CommentStatement',
]);

/** Statements of a program; decorators and partial blocks are outside our subset. */
export function statementsOf(program: hbs.AST.Program, file: string): readonly Statement[] {
  for (const node of program.body)
    if (!allowed.has(node.type))
      throw new TemplateError(file, node.loc.start.line, 'decorators and {{#> partial}} blocks are not supported');
  return program.body as Statement[];
}

/**
 * What a template is filled into: markup of a vocabulary, plain text whose white space stands as written, or one line of it, in which
 * white space with a line break is layout of the file, as in markup.
 */
export type TemplateKind = 'markup' | 'text' | 'line';

/**
 * Parses one file. In markup, Handlebars' own removal of lines that hold nothing but a block's tag is off: white space follows
 * one rule only, that of the vocabulary. In plain text that removal is what keeps blocks from printing blank lines.
 */
export function parseTemplate(file: string, text: string, kind: TemplateKind): hbs.AST.Program {
  try {
    return Handlebars.parse(text, { srcName: file, ignoreStandalone: kind !== 'text' });
  } catch (error) {
    const { message, lineNumber } = error as Error & { lineNumber?: number };
    const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
    throw new TemplateError(file, line, `not a Handlebars template: ${briefly(message)}`, { cause: error });
  }
}

/** The parser's message is four lines of picture and a list of token names; the last words say what it met. */
function briefly(message: string): string {
  const met = /got '(\w+)'/.exec(message)?.[1];
  if (met === 'EOF') return 'it ends before a {{#block}} or {{tag}} is closed';
  if (met !== undefined) return `unexpected ${met}`;
  return message.replace(/ - \d+:\d+$/, '').replaceAll('\n', ' ');
}
