import { didYouMean } from '../did-you-mean.ts';
import { calledFile, type Library, printPlaceOf, type TemplateFile } from '../library.ts';
import { statementsOf } from '../syntax.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import type { OpenToken } from './tokens.ts';
import type { ElementRule, Vocabulary } from './vocabulary.ts';

/** The elements that a program has opened and not yet closed, innermost last. */
type Open = OpenToken[];

/**
 * Checks the tags of a template and its partials against the vocabulary, taken branch or not: names, nesting,
 * attributes and the values that are written out. Each branch and partial closes what it opens.
 */
export function checkMarkup(library: Library, vocabulary: Vocabulary): void {
  checkProgram(library.main.program, { library, vocabulary, file: library.main, around: null });
}

interface Reading {
  readonly library: Library;
  readonly vocabulary: Vocabulary;
  readonly file: TemplateFile;
  /** The element around this program, null outside of all. */
  readonly around: OpenToken | null;
}

function checkProgram(program: hbs.AST.Program | undefined, reading: Reading): void {
  if (program === undefined) return;
  const { library, vocabulary, file } = reading;
  const open: Open = [];
  for (const statement of statementsOf(program, file.file)) {
    const around = open.at(-1) ?? reading.around;
    const place = { template: file.file, line: statement.loc.start.line };
    switch (statement.type) {
      case 'ContentStatement':
        for (const token of file.markup?.tokens.get(statement) ?? []) {
          if (token.kind === 'open') enter(token, open, reading);
          else if (token.kind === 'close') leave(token, open);
          else if (!allows(vocabulary, open.at(-1) ?? reading.around).text)
            failAt(token.place, `text cannot stand ${inside(vocabulary, open.at(-1) ?? reading.around)}`);
        }
        break;
      case 'MustacheStatement':
        if (printPlaceOf(file, statement).attribute === null && !allows(vocabulary, around).text)
          failAt(place, `text cannot stand ${inside(vocabulary, around)}`);
        break;
      case 'BlockStatement':
        checkProgram(statement.program, { ...reading, around });
        checkProgram(statement.inverse, { ...reading, around });
        break;
      case 'PartialStatement': {
        const called = calledFile(library, statement);
        checkProgram(called.program, { ...reading, file: called, around });
      }
    }
  }
  const left = open.at(-1);
  if (left !== undefined) failAt(left.place, `<${left.name}> is not closed in the block or file that opens it`);
}

function enter(token: OpenToken, open: Open, { vocabulary, around: outside }: Reading): void {
  const { name, place } = token;
  const rule = ruleIn(vocabulary, name);
  if (rule === null) failAt(place, `unknown tag <${name}>${didYouMean(name, Object.keys(vocabulary.elements))}`);
  const around = open.at(-1) ?? outside;
  const { children } = allows(vocabulary, around);
  if (!children.includes(name))
    failAt(
      place,
      `<${name}> cannot stand ${inside(vocabulary, around)}, which holds ${children.join(', ') || 'nothing'}`,
    );
  checkAttributes(token, rule);
  if (!token.empty) open.push(token);
}

function leave(token: { readonly name: string; readonly place: TemplatePlace }, open: Open): void {
  const last = open.pop();
  if (last === undefined) failAt(token.place, `</${token.name}> closes nothing that this block or file opened`);
  if (last.name !== token.name)
    failAt(token.place, `</${token.name}> stands where <${last.name}> of line ${last.place.line} is to be closed`);
}

function checkAttributes(token: OpenToken, rule: ElementRule): void {
  const seen = new Set<string>();
  for (const attribute of token.attributes) {
    const { name, place, literal } = attribute;
    const known = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (known === undefined)
      failAt(place, `<${token.name}> has no attribute '${name}'${didYouMean(name, Object.keys(rule.attributes))}`);
    if (attribute.always && seen.has(name)) failAt(place, `the attribute '${name}' is written twice`);
    seen.add(name);
    const whole = attribute.prints === 0 && !attribute.branched && !literal.includes('&') && literal !== '';
    if (whole && known.read(literal) === undefined)
      failAt(place, `${name}="${literal}" of <${token.name}> is not ${known.expected}`);
  }
  for (const [name, { required }] of Object.entries(rule.attributes))
    if (required && !seen.has(name)) failAt(token.place, `<${token.name}> lacks the attribute '${name}'`);
}

function ruleIn({ elements }: Vocabulary, name: string): ElementRule | null {
  return Object.hasOwn(elements, name) ? (elements[name] ?? null) : null;
}

function allows(vocabulary: Vocabulary, around: OpenToken | null): Omit<ElementRule, 'attributes'> {
  return (around === null ? null : ruleIn(vocabulary, around.name)) ?? vocabulary.outermost;
}

function inside({ outermost }: Vocabulary, around: OpenToken | null): string {
  return around === null ? outermost.where : `in <${around.name}>`;
}
