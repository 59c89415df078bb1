import { didYouMean } from '../did-you-mean.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import type { Base, Loop, Scope, Surroundings } from './scope.ts';
import { boolean, describe, fieldNames, fieldOf, isOnly, number, present, type Shape } from './shape.ts';

/** A path's shape as its surroundings know it, and the ids of its prefixes: what is proven when it is present. */
export interface Resolved {
  readonly shape: Shape;
  readonly ids: readonly string[];
}

/** Follows a path through the shapes; a name that is not there is a TemplateError, whether the branch is taken or not. */
export function resolvePath(path: hbs.AST.PathExpression, around: Surroundings): Resolved {
  const place = { template: around.file, line: path.loc.start.line };
  const { base, parts } = start(path, around, place);
  let { shape, id } = base;
  const seen = (s: Shape) => (around.proven.has(id) ? present(s) : s);
  shape = seen(shape);
  const ids = [id];
  for (const part of parts) {
    const field = fieldOf(shape, part);
    if (field === null) failAt(place, unknownField(part, path.original, shape));
    id = `${id}/${part}`;
    ids.push(id);
    shape = seen(field);
  }
  return { shape, ids };
}

function unknownField(part: string, path: string, shape: Shape): string {
  const where = path === part ? '' : ` in '${path}'`;
  if (isOnly(shape, 'text', 'number', 'boolean'))
    return `unknown field '${part}'${where}: ${describe(shape)} has no fields`;
  return `unknown field '${part}'${where}${didYouMean(part, fieldNames(shape))}`;
}

interface Start {
  readonly base: Base;
  readonly parts: readonly string[];
}

function start(path: hbs.AST.PathExpression, around: Surroundings, place: TemplatePlace): Start {
  const [first, ...rest] = path.parts;
  if (path.data) return dataVariable(path, around, place);
  const scoped = /^\.|this\b/.test(path.original);
  const named = path.depth === 0 && !scoped && first !== undefined ? around.named.get(first) : undefined;
  if (named !== undefined) return { base: named, parts: rest };
  let scope = around.scope;
  for (let i = 0; i < path.depth; i += 1) scope = outerOf(scope, path, place);
  return { base: scope.base, parts: path.parts };
}

function outerOf(scope: Scope, path: hbs.AST.PathExpression, place: TemplatePlace): Scope {
  const { outer } = scope;
  if (outer === null)
    failAt(place, `'${path.original}' leads out of the template; a partial sees its own context only`);
  const plain = (s: Scope) => isOnly(s.base.shape, 'text', 'number', 'boolean');
  // Handlebars enters no new level where the new `this` equals the old one, as two equal words do.
  if (plain(scope) && plain(outer))
    failAt(place, `'${path.original}' is not reliable between plain values; name them with as |item|`);
  return outer;
}

function dataVariable(path: hbs.AST.PathExpression, around: Surroundings, place: TemplatePlace): Start {
  const [name = '', ...parts] = path.parts;
  if (name === 'root' && path.depth === 0) return { base: around.root, parts };
  let loop: Loop | null = around.loop;
  for (let i = 0; i < path.depth; i += 1) loop = loop?.outer ?? null;
  const known: Record<string, Shape | undefined> = {
    index: number,
    key: loop?.key,
    first: boolean,
    last: boolean,
  };
  if (!Object.hasOwn(known, name))
    failAt(place, `unknown variable '@${name}'${didYouMean(name, ['root', ...Object.keys(known)])}`);
  if (loop === null) failAt(place, `'${path.original}' stands outside of an {{#each}} of this file`);
  return { base: { shape: known[name] as Shape, id: `@${path.depth}${name}` }, parts };
}
