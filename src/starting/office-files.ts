import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, type NewFile, readBytes } from '../disk/files.ts';
import { configName } from '../office/own-config.ts';
import { configText, type FirstSettings } from './config-text.ts';

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
const calendarName = '工作日.yaml';

/** The allocation table of 2023 that comes with the program, as it was published. */
export const samplePlan = join(seeds, '2023', '附件2-2023.txt');
/** First month of the sample. */
export const sampleSince = '2023-01';
/** Folder of the sample returns in the new office, one file a month. */
export const sampleReturns = '样例月报';

/** Folders that later commands fill. */
export const outputFolders = ['output', '发件箱'];

/** Settings and calendar of a new office. FileError where the program was installed without its seeds. */
export async function officeFiles(settings: FirstSettings): Promise<NewFile[]> {
  const commented = new TextDecoder().decode(await readBytes(join(seeds, 'office', configName)));
  return [
    { path: calendarName, bytes: await readBytes(join(seeds, 'office', calendarName)) },
    { path: configName, bytes: new TextEncoder().encode(configText(commented, settings)) },
  ];
}

/** The returns of every month of the sample, ready to be imported as they would come in. */
export async function sampleFiles(): Promise<NewFile[]> {
  const folder = join(seeds, '2023', 'progress');
  const names = await listFiles(folder);
  return Promise.all(
    names.map(async (name) => ({ path: `${sampleReturns}/${name}`, bytes: await readBytes(join(folder, name)) })),
  );
}
