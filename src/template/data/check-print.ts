import type { PrintPlace } from '../markup/scan-markup.ts';
import { failAt } from '../template-place.ts';
import { shapeOfCall } from './check-expression.ts';
import { resolvePath } from './resolve-path.ts';
import type { Surroundings } from './scope.ts';
import { describe, isOnly } from './shape.ts';

/**
 * `{{x}}` prints words and numbers; in an attribute also true and false. What may be absent needs a guard, unless
 * it is the whole value of an attribute: an empty attribute counts as not written.
 */
export function checkPrint(mustache: hbs.AST.MustacheStatement, where: PrintPlace, around: Surroundings): void {
  const place = { template: around.file, line: mustache.loc.start.line };
  if (!mustache.escaped) failAt(place, 'data can never become markup: write {{ }} instead of {{{ }}} or {{& }}');
  if (mustache.path.type !== 'PathExpression') failAt(place, 'a literal needs no {{ }}');
  const path = mustache.path as hbs.AST.PathExpression;
  const call = mustache.params.length > 0 || mustache.hash !== undefined;
  const shape = call ? shapeOfCall({ ...mustache, path }, around) : resolvePath(path, around).shape;
  const words = call ? `(${path.original} …)` : path.original;
  const { attribute } = where;
  const printable =
    isOnly(shape, 'text', 'number') || (attribute !== null && isOnly(shape, 'text', 'number', 'boolean'));
  if (!printable) failAt(place, `'${words}' is ${describe(shape)} and cannot be printed here`);
  const wholeValue = attribute !== null && attribute.literal === '' && attribute.prints === 1;
  if (shape.absent && !wholeValue) failAt(place, `'${words}' may be absent: put it inside {{#if ${words}}}`);
}
