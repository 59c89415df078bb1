/**
 * An outline in absolute SVG commands (M, L, Q, C, Z) as PDF path operators. PDF has no quadratic curves: each becomes
 * the cubic one of the same shape.
 */
export function pathOperators(path: string): string {
  const operators: string[] = [];
  let x = 0;
  let y = 0;
  for (const [, command = '', rest = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers =
      rest.trim() === ''
        ? []
        : rest
            .trim()
            .split(/[\s,]+/)
            .map(Number);
    const points = command === 'Q' ? raised(x, y, numbers) : numbers;
    [x = 0, y = 0] = numbers.length === 0 ? [x, y] : numbers.slice(-2);
    operators.push([...points.map((value) => Math.round(value * 1000) / 1000), operatorOf[command]].join(' '));
  }
  return operators.join('\n');
}

const operatorOf: Readonly<Record<string, string>> = { M: 'm', L: 'l', Q: 'c', C: 'c', Z: 'h' };

/** Control points of the cubic curve: two thirds of the way from each end to the quadratic one's. */
function raised(x: number, y: number, [cx = 0, cy = 0, ex = 0, ey = 0]: readonly number[]): number[] {
  const towards = (from: number, to: number) => from + ((to - from) * 2) / 3;
  return [towards(x, cx), towards(y, cy), towards(ex, cx), towards(ey, cy), ex, ey];
}
