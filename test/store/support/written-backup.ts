import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { backupLines } from '../../../src/store/backup/backup-file.ts';
import type { Fixture } from '../fixtures/fixture.ts';
import { now } from './samples.ts';

/** Writes a backup as a program with that schema does. */
export async function writtenBackup(file: string, schema: number, rows: Fixture['rows']): Promise<void> {
  async function* each() {
    yield* rows.filter(([table]) => table !== 'schema_version');
  }
  const lines = Readable.from(backupLines({ format: 'jianbao-backup', layout: 1, schema, taken: now }, each()));
  writeFileSync(file, gzipSync((await lines.toArray()).join('')));
}
