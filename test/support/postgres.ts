import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Debian and its kin keep the servers of several versions beside each other, outside of the search path. */
const versions = '/usr/lib/postgresql';
const binaries = existsSync(versions)
  ? readdirSync(versions)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(versions, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : undefined;

/** Whether a PostgreSQL server is installed. */
export const hasPostgres = binaries !== undefined;

/** A server of the tests' own on a socket in a temporary folder. */
export interface PostgresServer {
  /** A new, empty database; `options` as CREATE DATABASE has them. */
  newDatabase(options?: string): Promise<string>;
  /** Takes the databases away that were made here, whoever is still connected to them. */
  dropDatabases(): Promise<void>;
  /** Stops as a server that is restarted does. */
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Starts a server that nobody else uses, unless they are told of its folder. */
export function startPostgres(folder = mkdtempSync(join(tmpdir(), 'jianbao-postgres-'))): PostgresServer {
  const server = serverIn(folder);
  const user = serverUser();
  chmodSync(folder, 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  runIn(folder, 'initdb', ['--no-sync', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-U', 'jianbao']);
  server.resume();
  return server;
}

let count = 0;

/** The server that was started in a folder, by whichever program. */
export function serverIn(folder: string): PostgresServer {
  const made: string[] = [];
  const urlOf = (name: string) => `postgresql://jianbao@/${name}?host=${folder}`;
  const ask = async (statements: readonly string[]) => {
    const client = new Client({ connectionString: urlOf('postgres') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    async newDatabase(options = '') {
      const name = `store_${process.pid}_${++count}`;
      await ask([`create database ${name} ${options}`]);
      made.push(name);
      return urlOf(name);
    },
    dropDatabases: () => ask(made.splice(0).map((name) => `drop database ${name} with (force)`)),
    pause: () => runIn(folder, 'pg_ctl', ['-m', 'fast', 'stop']),
    resume() {
      // The folder is thrown away: what a crash of the machine would do to it does not matter.
      const settings = `-c listen_addresses='' -c fsync=off -k ${folder}`;
      runIn(folder, 'pg_ctl', ['-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
    },
    stop() {
      runIn(folder, 'pg_ctl', ['-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runIn(folder: string, program: string, args: readonly string[]): void {
  if (binaries === undefined) throw new Error('PostgreSQL is not installed');
  const options = { ...serverUser(), cwd: folder, stdio: 'ignore' } as const;
  execFileSync(join(binaries, program), ['-D', join(folder, 'data'), ...args], options);
}

/** The server refuses to run as root; its package brings a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
