import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    globalSetup: ['test/support/run-folder.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default'],
    // One worker a processor; the default leaves one free, which of two is half. The tests' own programs share them.
    maxWorkers: '100%',
    // Libraries and fonts are loaded once a worker instead of once a file, which halves the time of all tests. A test leaves
    // time, environment and folder as it found them.
    isolate: false,
    // Programs and threads that tests start find their code compiled, as installed ones do.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  },
});
