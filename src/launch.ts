#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the command begins. The machine's Node may be older than the program needs; the runtime that was installed
 * with it then takes over. Runs on Node 20, so it imports nothing of ours before that is settled, and nothing by
 * name that Node 20 does not have.
 */
const needed = 24;

function installedRuntime(): string | null {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const executable = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    return join(
      dirname(nodeModule.createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`)),
      executable,
    );
  } catch {
    return null;
  }
}

/** Compiled code is kept in the temporary folder for the next run; threads that are started later use it too. */
function keepCompiledCode(): void {
  const { directory } = nodeModule.enableCompileCache();
  if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= dirname(directory);
}

if (Number(process.versions.node.split('.')[0]) >= needed) {
  keepCompiledCode();
  // Whoever reads our lines may stop, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { runCli } = await import('./cli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
} else {
  const runtime = installedRuntime();
  if (runtime === null) {
    console.error(
      `需要 Node.js ${needed} 或更高版本（现为 ${process.versions.node}）。Node.js ${needed} or later is needed.`,
    );
    process.exitCode = 3;
  } else {
    const result = spawnSync(runtime, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = result.status ?? 3;
  }
}
