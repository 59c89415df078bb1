import type { z } from 'zod';

/** Names of all settings below a schema, whatever wraps them: `mail`, `from`, `address`, … */
export function keysOf(schema: z.core.$ZodType): Set<string> {
  const keys = new Set<string>();
  const walk = (type: unknown): void => {
    const { def } = type as { def: Record<string, unknown> };
    if (def['type'] === 'object')
      for (const [key, inner] of Object.entries(def['shape'] as Record<string, unknown>)) {
        keys.add(key);
        walk(inner);
      }
    for (const part of ['innerType', 'element', 'valueType', 'in', 'out'] as const)
      if (def[part] !== undefined) walk(def[part]);
  };
  walk(schema);
  return keys;
}
