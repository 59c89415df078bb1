import { afterEach, expect, it, vi } from 'vitest';
import { sampleDocument } from '../../support/sample-document.ts';
import { documentOf, write } from './written.ts';

const zone = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it('gives the same bytes on any day, in any zone and after other documents', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  process.env.TZ = 'Asia/Shanghai';
  vi.setSystemTime('2023-07-05T00:30:00Z');
  const first = await write(sampleDocument());
  process.env.TZ = 'America/Los_Angeles';
  vi.setSystemTime('2031-12-31T23:59:59Z');
  await write(documentOf([]));
  await write(sampleDocument(null));
  expect(Buffer.compare(first, await write(sampleDocument()))).toBe(0);
});

it('gives other bytes for another document', async () => {
  const document = sampleDocument();
  expect(Buffer.compare(await write(document), await write({ ...document, date: '2023-07-06' }))).not.toBe(0);
});
