import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runCli } from '../../src/cli.ts';

const launcher = fileURLToPath(new URL('../../src/launch.ts', import.meta.url));

export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both. */
  readonly said: string;
}

/**
 * Runs the command line in a folder, in this process: each process of its own takes half a second to load the program. What only
 * a process shows, its exit code for one, `launched` runs.
 */
export async function typed(args: readonly string[], cwd: string, databaseUrl = ''): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const heard = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += text;
      return true;
    }),
  );
  const before = { cwd: process.cwd(), databaseUrl: process.env['DATABASE_URL'] };
  process.chdir(cwd);
  process.env['DATABASE_URL'] = databaseUrl;
  try {
    const status = await runCli(args);
    return { status, ...said, said: said.stdout + said.stderr };
  } finally {
    process.chdir(before.cwd);
    if (before.databaseUrl === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before.databaseUrl;
    for (const spy of heard) spy.mockRestore();
  }
}

/** Runs the command as it is installed, in a process of its own. */
export function launched(args: readonly string[], cwd: string, databaseUrl = ''): Said {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr, said: stdout + stderr };
}
