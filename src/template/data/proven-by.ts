import type { Expression } from '../syntax.ts';
import { resolvePath } from './resolve-path.ts';
import type { Surroundings } from './scope.ts';

/**
 * What a condition proves present when it comes out as `outcome`: `{{#if (and note (not closed))}}` proves `note`,
 * and the else branch of `{{#if (not note)}}` does too.
 */
export function provenBy(node: hbs.AST.Expression | undefined, outcome: boolean, around: Surroundings): string[] {
  const condition = node as Expression | undefined;
  if (condition?.type === 'PathExpression') return outcome ? [...resolvePath(condition, around).ids] : [];
  if (condition?.type !== 'SubExpression') return [];
  const all = (o: boolean) => condition.params.flatMap((p) => provenBy(p, o, around));
  switch (condition.path.original) {
    case 'not':
      return all(!outcome);
    case 'and':
      return outcome ? all(true) : [];
    case 'or':
      return outcome ? [] : all(false);
    case 'eq':
      // a field that equals a written word is there
      return outcome && condition.params.some((p) => p.type.endsWith('Literal') && !/^(Null|Und)/.test(p.type))
        ? all(true)
        : [];
    default:
      return [];
  }
}
