import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiled code is kept between the children, which would spend most of their time on it otherwise. */
const environment = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'jianbao-compile-cache') };
/** The program that the children run. */
export const childScript = fileURLToPath(new URL('./store-child.ts', import.meta.url));

export interface Child {
  readonly process: ChildProcess;
  /** What it said so far: whole lines, parsed. */
  said(): unknown[];
  /** Resolves when it has said so many lines, or is at its end. */
  saidAtLeast(lines: number): Promise<void>;
  readonly ended: Promise<{ code: number | null; said: unknown[] }>;
}

/** A real process with a program of the tests', `store-child.ts` if no other; what a kill makes it leave behind may be sent to a folder of the test's own. */
export function startChild(args: readonly string[], temporary = tmpdir(), script = childScript): Child {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment, TMPDIR: temporary },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const said = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown);
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said: said() }));
  const saidAtLeast = async (lines: number) => {
    while (said().length < lines && child.exitCode === null && child.signalCode === null)
      await Promise.race([once(child.stdout, 'data'), ended]);
  };
  return { process: child, said, saidAtLeast, ended };
}

/** Several at the same moment, to their end. */
export function runChildren(count: number, args: readonly string[]) {
  return Promise.all(Array.from({ length: count }, () => startChild(args).ended));
}
