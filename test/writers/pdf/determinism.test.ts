import { afterEach, expect, test, vi } from 'vitest';
import { pdfWriter } from '../../../src/writers/pdf/index.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources } from '../../support/theme.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('the same document gives the same bytes on any day and in any time zone', async () => {
  const reference = await pdfWriter.write(sampleDocument(), resources);
  for (const [now, zone] of [
    ['2019-12-31T23:59:59Z', 'America/Los_Angeles'],
    ['2031-06-15T12:00:00Z', 'Asia/Shanghai'],
  ] as const) {
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    vi.stubEnv('TZ', zone);
    expect(Buffer.compare(await pdfWriter.write(sampleDocument(), resources), reference)).toBe(0);
  }
});

test('documents written at the same time do not disturb each other', async () => {
  const alone = await pdfWriter.write(sampleDocument(null), resources);
  const other = { ...sampleDocument(), title: '另一份' };
  const [, together] = await Promise.all([
    pdfWriter.write(other, resources),
    pdfWriter.write(sampleDocument(null), resources),
  ]);
  expect(Buffer.compare(together, alone)).toBe(0);
});

test('font files that were read anew give the same bytes', async () => {
  const anew = { ...resources, font: async (face: string) => (await resources.font(face)).slice() };
  const again = await pdfWriter.write(sampleDocument(), anew);
  expect(Buffer.compare(again, await pdfWriter.write(sampleDocument(), resources))).toBe(0);
});
