import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import type { Document } from '../model/document.ts';
import { documentSchema, type StoredDocument } from './document-schema.ts';

/** The document behind the files of a packet, kept so that each of them can be compared with it at any time. */

const modelSchema = z.strictObject({ version: z.literal(1), document: documentSchema });

/** The document as a small file; the same document gives the same bytes on every machine and day. */
export function modelBytes(document: StoredDocument): Uint8Array {
  const model: z.input<typeof modelSchema> = { version: 1, document };
  return gzipSync(strToU8(JSON.stringify(model)), { level: 6, mtime: 0 });
}

/** The document in such a file; null for anything else, and for a file of another version of the program. */
export function parseModel(bytes: Uint8Array): Document | null {
  try {
    return modelSchema.parse(JSON.parse(strFromU8(gunzipSync(bytes)))).document;
  } catch {
    return null;
  }
}
