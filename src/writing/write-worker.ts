import { loadResources } from '../house-style.ts';
import { FileError } from '../model/errors/file-error.ts';
import { WriteError } from '../model/errors/write-error.ts';
import { type Format, loadWriter } from '../writers/index.ts';
import type { Resources } from '../writers/writer.ts';
import type { WriteOutcome, WriteTask } from './write-task.ts';

/** Runs in a thread of its own, which loads its writers, theme and fonts once. */

const resources = new Map<string, Promise<Resources>>();

/** Loads writers ahead of the first document. */
export async function prepare(formats: readonly Format[]): Promise<void> {
  await Promise.all(formats.map(loadWriter));
}

export async function write({ document, format, templates }: WriteTask): Promise<WriteOutcome> {
  const loaded = resources.get(templates) ?? loadResources(templates);
  resources.set(templates, loaded);
  try {
    const writer = await loadWriter(format);
    return { file: { extension: writer.extension, bytes: await writer.write(document, await loaded) } };
  } catch (error) {
    if (error instanceof WriteError) return { unwritable: error.text };
    if (error instanceof FileError) return { unreadable: error.text };
    throw error;
  }
}
