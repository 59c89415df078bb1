import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { postgresFolder, serverIn } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the workers' common PostgreSQL server is or will be. */
    readonly postgresFolder: string;
  }
}

let folder = '';

export function setup({ provide }: TestProject): void {
  folder = postgresFolder();
  provide('postgresFolder', folder);
}

export function teardown(): void {
  if (existsSync(join(folder, 'data', 'postmaster.pid'))) serverIn(folder).stop();
  else rmSync(folder, { recursive: true, force: true });
}
