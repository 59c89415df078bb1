import type { z } from 'zod';
import { absentOr, boolean, either, nothing, number, type Shape, text } from './shape.ts';

type Schema = z.core.$ZodTypes;

/**
 * The shape of a zod schema. Schemas of things that a template cannot use (dates, functions, transforms) are a
 * mistake of the program, not of the template: TypeError.
 */
export function shapeOfSchema(schema: z.core.$ZodType): Shape {
  const { def } = (schema as Schema)._zod;
  switch (def.type) {
    case 'string':
      return text;
    case 'number':
      return number;
    case 'boolean':
      return boolean;
    case 'null':
    case 'undefined':
      return nothing;
    case 'enum':
      return literals(Object.values(def.entries));
    case 'literal':
      return literals(def.values);
    case 'nullable':
    case 'optional':
      return absentOr(shapeOfSchema(def.innerType));
    case 'readonly':
      return shapeOfSchema(def.innerType);
    case 'lazy':
      return shapeOfSchema(def.getter());
    case 'union':
      return either(def.options.map(shapeOfSchema));
    case 'array':
      return { absent: false, variants: [{ kind: 'list', element: later(def.element) }] };
    case 'record':
      return { absent: false, variants: [{ kind: 'record', value: later(def.valueType) }] };
    case 'object': {
      const fields = new Map(Object.entries(def.shape).map(([name, field]) => [name, later(field)]));
      return { absent: false, variants: [{ kind: 'object', fields }] };
    }
    default:
      throw new TypeError(`the content of a template cannot hold '${def.type}'`);
  }
}

/** Fields are looked at when a path asks for them, so a schema may refer to itself. */
function later(schema: z.core.$ZodType): () => Shape {
  let shape: Shape | undefined;
  return () => {
    shape ??= shapeOfSchema(schema);
    return shape;
  };
}

function literals(values: readonly z.core.util.Literal[]): Shape {
  const words = values.filter((v) => typeof v === 'string');
  const shapes: Shape[] = words.length === 0 ? [] : [{ absent: false, variants: [{ kind: 'text', values: words }] }];
  if (values.some((v) => typeof v === 'number')) shapes.push(number);
  if (values.some((v) => typeof v === 'boolean')) shapes.push(boolean);
  if (values.some((v) => v === null || v === undefined)) shapes.push(nothing);
  return either(shapes);
}
