import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../../src/office/office.ts';
import { defaultSchedule } from '../../src/schedule/default-schedule.ts';
import { openStore } from '../../src/store/open-store.ts';
import { typed } from '../support/command.ts';

let work = '';

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'jianbao-calendar-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** An office folder with a `jianbao.yaml` and, where given, a calendar of its own. */
function office(settings: string, own?: string): string {
  const folder = mkdtempSync(join(work, 'office-'));
  writeFileSync(join(folder, 'jianbao.yaml'), settings);
  if (own !== undefined) writeFileSync(join(folder, '工作日.yaml'), own);
  return folder;
}

const ownDays = '年份: [2027]\n休息日: [2027-01-01至2027-01-03 元旦, 2027-05-01, 2027-10-01, 2023-07-05 馆庆]\n';

describe('jianbao calendar', () => {
  it('shows when every step of a month falls', async () => {
    const { status, stdout } = await typed(
      ['calendar', '--month', '2023-09', '--from', office(defaultSchedule('2023-01'))],
      work,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('2023-09月报的各步（北京时间）；当月20个工作日');
    expect(stdout).toMatch(
      /remind-2 {2}催报 +2023-10-08 周日 09:00（国庆节调休上班） {2}报送期限顺延后1个工作日 09:00\n/,
    );
    expect(stdout).toMatch(/close .*2023-10-09 周一 17:00 .*；最迟等到 2023-10-12 周四 17:00\n/);
  });

  it('shows the present month in China where none is named', async () => {
    const folder = office(defaultSchedule('2023-01'));
    const { stdout } = await typed(['calendar', '--from', folder, '--now', '2023-07-01 00:30'], work);
    expect(stdout).toContain('2023-07月报的各步');
  });

  it('shows the days off of a year, the office’s own among them', async () => {
    const folder = office('calendar: 工作日.yaml\n', ownDays);
    const { status, stdout } = await typed(['calendar', '--year', '2023', '--from', folder], work);
    expect(status).toBe(0);
    expect(stdout).toContain('2023年共248个工作日');
    expect(stdout).toMatch(/春节 +2023-01-21 周六 至 2023-01-27 周五 +7\n/);
    expect(stdout).toMatch(/馆庆（本单位） +2023-07-05 周三 +1\n/);
    expect(stdout).toMatch(/端午 +2023-06-25 周日\n/);
    expect(stdout).toMatch(/2023-10 +19 +2023-10-07 周六 +2023-10-31 周二\n/);
    expect(stdout).toMatch(/已有放假安排的年份：\d{4}—2027年/);
    expect((await typed(['calendar', '--year', '2027', '--from', folder], work)).stdout).toContain(
      '2028年的通知公布后',
    );
  });

  it('says which steps it cannot date, once why, and ends with 1', async () => {
    const { status, stdout } = await typed(
      ['calendar', '--month', '2026-12', '--from', office(defaultSchedule('2026-01'))],
      work,
    );
    expect(status).toBe(1);
    expect(stdout).toContain('2026-12-31 周四 09:00');
    expect(stdout.match(/无法确定（见下）/g)).toHaveLength(8);
    expect(stdout.match(/没有2027年的放假安排/g)).toHaveLength(1);
    const own = office(`calendar: 工作日.yaml\n${defaultSchedule('2026-01')}`, ownDays);
    const completed = await typed(['calendar', '--month', '2026-12', '--from', own], work);
    expect(completed).toMatchObject({ status: 0 });
    expect(completed.stdout).toMatch(/remind +催报 +2027-01-04 周一 09:00/);
  });

  it('tells other programs the same', async () => {
    const folder = office(defaultSchedule('2023-01'));
    const { stdout } = await typed(
      ['calendar', '--month', '2023-06', '--year', '2023', '--json', '--from', folder],
      work,
    );
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({
      ok: true,
      year: { year: 2023, workdays: 249 },
      month: { period: '2023-06', workdays: 21, undated: [], problems: [] },
    });
    expect(said.month.steps[0]).toEqual({
      name: 'forms',
      does: 'forms',
      due: '2023-06-30T01:00:00.000Z',
      until: null,
      rule: '本月最后一个工作日 09:00',
    });
  });

  it('tells steps that change places', async () => {
    const crossed =
      'schedule: { since: 2023-01, steps: { close: { when: 报送期限后3个工作日 17:00 }, deliver: { when: 次月10日 09:00 } } }\n';
    const told = await typed(['calendar', '--month', '2023-06', '--from', office(crossed)], work);
    expect(told).toMatchObject({ status: 0 });
    expect(told.stderr).toContain('2024-09的 close（2024-10-10 17:00）晚于 deliver（2024-10-10 09:00）');
  });

  it.each([
    ['a year that nobody knows', ['--year', '2031'], '', undefined, '没有2031年的放假安排'],
    [
      'a rule that cannot be read',
      [],
      'schedule: { since: 2023-01, steps: { forms: { when: 月底 } } }',
      undefined,
      '“月底”中的“月底”看不懂',
    ],
    ['a calendar that is not there', [], 'calendar: 工作日.yaml', undefined, '工作日.yaml 不存在'],
    [
      'a calendar that is wrong',
      [],
      'calendar: 工作日.yaml',
      '休息日: [2023-02-30]',
      '工作日.yaml 有误：休息日中的“2023-02-30”看不懂',
    ],
  ])('refuses %s', async (_, flags, settings, own, problem) => {
    const { status, stderr } = await typed(['calendar', ...flags, '--from', office(settings, own)], work);
    expect(status).toBe(2);
    expect(stderr).toContain(problem);
  });

  it('shows the year where no schedule is set', async () => {
    const { status, stdout } = await typed(['calendar', '--from', 'nowhere', '--now', '2024-05-06 09:00'], work);
    expect(status).toBe(0);
    expect(stdout).toContain('2024年共251个工作日');
    expect(stdout).toContain('没有 schedule 一节');
  });
});

describe('an office whose months run by themselves', () => {
  const now = '2023-07-03T00:00:00.000Z';
  const opened = async (settings: string, own?: string) => {
    const folder = office(settings, own);
    await (await openStore(join(folder, 'jianbao.db'), { now })).close();
    return openOffice(folder, { databaseUrl: null, now });
  };

  it('has its calendar at hand', async () => {
    const { calendar, close } = await opened('calendar: 工作日.yaml\n', ownDays);
    await close();
    expect(calendar.isWorkday('2023-07-05')).toBe(false);
    expect(calendar.isWorkday('2023-06-25')).toBe(true);
    expect(calendar.years).toContain(2027);
  });

  it('refuses steps that never come in their order', async () => {
    const reversed =
      'schedule: { since: 2023-01, steps: { close: { when: 次月8日顺延 17:00 }, draft: { when: 次月5日顺延 09:00 } } }\n';
    await expect(opened(reversed)).rejects.toThrow(
      /^2023-01的 close（2023-02-08 17:00）晚于 draft（2023-02-06 09:00）/,
    );
  });
});
