import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/briefings/month.ts';
import type { Approval } from '../../src/model/approval.ts';
import type { Document } from '../../src/model/document.ts';
import { plainText } from '../../src/model/text.ts';
import { composedNow } from '../support/composed.ts';
import { full, monthOf } from '../support/months.ts';

const signed = {
  kind: 'signed',
  by: '督查室负责人',
  at: '2023-07-05T16:12:00.000Z',
  of: 'x',
  automatic: false,
} as const;
const readers = ['甲区', '全市', '甲局'];

function monthWith(approval: Approval | null, more: Partial<Month> = {}): Month {
  const { month } = monthOf(full('1', '2', '1'));
  if (month === null) throw new Error('the sample month has errors');
  return { ...month, snapshot: '3f9ac0de12345678', approval, ...more };
}

/** The title over the first page, and what stands above the 版记 on the last printed one. */
function endsOf({ sections }: Document): { title: string; foot: string } {
  const [first] = sections;
  const last = sections.find(({ name }) => name === '编制说明');
  const title = first?.blocks.find((block) => block.kind === 'heading');
  const foot = last?.blocks.at(-2);
  if (title?.kind !== 'heading' || foot?.kind !== 'paragraph') throw new Error('not where they should be');
  return { title: plainText(title.content), foot: plainText(foot.content) };
}

describe.each(readers)('the briefing of %s', (reader) => {
  it('says of a draft that it is one: in its title, on every page, and where the signer will stand', async () => {
    const document = await composedNow(monthWith({ kind: 'draft' }), reader);
    expect(document.title).toMatch(/简报（送审稿）$/);
    expect(document.banner).toBe('送审稿　未经审签，不得印发');
    const { title, foot } = endsOf(document);
    expect(title).toMatch(/简报（送审稿）$/);
    expect(foot).toBe('审签：待审签\n数据快照：3f9ac0de12345678');
  });

  it('names its signer and the time in China, and nothing else of it is another', async () => {
    const document = await composedNow(monthWith(signed), reader);
    const onDemand = await composedNow(monthWith(null), reader);
    expect(endsOf(document).foot).toBe('审签：督查室负责人 2023年7月6日 00:12\n数据快照：3f9ac0de12345678');
    expect(endsOf(onDemand).foot).toBe('数据快照：3f9ac0de12345678');
    const without = JSON.stringify(document).replace('审签：督查室负责人 2023年7月6日 00:12\\n', '');
    expect(without).toBe(JSON.stringify(onDemand));
    const automatic = await composedNow(monthWith({ ...signed, automatic: true }), reader);
    expect(endsOf(automatic).foot).toMatch(/^按设置自动审签 2023年7月6日 00:12\n/);
  });

  it('has one mark for a correction’s draft, and keeps 示例数据 beside it', async () => {
    const correction = { edition: 2, reason: null, against: { edition: 1, snapshot: 'a'.repeat(64) }, changes: [] };
    const document = await composedNow(monthWith({ kind: 'draft' }, { correction, sample: true }), reader);
    expect(document.title).toMatch(/简报（更正版2送审稿）$/);
    expect(endsOf(document).title).toMatch(/（示例数据）\n（更正版2送审稿）$/);
    expect(document.banner).toMatch(/^示例数据送审稿　/);
  });
});
