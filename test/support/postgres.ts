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
  /** Stops as a server that is restarted does. */
  pause(): void;
  resume(): void;
  stop(): void;
}

export function startPostgres(): PostgresServer {
  if (binaries === undefined) throw new Error('PostgreSQL is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-postgres-'));
  const user = serverUser();
  chmodSync(folder, 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(binaries, program), ['-D', join(folder, 'data'), ...args], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
  run('initdb', '--no-sync', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-U', 'jianbao');
  // The folder is thrown away: what a crash of the machine would do to it does not matter.
  const resume = () =>
    run('pg_ctl', '-w', '-l', join(folder, 'log'), '-o', `-c listen_addresses='' -c fsync=off -k ${folder}`, 'start');
  resume();
  let count = 0;
  const urlOf = (name: string) => `postgresql://jianbao@/${name}?host=${folder}`;
  return {
    async newDatabase(options = '') {
      const name = `store_${++count}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name} ${options}`);
      await client.end();
      return urlOf(name);
    },
    pause: () => run('pg_ctl', '-m', 'fast', 'stop'),
    resume,
    stop() {
      run('pg_ctl', '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root; its package brings a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
