/**
 * JSON of plain data, which comes back from it as it was. RangeError with the path of anything that would not: a `Map`, an
 * exact number, `NaN`. It is a fault of the program, and must not become a snapshot that has lost a figure.
 */
export function plainJson(value: unknown): string {
  refuseOthers(value, '');
  return JSON.stringify(value);
}

function refuseOthers(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) refuseOthers(value[i], `${path}[${i}]`);
    return;
  }
  if (typeof value !== 'object' || ![Object.prototype, null].includes(Object.getPrototypeOf(value)))
    throw new RangeError(`no plain data at ${path || 'the top'}: ${typeof value}`);
  for (const [key, part] of Object.entries(value)) if (part !== undefined) refuseOthers(part, `${path}.${key}`);
}
