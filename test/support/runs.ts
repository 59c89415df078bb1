/** Whether the tests take their time: `.ci/run` sets it, a developer's run does not. */
export const long = process.env['JIANBAO_TESTS'] === 'long';

/** How often a property is tried or a file changed: `usual` times, or `many` times where there is time. */
export function runs(usual: number, many: number = usual * 20): number {
  return long ? many : usual;
}

/** Milliseconds that a test of so many runs may take. */
export const timeLimit = long ? 900_000 : 60_000;
