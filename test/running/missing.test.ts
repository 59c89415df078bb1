import { expect, it, onTestFinished } from 'vitest';
import { china, type OfficeWishes, runningOffice } from './support/running-office.ts';

/** An office in which 乙县 has not reported for June when the month is to be closed. */
async function officeWith(close: string, wishes: OfficeWishes = {}) {
  const office = await runningOffice({ steps: { close }, ...wishes });
  onTestFinished(() => office.remove());
  await office.report('2023-07-01 10:00', '2023-06', '市本级', '1');
  await office.report('2023-07-01 10:00', '2023-06', '甲区', '2');
  return office;
}

const closeAt = '报送期限顺延后2个工作日 17:00';
const until = '报送期限顺延后5个工作日 17:00';
const state = async (office: Awaited<ReturnType<typeof officeWith>>) => (await office.runs())['2023-06/close'];

it('publish: the month goes on at once, and says who is missing', async () => {
  const office = await officeWith(`{ when: ${closeAt}, missing: publish }`);
  await office.tick('2023-07-05 17:00');
  expect(await state(office)).toBe('done');
  expect(await office.reasonOf('2023-06/close')).toBe('未报送：乙县；按设置照发，标为“未报送”');
});

it('wait, then publish: waits up to the last date', async () => {
  const office = await officeWith(`{ when: ${closeAt}, missing: wait, until: ${until}, then: publish }`);
  await office.tick('2023-07-05 17:00');
  expect(await state(office)).toBe('waiting');
  expect(await office.reasonOf('2023-06/close')).toBe('等待报送至2023-07-10 17:00，还缺：乙县');
  await office.tick('2023-07-10 16:59');
  expect(await state(office)).toBe('waiting');
  await office.tick('2023-07-10 17:00');
  expect(await state(office)).toBe('done');
  expect(await office.reasonOf('2023-06/close')).toContain('未报送：乙县');
});

it('wait: a return that arrives ends it', async () => {
  const office = await officeWith(`{ when: ${closeAt}, missing: wait, until: ${until}, then: hold }`);
  await office.tick('2023-07-05 17:00');
  // Whose only return is withdrawn owes one again.
  const slip = { by: '督查室联络员', because: '误报', withdrawn: '2023-07-05' };
  await office.within(china('2023-07-05 17:30'), ({ store }) =>
    store.withdrawReturn({ period: '2023-06', reporter: '甲区', revision: 1 }, slip, china('2023-07-05 17:30')),
  );
  await office.tick('2023-07-05 18:00');
  expect(await office.reasonOf('2023-06/close')).toBe('等待报送至2023-07-10 17:00，还缺：甲区、乙县');
  await office.report('2023-07-06 07:00', '2023-06', '甲区', '3');
  await office.report('2023-07-06 08:00', '2023-06', '乙县', '1');
  await office.tick('2023-07-06 08:01');
  expect(await state(office)).toBe('done');
  expect(await office.reasonOf('2023-06/close')).toBe(null);
});

it('wait, then hold: the office is told once, and a person decides', async () => {
  const close = `{ when: ${closeAt}, missing: wait, until: ${until}, then: hold }`;
  const allowed = { recipients: '  office: { to: [ducha@city.example] }' };
  const office = await officeWith(close, { recipients: '  office: { to: [ducha@city.example, ban@other.example] }' });
  await office.tick('2023-07-05 17:00');
  await office.tick('2023-07-10 17:00');
  // It goes on waiting, whatever becomes of its letters.
  expect(await state(office)).toBe('waiting');
  expect(await office.reasonOf('2023-06/close')).toMatch(
    /^未报送：乙县。.*；1项中1项未办成：.* ban@other.example 不在允许/,
  );
  expect((await office.tick('2023-07-10 17:00')).runs).toEqual([]);
  office.configure({ steps: { close }, ...allowed });
  await office.tick('2023-07-10 17:01');
  await office.tick('2023-07-20 17:01');
  expect(await state(office)).toBe('waiting');
  expect(await office.reasonOf('2023-06/close')).toBe(
    '未报送：乙县。收齐后自动结报；要按未报送照发，请运行 jianbao schedule run close --month 2023-06 --by 姓名 --because 理由',
  );
  expect((await office.mails()).map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual([
    'escalation ducha@city.example',
    'trouble ducha@city.example',
  ]);
  // A name without a reason decides nothing.
  await office.run('2023-07-21 09:00', '2023-06', 'close', { by: '督查室联络员', because: null });
  expect(await state(office)).toBe('waiting');
  await office.run('2023-07-21 09:00', '2023-06', 'close', { by: '督查室联络员', because: '乙县来函说明' });
  expect(await state(office)).toBe('done');
  expect(await office.reasonOf('2023-06/close')).toBe('未报送：乙县；由督查室联络员决定照发，标为“未报送”');
  await expect(office.run('2023-07-21 09:01', '2023-06', 'close')).rejects.toThrow('已经办结');
});

it('tells who owes what: nothing, a part, the part of the city', async () => {
  const office = await officeWith(`{ when: ${closeAt}, missing: hold }`, {
    steps: { remind: '{ when: 报送期限顺延 09:00, to: liaisons }', close: `{ when: ${closeAt}, missing: hold }` },
    recipients: `  office: { to: [ducha@city.example] }
  readers:
    甲区: { to: [jia@city.example] }
    甲局: { to: [ju@city.example] }`,
  });
  await office.tick('2023-07-03 09:00');
  // 乙县 has no address: it is named, not left out in silence.
  expect(await office.runs()).toEqual({ '2023-06/remind': 'failed' });
  expect(await office.reasonOf('2023-06/remind')).toContain('乙县');
});

it('asks the lead unit for the figures of the city where nobody else gives them', async () => {
  const office = await runningOffice({
    steps: { remind: '{ when: 报送期限顺延 09:00, to: liaisons }' },
    recipients: `  readers:
    甲区: { to: [jia@city.example] }
    乙县: { to: [yi@city.example] }
    甲局: { to: [ju@city.example] }`,
  });
  onTestFinished(() => office.remove());
  await office.report('2023-07-01 10:00', '2023-06', '甲区', '2');
  await office.tick('2023-07-03 09:00');
  expect((await office.mails()).map(({ audience }) => audience)).toEqual(['乙县', '甲局']);
});
