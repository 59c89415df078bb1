import { parse } from 'yaml';
import type { Message } from '../../model/language.ts';
import { schemaProblem } from '../../model/schema-problem.ts';
import { yamlProblem } from '../../model/yaml-problem.ts';
import { type ColumnRegistry, registrySchema } from './schema.ts';

/** A `columns.yaml`, or what is wrong with it. */
export function parseRegistry(text: string): { registry: ColumnRegistry } | { problem: Message } {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return { problem: yamlProblem(error) };
  }
  const parsed = registrySchema.safeParse(value);
  return parsed.success ? { registry: parsed.data } : { problem: schemaProblem(parsed.error) };
}
