import { failAt } from '../template-place.ts';
import { shapeOfExpression } from './check-expression.ts';
import { provenBy } from './proven-by.ts';
import { resolvePath } from './resolve-path.ts';
import { type Base, enter, naming, proving, type Surroundings } from './scope.ts';
import { describe, either, isOnly, number, present, type Shape, text } from './shape.ts';

/** What the two branches of a block know. */
export interface Branches {
  readonly taken: Surroundings;
  readonly otherwise: Surroundings;
}

type BlockRule = (block: hbs.AST.BlockStatement, subject: hbs.AST.Expression, around: Surroundings) => Branches;

/** The blocks that templates may use, and what each makes of its surroundings. */
export const blockRules: Readonly<Record<string, BlockRule>> = {
  if: (_, subject, around) => condition(subject, true, around),
  unless: (_, subject, around) => condition(subject, false, around),

  with(block, subject, around) {
    const base = baseOf(subject, around);
    const known = { ...base, shape: present(base.shape) };
    // Handlebars enters no new level where `this` stays the same
    const inside = isThis(subject) ? around : enter(around, known);
    const named = naming(inside, block.program?.blockParams, [known]);
    return { taken: proving(named, provenBy(subject, true, around)), otherwise: around };
  },

  each(block, subject, around) {
    const list = shapeOfExpression(subject, around);
    if (list.variants.length === 0 || !isOnly(list, 'list', 'record'))
      failAt(
        { template: around.file, line: block.loc.start.line },
        `'#each' goes over a list, but this is ${describe(list)}`,
      );
    const item: Base = { shape: elementOf(list), id: idOf(block, around) };
    const key = isOnly(list, 'list') ? number : text;
    const inside = { ...enter(around, item), loop: { key, outer: around.loop } };
    const names = naming(inside, block.program?.blockParams, [item, { shape: key, id: `${item.id}@key` }]);
    return { taken: names, otherwise: around };
  },
};

function condition(subject: hbs.AST.Expression, outcome: boolean, around: Surroundings): Branches {
  shapeOfExpression(subject, around);
  return {
    taken: proving(around, provenBy(subject, outcome, around)),
    otherwise: proving(around, provenBy(subject, !outcome, around)),
  };
}

/** The value of an expression as a place where paths may start. */
export function baseOf(expression: hbs.AST.Expression, around: Surroundings): Base {
  if (expression.type !== 'PathExpression')
    return { shape: shapeOfExpression(expression, around), id: idOf(expression, around) };
  const { shape, ids } = resolvePath(expression as hbs.AST.PathExpression, around);
  return { shape, id: ids.at(-1) as string };
}

/** Named by where it stands: no block of a template lies inside itself, since partials do not recur. */
export function idOf(node: hbs.AST.Node, around: Surroundings): string {
  return `${around.file}:${node.loc.start.line}:${node.loc.start.column}`;
}

function elementOf(list: Shape): Shape {
  return either(
    list.variants.flatMap((v) => (v.kind === 'list' ? [v.element()] : v.kind === 'record' ? [v.value()] : [])),
  );
}

function isThis(expression: hbs.AST.Expression): boolean {
  const path = expression as hbs.AST.PathExpression;
  return path.type === 'PathExpression' && !path.data && path.depth === 0 && path.parts.length === 0;
}
