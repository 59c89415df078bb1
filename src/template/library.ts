import { TemplateError } from '../model/errors/template-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { type MarkupScan, type PrintPlace, scanMarkup } from './markup/scan-markup.ts';
import { parseTemplate, statementsOf, type TemplateKind } from './syntax.ts';

/** What the engine reads: the text of a template and of every partial it may call, by the name in `{{> name}}`. */
export interface TemplateSources {
  /** File name as errors show it, `district.hbs`. */
  readonly name: string;
  readonly text: string;
  readonly partials: Readonly<Record<string, string>>;
}

/** One parsed file with what its markup was found to be. */
export interface TemplateFile {
  /** `district.hbs`, `partials/table.hbs` */
  readonly file: string;
  readonly kind: TemplateKind;
  readonly program: hbs.AST.Program;
  /** Null in plain text, which has none. */
  readonly markup: MarkupScan | null;
}

/** A template and the partials it reaches. */
export interface Library {
  readonly main: TemplateFile;
  readonly partials: ReadonlyMap<string, TemplateFile>;
}

/** Parses the template and the partials that it reaches; unknown and recursive partials are errors. */
export function openLibrary(sources: TemplateSources, kind: TemplateKind): Library {
  const partials = new Map<string, TemplateFile>();
  const open = (file: string, text: string, callers: readonly string[]): TemplateFile => {
    const program = parseTemplate(file, text, kind);
    for (const call of partialCalls(program, file)) {
      const name = partialName(call, file);
      const source = Object.hasOwn(sources.partials, name) ? sources.partials[name] : undefined;
      const line = call.loc.start.line;
      if (source === undefined)
        throw new TemplateError(
          file,
          line,
          `unknown partial '${name}'${didYouMean(name, Object.keys(sources.partials))}`,
        );
      if (callers.includes(name)) throw new TemplateError(file, line, `partial '${name}' calls itself`);
      if (!partials.has(name)) partials.set(name, open(`partials/${name}.hbs`, source, [...callers, name]));
    }
    return { file, kind, program, markup: kind === 'markup' ? scanMarkup(program, file) : null };
  };
  return { main: open(sources.name, sources.text, []), partials };
}

/** Where a `{{x}}` of a file prints. */
export function printPlaceOf({ markup }: TemplateFile, print: hbs.AST.MustacheStatement): PrintPlace {
  return markup?.prints.get(print) ?? { attribute: null };
}

/** The file that a `{{> name}}` calls; `openLibrary` has made sure that there is one. */
export function calledFile(library: Library, call: hbs.AST.PartialStatement): TemplateFile {
  return library.partials.get((call.name as hbs.AST.PathExpression).original) as TemplateFile;
}

function partialName(call: hbs.AST.PartialStatement, file: string): string {
  if (call.name.type !== 'PathExpression')
    throw new TemplateError(file, call.loc.start.line, 'a partial is called by its name, not by an expression');
  return call.name.original;
}

function* partialCalls(program: hbs.AST.Program | undefined, file: string): Generator<hbs.AST.PartialStatement> {
  if (program === undefined) return;
  for (const statement of statementsOf(program, file)) {
    if (statement.type === 'PartialStatement') yield statement;
    if (statement.type === 'BlockStatement') {
      yield* partialCalls(statement.program, file);
      yield* partialCalls(statement.inverse, file);
    }
  }
}
