import { didYouMean } from '../did-you-mean.ts';
import { calledFile, type Library, printPlaceOf, type TemplateFile } from '../library.ts';
import { statementsOf } from '../syntax.ts';
import { failAt } from '../template-place.ts';
import { type Branches, baseOf, blockRules, idOf } from './block-rules.ts';
import { shapeOfExpression } from './check-expression.ts';
import { checkPrint } from './check-print.ts';
import { type Base, beginningOf, type Surroundings } from './scope.ts';
import { describe, type Shape } from './shape.ts';

/**
 * Follows every path of a template and its partials through the shape of the content, taken branch or not.
 * A partial is checked anew for each call, with what that call hands it.
 */
export function checkData(library: Library, content: Shape): void {
  const root: Base = { shape: content, id: '@root' };
  checkProgram(library.main.program, { library, file: library.main }, beginningOf(library.main.file, root, root));
}

interface Reading {
  readonly library: Library;
  readonly file: TemplateFile;
}

function checkProgram(program: hbs.AST.Program | undefined, reading: Reading, around: Surroundings): void {
  if (program === undefined) return;
  const { file } = reading;
  for (const statement of statementsOf(program, file.file))
    switch (statement.type) {
      case 'MustacheStatement':
        checkPrint(statement, printPlaceOf(file, statement), around);
        break;
      case 'BlockStatement': {
        const { taken, otherwise } = branchesOf(statement, around);
        checkProgram(statement.program, reading, taken);
        checkProgram(statement.inverse, reading, otherwise);
        break;
      }
      case 'PartialStatement': {
        const called = calledFile(reading.library, statement);
        const base = contextOf(statement, around);
        const inside = beginningOf(called.file, base, around.root, around.proven);
        checkProgram(called.program, { library: reading.library, file: called }, inside);
      }
    }
}

function branchesOf(block: hbs.AST.BlockStatement, around: Surroundings): Branches {
  const place = { template: around.file, line: block.loc.start.line };
  const name = block.path.original;
  const rule = Object.hasOwn(blockRules, name) ? blockRules[name] : undefined;
  if (rule === undefined) failAt(place, `unknown block '#${name}'${didYouMean(name, Object.keys(blockRules))}`);
  const [subject] = block.params;
  if (subject === undefined || block.params.length > 1 || block.hash !== undefined)
    failAt(place, `'#${name}' takes one argument`);
  return rule(block, subject, around);
}

function contextOf(call: hbs.AST.PartialStatement, around: Surroundings): Base {
  const place = { template: around.file, line: call.loc.start.line };
  const [context, ...more] = call.params;
  if (more.length > 0) failAt(place, 'a partial takes one context');
  const base = context === undefined ? around.scope.base : baseOf(context, around);
  if (base.shape.absent)
    failAt(
      place,
      `the context of partial '${(call.name as hbs.AST.PathExpression).original}' may be absent: call it inside {{#if}}`,
    );
  return call.hash === undefined ? base : { shape: withNamed(base.shape, call.hash, around), id: idOf(call, around) };
}

/** `{{> table t=annex2}}`: the fields of the context and the named values beside them. */
function withNamed(shape: Shape, hash: hbs.AST.Hash, around: Surroundings): Shape {
  const [variant] = shape.variants;
  if (shape.variants.length !== 1 || variant?.kind !== 'object')
    failAt(
      { template: around.file, line: hash.loc.start.line },
      `named values are added to an object, but the context is ${describe(shape)}`,
    );
  const fields = new Map(variant.fields);
  for (const pair of hash.pairs) {
    const value = shapeOfExpression(pair.value, around);
    fields.set(pair.key, () => value);
  }
  return { absent: false, variants: [{ kind: 'object', fields }] };
}
