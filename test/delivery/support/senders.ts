import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SenderTask } from './sender-child.ts';

const script = fileURLToPath(new URL('./sender-child.ts', import.meta.url));
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'jianbao-compile-cache') };

export interface Sender {
  readonly process: ChildProcess;
  /** Resolves when it has said something, or is at its end. */
  readonly ready: Promise<void>;
  /** What it said, line by line, at its end. */
  readonly ended: Promise<unknown[]>;
}

/** A real process that sends. `blocks`: no file that it writes grows beyond so many KB, as on a disk that is full. */
export function startSender(task: SenderTask, blocks: number | null = null): Sender {
  const args = [script, JSON.stringify(task)];
  const child =
    blocks === null
      ? spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
      : spawn('bash', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...args], {
          stdio: ['ignore', 'pipe', 'inherit'],
          env,
        });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const ended = once(child, 'close').then(() =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
  );
  const ready = Promise.race([once(child.stdout, 'data'), ended]).then(() => {});
  return { process: child, ready, ended };
}
