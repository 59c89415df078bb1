import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serverIn } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the workers of a run keep what they share; gone when it ends. */
    readonly runFolder: string;
  }
}

export const postgresIn = (runFolder: string) => join(runFolder, 'postgres');

let folder = '';

export function setup({ provide }: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-tests-'));
  // PostgreSQL runs as a user of its own, who has to get through.
  chmodSync(folder, 0o755);
  provide('runFolder', folder);
}

export function teardown(): void {
  const postgres = postgresIn(folder);
  if (existsSync(join(postgres, 'data', 'postmaster.pid'))) serverIn(postgres).stop();
  rmSync(folder, { recursive: true, force: true });
}
