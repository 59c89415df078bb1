import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./serve-child.ts', import.meta.url));
const environment = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'jianbao-compile-cache') };

export interface Server {
  readonly process: ChildProcess;
  /** Lines of its log so far. */
  said(): { readonly text: string; readonly run?: string; readonly state?: string }[];
  /** Resolves once it serves. */
  readonly ready: Promise<void>;
  readonly ended: Promise<number | null>;
}

/** A real `serve` process on an office, whose clock begins at an ISO UTC time. */
export function startServer(folder: string, url: string | null, begins: string, owner: string): Server {
  const child = spawn(process.execPath, [script, folder, url ?? '', begins, owner], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
  let text = '';
  child.stdout.setEncoding('utf8');
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: string) => {
      text += piece;
      if (text.includes('"serving"')) resolve();
    });
    child.once('close', () => resolve());
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const said = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  return { process: child, said, ready, ended };
}
