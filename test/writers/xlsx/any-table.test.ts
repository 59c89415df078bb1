import fc from 'fast-check';
import { it } from 'vitest';
import { anySpans } from '../../support/any-spans.ts';
import { documentOf, expectTable, writeAndRead } from './written.ts';

it('reads back as it was written, whatever its spans and texts', async () => {
  await fc.assert(
    fc.asyncProperty(anySpans, async (any) => {
      const [sheet] = await writeAndRead(documentOf([any]));
      expectTable(sheet, any, 0);
    }),
    { numRuns: 60 },
  );
});
