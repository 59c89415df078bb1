import type { Document } from '../model/document.ts';
import { MismatchError } from '../model/errors/mismatch-error.ts';
import { verifyFile } from '../verify/index.ts';
import type { Format } from '../writers/index.ts';
import type { Resources, Writer } from '../writers/writer.ts';
import type { WrittenFile } from './write-task.ts';

/**
 * Writes a document and reads the file back before anybody gets it. MismatchError with all differences where it does
 * not say the same; WriteError where it cannot be written.
 */
export async function writeVerified(
  writer: Writer,
  format: Format,
  document: Document,
  resources: Resources,
): Promise<WrittenFile> {
  const { extension } = writer;
  const bytes = await writer.write(document, resources);
  const differences = await verifyFile({ bytes, format, name: `${document.title}.${extension}` }, document);
  if (differences.length > 0) throw new MismatchError(differences);
  return { extension, bytes };
}
