import { afterEach, describe, expect, it, vi } from 'vitest';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources } from '../../support/theme.ts';

const zone = process.env.TZ;

describe('the bytes of a Word file', () => {
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('are the same on any day, in any time zone and after any other document', async () => {
    const writeAt = async (time: string, timeZone: string): Promise<Uint8Array> => {
      process.env.TZ = timeZone;
      vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });
      return docxWriter.write(sampleDocument(), resources);
    };
    const first = await writeAt('2023-07-05T08:00:00Z', 'Asia/Shanghai');
    await docxWriter.write({ ...sampleDocument(null), title: '另一份' }, resources);
    const second = await writeAt('2031-12-31T23:59:59Z', 'America/Los_Angeles');
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('are the same for documents written side by side', async () => {
    const [one, other] = await Promise.all([
      docxWriter.write(sampleDocument(), resources),
      docxWriter.write(sampleDocument(), resources),
    ]);
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('differ when the document does', async () => {
    const one = await docxWriter.write(sampleDocument(), resources);
    const other = await docxWriter.write({ ...sampleDocument(), date: '2023-07-06' }, resources);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });
});
