import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/briefings/month.ts';
import { leaksIn } from '../../src/leaks/leaks-in.ts';
import { anyMonth } from '../support/any-month.ts';
import type { PacketFormat } from '../support/open-written.ts';
import { withTexts } from './month-with-texts.ts';
import { audiencesOf, factsFor, fileFor } from './packets.ts';

/** Random months with words of everybody in them, read by either rule. */
const anyMonthWithTexts: fc.Arbitrary<Month> = fc
  .tuple(anyMonth, fc.constantFrom('whole' as const, 'own' as const))
  .map(([month, rule]) => withTexts(month, rule));

async function codesFor(month: Month, reader: string, owner: string, format: PacketFormat): Promise<string[]> {
  const found = await leaksIn([await fileFor(month, owner, format)], factsFor(month, reader));
  return found.map(({ code, message }) => `${code} ${message['zh-CN']}`);
}

async function expectTight(month: Month, format: PacketFormat): Promise<void> {
  const audiences = audiencesOf(month);
  for (const reader of audiences)
    for (const owner of audiences) {
      const found = await codesFor(month, reader, owner, format);
      if (reader === owner) expect(found, `${month.settings.audience} ${reader}`).toEqual([]);
      else expect(found.join('\n'), `${owner} for ${reader}`).toContain(`leak-other-audience`);
    }
}

/** The pages are quickest to write; the other formats get a few months. */
const runs = Number(process.env['JIANBAO_RUNS'] ?? 8);
const fewRuns = Math.ceil(runs / 16);

describe('packets of any month', () => {
  it('hold nothing that their reader may not see, and no two can be swapped: html', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonthWithTexts, (month) => expectTight(month, 'html')),
      { numRuns: runs },
    );
  });

  it.each(['pdf', 'docx', 'xlsx'] as const)('the same: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyMonthWithTexts, (month) => expectTight(month, format)),
      { numRuns: fewRuns },
    );
  });
});
