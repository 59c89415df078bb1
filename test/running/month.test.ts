import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../src/verification/archive.ts';
import { china, type RunningOffice, runningOffice } from './support/running-office.ts';

let office: RunningOffice;
beforeEach(async () => {
  office = await runningOffice();
  return () => office.remove();
});

const complete = [
  ['市本级', '1'],
  ['甲区', '2'],
  ['乙县', '1'],
] as const;

/** Audience and recipient of each mail of a kind. */
const mailed = async (kind: string) =>
  (await office.mails())
    .filter((mail) => mail.kind === kind)
    .map(({ audience, recipient }) => `${audience} ${recipient}`);

it('goes from its forms to its archive, each step at its time', async () => {
  await office.tick('2023-06-30 08:59');
  expect(await office.runs()).toEqual({});
  await office.tick('2023-06-30 09:00');
  expect(await office.runs()).toEqual({ '2023-06/forms': 'done' });
  expect(await mailed('forms')).toEqual([
    '市本级 shibenji@city.example',
    '甲区 jia-lly@city.example',
    '乙县 yi@city.example',
    '甲局 ju@city.example',
  ]);
  await office.report('2023-07-01 10:00', '2023-06', '市本级', '1');
  await office.report('2023-07-02 10:00', '2023-06', '甲区', '2');
  for (const day of ['03', '04', '05']) await office.tick(`2023-07-${day} 09:00`);
  expect(await mailed('reminder')).toEqual(['乙县 yi@city.example', '乙县 yi@city.example']);
  expect(await mailed('escalation')).toEqual(['全市 ducha@city.example']);
  await office.tick('2023-07-05 17:00');
  expect(await office.runs()).toMatchObject({
    '2023-06/close': 'done',
    '2023-06/draft': 'done',
    '2023-06/ask': 'waiting',
  });
  expect(await office.reasonOf('2023-06/close')).toBe('未报送：乙县；按设置照发，标为“未报送”');
  expect(await mailed('sign-request')).toEqual(['审签人 shenqian@city.example']);
  await office.tick('2023-07-06 09:00');
  expect(await mailed('packet')).toEqual([]);
  expect(await office.reasonOf('2023-06/deliver')).toMatch(
    /^等待审签：jianbao sign --month 2023-06 --by 审签人 --draft [0-9a-f]{16} --from \S+$/,
  );

  await office.sign('2023-07-06 10:00', '2023-06');
  await office.tick('2023-07-06 10:01');
  expect(await mailed('packet')).toEqual([
    '甲区 jia@city.example',
    '甲区 jia-cc@city.example',
    '乙县 yi@city.example',
    '全市 quanshi@city.example',
    '甲局 ju@city.example',
  ]);
  const mails = await office.mails();
  expect(mails.every(({ state }) => state === 'sent')).toBe(true);
  expect(office.sent()).toHaveLength(mails.length);
  const edition = await office.within(china('2023-07-06 10:02'), ({ store }) =>
    store.ledger.editions.edition('2023-06', 0),
  );
  expect(edition?.state).toBe('delivered');

  await office.tick('2023-07-31 18:00');
  expect(Object.values(await office.runs('2023-06'))).toEqual(Array(9).fill('done'));
  const zip = unzipSync(readFileSync(join(office.folder, 'output/归档/2023-06.zip')));
  const archive = await openArchive(join(office.folder, 'output/2023-06'));
  if (archive === null || 'severity' in archive) throw new Error('no published month');
  for (const { file } of archive.entries) expect(zip[`2023-06/${file.path}`]?.length).toBe(file.bytes);
  const list = JSON.parse(strFromU8(zip['发送清单.json'] as Uint8Array));
  expect(list).toHaveLength(mails.length);
  const record = JSON.parse(strFromU8(zip['办理记录.json'] as Uint8Array)).map(
    ({ action }: { action: string }) => action,
  );
  expect(record).toEqual(expect.arrayContaining(['run.begun', 'edition.signed', 'edition.delivered']));
  // And nothing is done a second time.
  const before = await office.mails();
  expect((await office.tick('2023-07-31 18:01')).runs).toEqual([]);
  expect(await office.mails()).toEqual(before);
});

it('asks for a new signature after a late return, and delivers a correction to those it is for', async () => {
  for (const [reporter, figure] of complete) await office.report('2023-07-01 10:00', '2023-06', reporter, figure);
  await office.tick('2023-07-05 17:00');
  expect(await mailed('sign-request')).toHaveLength(1);
  const editions = () => office.within(china('2023-07-06 10:00'), ({ store }) => store.ledger.editions.list());
  const [first] = await editions();
  // Looking again changes nothing and asks nobody again.
  expect((await office.tick('2023-07-05 17:01')).runs).toEqual([]);
  await office.report('2023-07-05 17:02', '2023-06', '甲区', '3');
  await expect(office.sign('2023-07-05 17:03', '2023-06')).rejects.toThrow('甲区');
  await office.tick('2023-07-05 17:04');
  const [second] = await editions();
  expect(second).toMatchObject({ state: 'checked', signed: null });
  expect(second?.draft.snapshot).not.toBe(first?.draft.snapshot);
  expect(await mailed('sign-request')).toHaveLength(2);
  await office.sign('2023-07-05 17:05', '2023-06');
  // What comes after that is a correction: a run of its own, after the original's.
  await office.report('2023-07-06 08:00', '2023-06', '甲区', '4');
  await office.correct('2023-07-06 08:30', '2023-06', '甲区补报');
  await office.tick('2023-07-06 09:00');
  // The signer is asked for it, too, with what it changes.
  expect(await mailed('sign-request')).toHaveLength(3);
  expect(await office.runs('2023-06')).toMatchObject({ '2023-06/deliver': 'done', '2023-06/ask-1': 'waiting' });
  await office.sign('2023-07-06 09:30', '2023-06', 1);
  await office.tick('2023-07-06 09:31');
  const packets = (await office.mails()).filter(({ kind }) => kind === 'packet');
  expect(packets.filter(({ edition }) => edition === 0)).toHaveLength(5);
  expect(packets.filter(({ edition }) => edition === 1).map(({ audience }) => audience)).toContain('甲区');
  expect(await office.runs('2023-06')).toMatchObject({
    '2023-06/ask': 'done',
    '2023-06/ask-1': 'done',
    '2023-06/deliver-1': 'done',
  });
  expect((await editions()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});
