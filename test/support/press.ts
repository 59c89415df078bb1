import { openFonts, type Typography } from '../../src/house-style/fonts.ts';
import { documentIn } from '../../src/model/document-in.ts';
import { loadWriter } from '../../src/writers/index.ts';
import type { Resources } from '../../src/writers/writer.ts';
import type { Press } from '../../src/writing/press.ts';
import { writeVerified } from '../../src/writing/write-verified.ts';

const opened = new Map<string, Resources>();

function resourcesOf(typography: Typography): Resources {
  const key = JSON.stringify(typography);
  const resources = opened.get(key) ?? openFonts(typography);
  opened.set(key, resources);
  return resources;
}

/**
 * A press that writes and reads back in this thread, whose libraries are loaded: starting threads takes longer than a small month.
 * Commands and months that run by themselves are tested with their threads.
 */
export const pressHere: Press = {
  async write({ document, format, typography }) {
    return writeVerified(await loadWriter(format), format, documentIn(document, format), resourcesOf(typography));
  },
  async close() {},
};
