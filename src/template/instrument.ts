import { printPlaceOf, type TemplateFile } from './library.ts';
import type { MarkupScan } from './markup/scan-markup.ts';
import { type Statement, statementsOf } from './syntax.ts';
import type { TemplatePlace } from './template-place.ts';

/** The attribute by which each element of a filled template names its place; no rule of the vocabulary allows it. */
export const placeAttribute = '_';

/** The helpers that print data; their names cannot be written in a template. */
export const printText = '$text';
export const printAttribute = '$attribute';

/** What a filled template refers to by number. */
export interface Places {
  readonly tags: TemplatePlace[];
  readonly prints: { readonly place: TemplatePlace; readonly words: string }[];
}

/**
 * The program of a file with every tag carrying the number of its place, and every `{{x}}` going through the
 * helper that escapes for where it stands.
 */
export function instrumented(file: TemplateFile, places: Places): hbs.AST.Program {
  const program = <T extends hbs.AST.Program | undefined>(source: T): T =>
    source && { ...source, body: statementsOf(source, file.file).map(statement) };

  const statement = (node: Statement): hbs.AST.Statement => {
    switch (node.type) {
      case 'ContentStatement':
        return content(node, file, places);
      case 'MustacheStatement':
        return printing(node, file, places);
      case 'BlockStatement':
        return { ...node, program: program(node.program), inverse: program(node.inverse) } as hbs.AST.BlockStatement;
      case 'PartialStatement':
        // the compiler adds the context to the parameters that it is given
        return { ...node, params: [...node.params] } as hbs.AST.PartialStatement;
      case 'CommentStatement':
        return node;
    }
  };

  return program(file.program);
}

function content(
  node: hbs.AST.ContentStatement,
  { kind, markup }: TemplateFile,
  places: Places,
): hbs.AST.ContentStatement {
  if (kind === 'text') return node;
  const value = markup === null ? node.value : withPlaces(node, markup, places);
  // In markup a run of white space with a line break means nothing, so its break alone will do; in a line nothing at all.
  return { ...node, value: value.replace(/[ \t\r]*\n[ \t\r\n]*/g, markup === null ? '' : '\n') };
}

function withPlaces(node: hbs.AST.ContentStatement, markup: MarkupScan, places: Places): string {
  let value = '';
  let end = 0;
  for (const token of markup.tokens.get(node) ?? []) {
    if (token.kind !== 'open') continue;
    const number = places.tags.push(token.place) - 1;
    value += `${node.value.slice(end, token.nameEnd)} ${placeAttribute}="${number}"`;
    end = token.nameEnd;
  }
  return value + node.value.slice(end);
}

function printing(node: hbs.AST.MustacheStatement, file: TemplateFile, places: Places): hbs.AST.MustacheStatement {
  const { loc, params, hash } = node;
  const path = node.path as hbs.AST.PathExpression;
  const name = printPlaceOf(file, node).attribute === null ? printText : printAttribute;
  const number = places.prints.push({ place: { template: file.file, line: loc.start.line }, words: path.original }) - 1;
  const value = params.length === 0 ? path : { type: 'SubExpression', path, params, hash, loc };
  const index = { type: 'NumberLiteral', value: number, original: number, loc };
  const helper: hbs.AST.PathExpression = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  };
  return { ...node, path: helper, params: [value, index] };
}
