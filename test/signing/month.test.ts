import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { findSnapshot } from '../../src/publishing/find-snapshot.ts';
import { renderAgain } from '../../src/publishing/render-again.ts';
import { lateInputs } from '../../src/signing/late-inputs.ts';
import { shelfOf } from '../../src/sources/store-shelf.ts';
import { verifyFiles } from '../../src/verification/verify-files.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { pressHere as press } from '../support/press.ts';
import { at, june, leader, refusal, signingOffice, type TestOffice } from './support/signing-office.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-signing-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

onEachDatabase('a month that goes by 审签', (fresh) => {
  let city: TestOffice;
  beforeEach(async () => {
    city = await signingOffice(await fresh(), mkdtempSync(join(work, 'office-')), press);
  });

  it('is drafted, checked, signed, published and rendered again, and each page says which it is', async () => {
    const { edition, checked, kept, packets } = await city.draft(at('05T01:00'));
    expect([edition.state, checked.edition.state, checked.diagnostics, kept]).toEqual(['draft', 'checked', [], false]);
    expect(packets.map(({ audience }) => audience)).toEqual(['甲区', '乙县', '全市', '甲局']);
    const drafted = city.page('送审稿/2023-06/甲区/甲区-2023年6月民生实事简报（送审稿）.html');
    for (const words of ['民生实事进展情况简报（送审稿）', '送审稿 未经审签，不得印发', '审签：待审签 数据快照：'])
      expect(drafted).toContain(words);
    expect(existsSync(city.output('2023-06'))).toBe(false);

    await city.sign(at('06T02:12'));
    const published = await city.publish(at('06T02:13'));
    expect(published.folder).toBe(city.output('2023-06'));
    const signed = city.page('2023-06/甲区/甲区-2023年6月民生实事简报.html');
    expect(signed).toContain('审签：督查室负责人 2023年7月6日 10:12 数据快照：');
    expect(signed).not.toContain('送审稿');
    // Dated the 5th by the settings, signed on the 6th.
    expect(signed).toMatch(/，7月6日印发。.*2023年7月6日印发/);
    const folders = [city.output('2023-06'), city.output('送审稿')];
    expect((await verifyFiles({ paths: folders, against: null })).diagnostics).toEqual([]);

    await city.report('乙县', '4', at('07T01:00'));
    expect(await city.publish(at('08T02:13'))).toEqual(published);
    await city.office(at('08T03:00'), async ({ store }) => {
      const shelf = shelfOf(store, at('08T03:00'));
      const found = await findSnapshot(published.edition.published?.snapshot ?? '', { folders: [], shelf });
      const again = await renderAgain(found, {
        districts: [],
        formats: [],
        templates: null,
        out: city.output('again'),
      });
      expect([again.files.length, again.unknown]).toEqual([packets.length, []]);
      for (const file of again.files)
        expect(readFileSync(city.output('again', file))).toEqual(readFileSync(city.output('2023-06', file)));
    });
    expect(await city.audit()).toEqual([
      'edition.drafted 2023-06/0 -',
      'edition.checked 2023-06/0 -',
      'edition.signed 2023-06/0 督查室负责人',
      'edition.published 2023-06/0 -',
    ]);
  });

  it('has one signer of two at once, and the other is told', async () => {
    await city.draft(at('05T01:00'));
    const both = await Promise.allSettled([city.sign(at('05T02:00'), '甲'), city.sign(at('05T02:01'), '乙')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = both.find((one) => one.status === 'rejected')?.reason as Error;
    expect(loser.message).toMatch(/已由[甲乙]于2023-07-05 10:0\d审签/);
    // Nor do two publish two things.
    const [one, other] = await Promise.all([city.publish(at('05T03:00')), city.publish(at('05T03:01'))]);
    expect(other).toEqual(one);
    expect((await verifyFiles({ paths: [city.output('2023-06')], against: null })).diagnostics).toEqual([]);
  });

  it('is corrected by a 更正版 that goes the same way, to those for whom something changed', async () => {
    const correction = { reason: '市本级漏报1座' };
    await city.draft(at('05T01:00'));
    expect(await refusal(city.draft(at('05T01:00'), { correction }))).toMatch(/尚未发布，不必做更正版/);
    await city.sign(at('05T02:00'));
    const { edition: first } = await city.publish(at('05T02:00'));
    const late = () => city.office(at('10T01:00'), (open) => lateInputs(open, june, at('10T01:00')));
    await city.office(at('06T01:00'), ({ store }) =>
      store.ledger.editions.deliver({ ...first, snapshot: first.draft.snapshot }, at('06T01:00')),
    );
    expect(await late()).toBeNull();
    expect(await refusal(city.draft(at('10T01:00')))).toMatch(/已经发布，不能再改.*--correction/);
    expect(await refusal(city.draft(at('10T01:00'), { correction }))).toMatch(/没有变化/);
    await city.report('市本级', '2', at('09T01:00'));
    expect((await late())?.changes.map(({ text }) => text['zh-CN'])).toEqual([
      '市本级2023年6月月报有了第2版（原为第1版）',
    ]);

    const { edition, unchanged, packets } = await city.draft(at('12T01:00'), { correction });
    const names = packets.map(({ audience }) => audience);
    expect([edition.number, names, unchanged]).toEqual([1, ['全市', '甲局'], ['甲区', '乙县']]);
    const drafted = city.page('送审稿/2023-06更正版1/全市/全市-2023年6月民生实事简报（更正版1送审稿）.html');
    expect(drafted).toContain('更正原因：市本级漏报1座');
    const original = () => readFileSync(city.output('2023-06/全市/全市-2023年6月民生实事简报.html'));
    const before = original();
    await city.sign(at('12T02:00'), leader, 1);
    await city.publish(at('12T02:00'), 1);
    expect(city.page('2023-06/全市/全市-2023年6月民生实事简报（更正版1）.html')).toMatch(
      /简报（更正版1）.*代替此前的原版.*建桥10座（累计完成） 1座 2座.*审签：督查室负责人 2023年7月12日 10:00.*2023年7月12日印发/,
    );
    expect(original()).toEqual(before);
    expect(readdirSync(city.output('2023-06/甲区'))).toHaveLength(1);
    expect((await verifyFiles({ paths: [city.output('2023-06')], against: null })).diagnostics).toEqual([]);
    expect(await late()).toBeNull();
    expect(await refusal(city.draft(at('14T01:00'), { correction }))).toMatch(/没有变化/);

    // A return that is withdrawn is a late input like any other.
    const slip = { by: '督查室联络员', because: '误报', withdrawn: '2023-07-15' };
    await city.office(at('15T01:00'), async ({ store }) => {
      await store.withdrawReturn({ period: june, reporter: '市本级', revision: 2 }, slip, at('15T01:00'));
      await store.withdrawReturn({ period: june, reporter: '甲区', revision: 1 }, slip, at('15T01:00'));
    });
    expect((await late())?.changes.map(({ text }) => text['zh-CN'])).toEqual([
      '市本级2023年6月月报第2版已不在，以第1版为准',
      '甲区2023年6月月报已不在',
    ]);
    await city.draft(at('16T01:00'), { correction });
    expect(city.page('送审稿/2023-06更正版2/全市/全市-2023年6月民生实事简报（更正版2送审稿）.html')).toMatch(
      /市本级 .*（累计完成） 2座 1座.*甲区 .*（累计完成） 2座 未报送/,
    );
  });
});
