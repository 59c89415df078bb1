import { openFonts } from '../house-style/fonts.ts';
import { FileError } from '../model/errors/file-error.ts';
import { MismatchError } from '../model/errors/mismatch-error.ts';
import { WriteError } from '../model/errors/write-error.ts';
import { preparePdf } from '../readers/pdf/open-pdf.ts';
import { type Format, loadWriter } from '../writers/index.ts';
import type { Resources } from '../writers/writer.ts';
import type { WriteOutcome, WriteTask } from './write-task.ts';
import { writeVerified } from './write-verified.ts';

/** Runs in a thread of its own, which loads its writers, theme and fonts once. */

const resources = new Map<string, Resources>();

/** Loads writers, and what reads their files back, ahead of the first document. */
export async function prepare(formats: readonly Format[]): Promise<void> {
  await Promise.all([...formats.map(loadWriter), ...(formats.includes('pdf') ? [preparePdf()] : [])]);
}

export async function write({ document, format, typography }: WriteTask): Promise<WriteOutcome> {
  // Every task brings a copy of its own; equal ones share what was opened.
  const key = JSON.stringify(typography);
  const opened = resources.get(key) ?? openFonts(typography);
  resources.set(key, opened);
  try {
    return { file: await writeVerified(await loadWriter(format), format, document, opened) };
  } catch (error) {
    if (error instanceof WriteError) return { unwritable: error.text };
    if (error instanceof MismatchError) return { different: error.diagnostics };
    if (error instanceof FileError) return { unreadable: error.text };
    throw error;
  }
}
