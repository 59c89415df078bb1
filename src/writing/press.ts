import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import { documentIn } from '../model/document-in.ts';
import { FileError } from '../model/errors/file-error.ts';
import { MismatchError } from '../model/errors/mismatch-error.ts';
import { WriteError } from '../model/errors/write-error.ts';
import type { Format } from '../writers/index.ts';
import type { WriteOutcome, WriteTask, WrittenFile } from './write-task.ts';

/** Writers make many short-lived objects; a small nursery would have them copied again and again. In MB. */
const nursery = 16;
/** A PDF takes about as long as the other formats of a document together, so it gets the processors they leave. */
const mostPdfThreads = 3;

/** Threads that write documents while the caller composes the next ones. */
export interface Press {
  /**
   * WriteError when the document cannot be written in the format, MismatchError when the file does not say the same,
   * FileError without theme or fonts.
   */
  write(task: WriteTask): Promise<WrittenFile>;
  close(): Promise<void>;
}

/**
 * Starts threads for the formats; they load their writers while the caller reads its data. PDF has threads of its
 * own, the other formats share one: a thread warms up its libraries once, and two processors are busy about equally.
 */
export function openPress(formats: readonly Format[]): Press {
  const groups: readonly (readonly Format[])[] = [
    formats.filter((format) => format === 'pdf'),
    formats.filter((format) => format !== 'pdf'),
  ];
  const pools = groups.filter((group) => group.length > 0).map((group) => ({ group, pool: openPool(group) }));
  return {
    async write(task) {
      const place = pools.find(({ group }) => group.includes(task.format));
      // Sections for other formats need not travel.
      const own = { ...task, document: documentIn(task.document, task.format) };
      const outcome = (await place?.pool.run(own, { name: 'write' })) as WriteOutcome;
      if ('unwritable' in outcome) throw new WriteError(outcome.unwritable);
      if ('different' in outcome) throw new MismatchError(outcome.different);
      if ('unreadable' in outcome) throw new FileError(outcome.unreadable);
      return outcome.file;
    },
    async close() {
      await Promise.all(pools.map(({ pool }) => pool.destroy()));
    },
  };
}

function openPool(group: readonly Format[]): Tinypool {
  const threads = group.includes('pdf') ? Math.min(mostPdfThreads, Math.max(1, availableParallelism() - 1)) : 1;
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Tinypool({
    filename: new URL(`./write-worker.${extension}`, import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: nursery },
  });
  // A writer that cannot be loaded shows with the first document.
  for (let i = 0; i < threads; i += 1) pool.run(group, { name: 'prepare' }).catch(() => {});
  return pool;
}
