import { didYouMean } from '../did-you-mean.ts';
import { type Argument, helpers } from '../helpers.ts';
import type { Expression } from '../syntax.ts';
import { failAt } from '../template-place.ts';
import { resolvePath } from './resolve-path.ts';
import type { Surroundings } from './scope.ts';
import { boolean, nothing, number, type Shape, text } from './shape.ts';

/** The shape of anything that can stand as an argument. */
export function shapeOfExpression(expression: hbs.AST.Expression, around: Surroundings): Shape {
  return argument(expression, around).shape;
}

/** The shape of a helper's result; unknown helpers and wrong arguments are TemplateErrors. */
export function shapeOfCall(
  call: Pick<hbs.AST.SubExpression, 'params' | 'hash' | 'loc'> & { readonly path: hbs.AST.Expression },
  around: Surroundings,
): Shape {
  const place = { template: around.file, line: call.loc.start.line };
  const name = (call.path as hbs.AST.PathExpression).original;
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  if (helper === undefined) failAt(place, `unknown helper '${name}'${didYouMean(name, Object.keys(helpers))}`);
  if (call.hash !== undefined) failAt(place, `helper '${name}' takes no named arguments`);
  const result = helper.check(call.params.map((p) => argument(p, around)));
  if (typeof result === 'string') failAt(place, `helper '${name}' ${result}`);
  return result;
}

function argument(node: hbs.AST.Expression, around: Surroundings): Argument {
  const expression = node as Expression;
  switch (expression.type) {
    case 'PathExpression':
      return { shape: resolvePath(expression, around).shape, words: expression.original, literal: undefined };
    case 'SubExpression':
      return {
        shape: shapeOfCall(expression, around),
        words: `(${expression.path.original} …)`,
        literal: undefined,
      };
    case 'StringLiteral':
      return { shape: text, words: `"${expression.value}"`, literal: expression.value };
    case 'NumberLiteral':
      return { shape: number, words: String(expression.value), literal: expression.value };
    case 'BooleanLiteral':
      return { shape: boolean, words: String(expression.value), literal: expression.value };
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return { shape: nothing, words: 'null', literal: null };
  }
}
