import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { reportWith } from '../../src/jobs/report.ts';
import { checkDraft } from '../../src/signing/check-draft.ts';
import { makeDraft } from '../../src/signing/make-draft.ts';
import { revokeSignature } from '../../src/signing/revoke.ts';
import { signAutomatically, signEdition } from '../../src/signing/sign-edition.ts';
import { verifyFiles } from '../../src/verification/verify-files.ts';
import { ownTemplatesIn } from '../support/office-folder.ts';
import { pressHere as press } from '../support/press.ts';
import { at, june, leader, refusal, signingOffice, type TestOffice } from './support/signing-office.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-signing-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const original = { period: june, number: 0 };
const now = at('05T01:00');

let city: TestOffice;
beforeEach(async () => {
  const folder = mkdtempSync(join(work, 'office-'));
  city = await signingOffice(join(folder, 'jianbao.db'), folder, press);
});
const unchecked = () =>
  city.office(now, (open) => makeDraft(open, { period: june, correction: null, now, formats: ['html'], press }));

it('signs nothing that was not drafted and checked, or that was made anew', async () => {
  expect(await refusal(city.sign(now))).toMatch(/还没有送审稿；请先运行 jianbao sign draft --month 2023-06/);
  await unchecked();
  expect(await refusal(city.sign(now))).toMatch(/还没有通过核对/);
  expect(await refusal(city.publish(now))).toMatch(/还没有审签/);
  const { edition } = await city.draft(now);
  expect(await refusal(city.sign(now, '  '))).toMatch(/--by/);
  // Or nothing could be published afterwards.
  expect(await refusal(city.sign(now, '某\u{30edd}'))).toMatch(/中的“\u{30edd}”（U\+30EDD）没有可用的字体.*没有审签/u);
  const asRead = (draft: string) =>
    city.office(now, (open) => signEdition(open, { ...original, by: leader, now, draft }));
  expect(await refusal(asRead('0000ffff'))).toMatch(/送审稿是 [0-9a-f]{16}，不是 0000ffff/);
  expect((await asRead(edition.draft.snapshot.slice(0, 8))).state).toBe('signed');
  expect(await refusal(city.draft(now))).toMatch(/已由督查室负责人于2023-07-05 09:00审签/);
});

it('keeps a draft that would be the same, whatever the day, and makes another one anew', async () => {
  const first = await city.draft(now);
  const second = await city.draft(at('06T01:00'));
  expect([second.kept, second.edition.state, second.edition.draft]).toEqual([true, 'checked', first.edition.draft]);
  const third = await city.draft(at('06T01:00'), { formats: ['html', 'docx'] });
  expect([third.kept, third.packets[0]?.files.length]).toEqual([false, 2]);
});

it('signs by itself where the settings say automatic, and nowhere else', async () => {
  await city.draft(now);
  const automatic = () =>
    city.office(at('05T09:00'), (open) => signAutomatically(open, { ...original, now: at('05T09:00') }));
  expect(await refusal(automatic())).toMatch(/signoff: person/);
  writeFileSync(join(city.folder, 'jianbao.yaml'), 'signoff: automatic\n');
  await automatic();
  await city.publish(at('05T09:00'));
  expect(city.page('2023-06/全市/全市-2023年6月民生实事简报.html')).toContain('按设置自动审签 2023年7月5日 17:00');
});

it('tells what changed since the draft instead of signing it', async () => {
  await city.draft(now);
  await city.report('乙县', '3', at('05T03:00'));
  writeFileSync(join(city.folder, 'jianbao.yaml'), 'settings: { issuer: 市督查室 }\n');
  expect(await refusal(city.sign(at('05T04:00')))).toMatch(
    /乙县2023年6月月报有了第2版（原为第1版）；设置 issuer有变化。没有审签；请运行 jianbao sign draft/,
  );
  const anew = await city.draft(at('05T05:00'));
  expect([anew.kept, anew.checked.edition.state]).toEqual([false, 'checked']);
  await city.sign(at('05T06:00'));
});

it('checks no draft in which a file was touched', async () => {
  await unchecked();
  const path = city.output('送审稿/2023-06/甲区/甲区-2023年6月民生实事简报（送审稿）.html');
  writeFileSync(path, readFileSync(path, 'utf8').replace('甲区', '乙区'));
  const { edition, diagnostics } = await city.office(now, (open) => checkDraft(open, { ...original, now }));
  expect([edition.state, diagnostics.map(({ code }) => code)]).toEqual(['draft', ['draft-not-whole']]);
  expect((await city.draft(now)).checked.edition.state).toBe('checked');
});

it('takes a signature back until the edition is published', async () => {
  await city.draft(now);
  await city.sign(at('05T02:00'), '甲');
  const revoke = (time: string) =>
    city.office(time, (open) => revokeSignature(open, { period: june, by: '甲', because: '数字有疑', now: time }));
  expect((await revoke(at('05T03:00'))).state).toBe('checked');
  expect(await refusal(revoke(at('05T03:01')))).toMatch(/还没有审签/);
  expect(await refusal(city.publish(at('05T03:02')))).toMatch(/还没有审签/);
  await city.sign(at('05T04:00'), '乙');
  await city.publish(at('05T04:00'));
  expect(city.page('2023-06/甲区/甲区-2023年6月民生实事简报.html')).toContain('审签：乙 2023年7月5日 12:00');
  expect(await refusal(revoke(at('05T05:00')))).toMatch(/已经发布/);
});

it('completes a publication of which the ledger alone knows, from what was frozen', async () => {
  await city.draft(now);
  await city.sign(now);
  const first = await city.publish(now);
  const path = city.output('2023-06/全市/全市-2023年6月民生实事简报.html');
  const before = readFileSync(path);
  await city.report('乙县', '3', at('06T01:00'));
  rmSync(city.output(), { recursive: true });
  expect(await city.publish(at('06T02:00'))).toEqual(first);
  expect(readFileSync(path)).toEqual(before);
  expect(await city.audit()).toHaveLength(4);
});

it('mends nothing in silence: what was touched is told, what is gone comes back', async () => {
  await city.draft(now);
  await city.sign(now);
  const { edition } = await city.publish(now);
  const path = city.output('2023-06/全市/全市-2023年6月民生实事简报.html');
  const before = readFileSync(path);
  writeFileSync(path, '改过');
  const refused = await city.publish(now).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'SnapshotError', diagnostics: [{ code: 'snapshot-output-differs' }] });
  expect(readFileSync(path, 'utf8')).toBe('改过');
  rmSync(path);
  expect((await city.publish(now)).edition).toEqual(edition);
  expect(readFileSync(path)).toEqual(before);
  const manifest = city.output('2023-06/manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"edition": 0', '"edition": 1'));
  expect(await refusal(city.publish(now))).toMatch(/清单被改动的，请从备份恢复/);
});

it('replaces no signed edition that a restored database does not know, but corrects it', async () => {
  await city.draft(now);
  const database = join(city.folder, 'jianbao.db');
  const backup = join(city.folder, 'backup.db');
  copyFileSync(database, backup);
  await city.sign(now, '甲');
  await city.publish(now);
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
  copyFileSync(backup, database);
  await city.sign(at('06T01:00'), '乙');
  expect(await refusal(city.publish(at('06T01:00')))).toMatch(/已有由甲审签发布的2023年6月简报，而数据库中没有记录/);
  await city.office(now, (open) => revokeSignature(open, { period: june, by: '乙', because: '已发布', now }));
  expect(await refusal(city.draft(now))).toMatch(/由甲审签发布.*--correction/);
  await city.report('乙县', '3', at('06T02:00'));
  expect((await city.draft(at('06T03:00'), { correction: { reason: null } })).edition.number).toBe(1);
});

it('refuses templates that do not print who signed', async () => {
  ownTemplatesIn(city.folder);
  const page = join(city.folder, 'templates/partials/last-page.hbs');
  writeFileSync(page, readFileSync(page, 'utf8').replace('{{masthead.approval}}', '已审'));
  expect(await refusal(city.draft(now))).toMatch(/没有印出“审签：待审签”.*\{\{masthead\.approval\}\}/);
});

it('moves a month that was made on demand aside, whole, and lets no unsigned one in its place', async () => {
  const onDemand = (out: string, correction: { reason: null } | null = null) =>
    city.office(at('04T01:00'), ({ source }) =>
      reportWith(press, {
        from: source,
        period: june,
        districts: [],
        formats: ['html'],
        out,
        issued: null,
        correction,
      }),
    );
  const month = city.output('2023-06');
  await onDemand(month);
  const before = readFileSync(join(month, '甲区/甲区-2023年6月民生实事简报.html'));
  expect((await city.draft(now)).onDemand).toBe(true);
  await city.sign(at('05T02:00'));
  const { aside } = await city.publish(at('05T02:00'));
  expect(aside).toMatch(/此前生成\/2023-06-[0-9a-f]{16}$/);
  expect(readFileSync(join(aside ?? '', '甲区/甲区-2023年6月民生实事简报.html'))).toEqual(before);
  expect((await verifyFiles({ paths: [aside ?? '', month], against: null })).diagnostics).toEqual([]);
  for (const correction of [null, { reason: null }])
    expect(await refusal(onDemand(month, correction))).toMatch(/已经审签发布，不能再用 report 生成/);
  expect((await onDemand(city.output('elsewhere'))).edition).toBe(0);
});

it('does not publish an original beside a 更正版 made on demand', async () => {
  const onDemand = (correction: { reason: null } | null) =>
    city.office(now, ({ source }) =>
      reportWith(press, {
        ...{ from: source, period: june, districts: [], formats: ['html'], out: city.output('2023-06') },
        ...{ issued: null, correction },
      }),
    );
  await onDemand(null);
  await city.draft(now);
  await city.sign(now);
  await city.report('乙县', '3', at('05T03:00'));
  await onDemand({ reason: null });
  expect(await refusal(city.publish(now))).toMatch(/已有用 jianbao report 生成的更正版1/);
  const states = await city.office(now, ({ store }) => store.ledger.editions.list(june));
  expect(states.map(({ state }) => state)).toEqual(['signed']);
});
