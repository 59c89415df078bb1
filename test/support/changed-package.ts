import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** An office file in which one part says something else; fails where the change changes nothing. */
export function withPart(bytes: Uint8Array, part: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  let changed = false;
  for (const [name, content] of Object.entries(parts)) {
    if (!part.test(name)) continue;
    const before = strFromU8(content);
    const after = change(before);
    changed ||= after !== before;
    parts[name] = strToU8(after);
  }
  if (!changed) throw new Error(`nothing to change in ${part}`);
  return zipSync(parts);
}
