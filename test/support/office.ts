import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inject } from 'vitest';

/** Whether LibreOffice is installed, the one office program that runs without a screen. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Comma, double quotes, UTF-8, from line 1, cells as shown on screen, and every sheet into a file of its own. */
export const allSheetsAsShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1';

/** Profiles that no conversion uses now: LibreOffice takes half as long again to start with a new one. */
const idle: string[] = [];
let profiles = 0;
const newProfile = () => join(inject('runFolder'), `office-${process.pid}-${++profiles}`);

/** A folder in which LibreOffice converts files. */
export interface OfficeFolder {
  /** Conversions that run side by side have profiles of their own. */
  convert(to: string, files: Readonly<Record<string, Uint8Array>>): Promise<void>;
  read(name: string): Promise<Buffer>;
  remove(): Promise<void>;
}

export async function officeFolder(): Promise<OfficeFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-office-'));
  return {
    async convert(to, files) {
      const profile = idle.pop() ?? newProfile();
      const own = `-env:UserInstallation=file://${profile}`;
      for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
      const paths = Object.keys(files).map((name) => join(folder, name));
      await promisify(execFile)('soffice', ['--headless', own, '--convert-to', to, '--outdir', folder, ...paths]);
      // After a failure it is not used again.
      idle.push(profile);
    },
    read: (name) => readFile(join(folder, name)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A workbook whose formulas have no results, so that what LibreOffice shows is what it calculated itself. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/'))
      parts[name] = strToU8(strFromU8(part).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>'));
  return zipSync(parts, { level: 0 });
}
