import { defineConfig } from 'vitest/config';

/** The tests that the rules of judging must satisfy; those that draw pages would only repeat them slowly. */
export default defineConfig({ test: { include: ['test/analysis/**/*.test.ts', 'test/checks/**/*.test.ts'] } });
