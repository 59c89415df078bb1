import { join } from 'node:path';
import { readBytes } from '../../disk/files.ts';
import type { Block } from '../../model/document.ts';
import { plainText } from '../../model/text.ts';
import type { ManifestPacket } from '../../publishing/manifest.ts';
import { parseModel } from '../../verify/model-file.ts';
import type { Attachment } from '../letters.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
};

export function mediaType(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** The files of a packet as a mail carries them. FileError. */
export function filesOf(folder: string, { files }: ManifestPacket): Promise<Attachment[]> {
  return Promise.all(
    files.map(async ({ path }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      type: mediaType(path),
      bytes: await readBytes(join(folder, path)),
    })),
  );
}

/** The verdict on a packet's first page, out of the document behind it; empty where it has none. FileError. */
export async function verdictIn(folder: string, { model }: ManifestPacket): Promise<string> {
  const document = parseModel(await readBytes(join(folder, model.path)));
  const lead = document?.sections.flatMap(({ blocks }) => blocks).find(isLead);
  return lead === undefined ? '' : plainText(lead.content);
}

function isLead(block: Block): block is Extract<Block, { kind: 'paragraph' }> {
  return block.kind === 'paragraph' && block.role === 'lead';
}
