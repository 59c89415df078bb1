import type { Document } from '../../src/model/document.ts';
import type { Theme } from '../../src/model/theme.ts';
import { loadWriter } from '../../src/writers/index.ts';
import type { PacketFormat } from './open-written.ts';
import { resources } from './theme.ts';

/** The bytes of one file of a packet, from the real writer with the product's own theme and fonts. */
export async function written(
  document: Document,
  format: PacketFormat,
  theme: Theme = resources.theme,
): Promise<Uint8Array> {
  const writer = await loadWriter(format);
  return writer.write(document, { ...resources, theme });
}
