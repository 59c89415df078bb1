import type { Document } from '../model/document.ts';
import { type Format, loadWriter } from '../writers/index.ts';
import type { Resources } from '../writers/writer.ts';

/** One written file. */
export interface WrittenFile {
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** Writes every document in every format; the result follows the order of both. */
export async function writeDocuments(
  packets: readonly { readonly document: Document }[],
  formats: readonly Format[],
  resources: Resources,
  onProgress: (done: number, total: number, path: string | null) => void = () => {},
): Promise<WrittenFile[][]> {
  const writers = await Promise.all(formats.map(loadWriter));
  const total = packets.length * writers.length;
  let done = 0;
  onProgress(done, total, null);
  const results: WrittenFile[][] = [];
  for (const { document } of packets) {
    const files: WrittenFile[] = [];
    for (const writer of writers) {
      const bytes = await writer.write(document, resources);
      files.push({ extension: writer.extension, bytes });
      done += 1;
      onProgress(done, total, `${document.title}.${writer.extension}`);
    }
    results.push(files);
  }
  return results;
}
