import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import type { Facts, MonthFacts } from '../../src/health/status/facts.ts';
import { statusOf } from '../../src/health/status/status.ts';
import { chinaInstant } from '../../src/model/china-time.ts';
import { keptText } from '../../src/model/language.ts';
import { scheduleSettings } from '../../src/model/schedule-settings.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { stopped, waitsFor, waitsForSignature } from '../../src/running/reasons.ts';
import { stepsOf } from '../../src/schedule/month-steps.ts';
import type { Edition, EditionState } from '../../src/store/ledger/editions.ts';
import type { MailState, MailSummary } from '../../src/store/ledger/outbox.ts';
import type { Run, RunState } from '../../src/store/ledger/runs.ts';

const schedule = scheduleSettings.parse(
  parse(`since: 2023-06
steps:
  forms: { when: 本月最后一个工作日 09:00 }
  remind: { when: 报送期限顺延 09:00 }
  close: { when: 报送期限顺延后2个工作日 17:00, missing: wait, until: 次月10日顺延 17:00, then: publish }
  draft: { when: 报送期限顺延后2个工作日 17:00 }
  ask: { when: 报送期限顺延后2个工作日 17:00 }
  deliver: { when: 报送期限顺延后3个工作日 09:00 }
  archive: { when: 次月最后一个工作日 18:00 }
`),
);
const almanac = { calendar: officeCalendar(null), settings: settingsSchema.parse({}) };
const steps = stepsOf(schedule, '2023-06', almanac);
const now = chinaInstant('2023-07-06', '09:30');

const run = (step: string, state: RunState, more: Partial<Run> = {}): Run => ({
  id: `2023-06/${step}`,
  period: '2023-06',
  step,
  due: now,
  late: false,
  by: null,
  state,
  attempt: 1,
  owner: state === 'running' ? 'a' : null,
  leaseUntil: state === 'running' ? chinaInstant('2023-07-06', '09:40') : null,
  planned: null,
  produced: 0,
  reason: state === 'done' ? null : { 'zh-CN': `${step}的原因`, en: `reason of ${step}` },
  startedAt: chinaInstant('2023-07-06', '09:00'),
  endedAt: state === 'running' ? null : now,
  ...more,
});
const edition = (state: EditionState, number = 0): Edition => ({
  period: '2023-06',
  number,
  state,
  draft: { snapshot: 'a', at: now },
  checkedAt: state === 'draft' ? null : now,
  signed: ['draft', 'checked'].includes(state) ? null : { by: '督查室负责人', at: now, automatic: false },
  published: ['published', 'delivered'].includes(state) ? { snapshot: 'b', at: now } : null,
  deliveredAt: state === 'delivered' ? now : null,
});
const mail = (id: number, state: MailState, audience = '上城区'): MailSummary => ({
  key: `key-${id}`,
  period: '2023-06',
  edition: 0,
  kind: 'packet',
  audience,
  recipient: `person-${id}@city.example`,
  id,
  state,
  attempt: 1,
  nextAt: state === 'retry' || state === 'pending' ? chinaInstant('2023-07-06', '10:00') : null,
  owner: null,
  leaseUntil: null,
  response: `refused for person-${id}@city.example`,
  sha256: null,
  createdAt: now,
  endedAt: null,
});
const month = (more: Partial<MonthFacts>): MonthFacts => ({
  period: '2023-06',
  steps,
  runs: [],
  takenOut: [],
  editions: [],
  silent: null,
  ...more,
});
const quiet: Facts = {
  now,
  scheduled: true,
  months: [],
  due: [],
  missed: [],
  next: [],
  undated: [],
  pauses: [],
  mails: [],
  late: [],
};
const told = (facts: Partial<Facts>) => {
  const { items, needsPerson } = statusOf({ ...quiet, ...facts });
  expect(needsPerson).toBe(items.some(({ urgency }) => urgency === 'act'));
  return items.map(({ urgency, what, commands }) => [urgency, what['zh-CN'], ...commands]);
};

describe('the status of an office', () => {
  it('is nothing to do where nothing is', () => {
    expect(statusOf(quiet)).toEqual({ now, items: [], editions: [], next: [], needsPerson: false });
  });

  it('tells a failed step with what it came to and how to do it again', () => {
    expect(
      told({
        months: [month({ runs: [run('forms', 'done'), run('deliver', 'failed', { planned: 28, produced: 27 })] })],
      }),
    ).toEqual([
      [
        'act',
        '2023-06 分发简报失败（应办 28 项，办成 27 项）：deliver的原因',
        'jianbao schedule run deliver --month 2023-06 --by 姓名',
      ],
    ]);
  });

  it('tells the first of steps that wait for each other, and whom it waits for', () => {
    const waiting = ['close', 'draft', 'ask', 'deliver'].map((step) => run(step, 'waiting'));
    // The month waits for returns until the 10th by itself, and for a person after that.
    const before = month({ runs: [...waiting].reverse(), silent: ['建德市'] });
    expect(told({ months: [before] })).toEqual([
      ['wait', '2023-06 截止汇总：close的原因（draft、ask、deliver 随后办理）'],
      ['wait', '2023-06 未报送 1 个，等到 2023-07-10 17:00：建德市'],
    ]);
    const after = chinaInstant('2023-07-11', '09:00');
    expect(told({ now: after, months: [before] })[0]).toEqual([
      'act',
      '2023-06 截止汇总：close的原因（draft、ask、deliver 随后办理）',
      'jianbao schedule run close --month 2023-06 --by 姓名 --because 理由',
    ]);
  });

  it('tells a month to be signed, with the command', () => {
    const runs = [run('ask', 'done'), run('deliver', 'waiting'), run('archive', 'waiting')];
    expect(told({ months: [month({ runs, editions: [edition('checked')] })] })).toEqual([
      ['act', '2023-06 简报等待审签（archive 随后办理）', 'jianbao sign --month 2023-06 --by 审签人'],
    ]);
    const asked = month({ runs: [run('ask', 'waiting'), run('deliver', 'waiting')], editions: [edition('checked')] });
    expect(told({ months: [asked] })[0]?.[1]).toBe('2023-06 简报等待审签（deliver 随后办理）');
    const short = month({ runs: [run('ask', 'waiting', { planned: 1, produced: 0 })], editions: [edition('checked')] });
    expect(told({ months: [short] })[0]?.[1]).toBe('2023-06 简报等待审签，送审没有办全：ask的原因');
    // A correction waits by itself.
    const correction = [run('deliver', 'done'), run('deliver-1', 'waiting')];
    const editions = [edition('delivered'), edition('checked', 1)];
    expect(told({ months: [month({ runs: correction, editions })] })[0]?.[1]).toBe('2023-06 更正版1等待审签');
    const drafted = month({ runs: [run('deliver', 'done')], editions });
    const late = [{ period: '2023-06' as const, number: 0, changes: [{ 'zh-CN': '上城区月报有第2版', en: 'x' }] }];
    expect(told({ months: [drafted], late })).toEqual([
      ['act', '2023-06 更正版1等待审签', 'jianbao sign --month 2023-06 --by 审签人'],
    ]);
  });

  it('asks nobody for a second signature before the steps were looked at again', () => {
    const reason = waitsForSignature('jianbao sign --month 2023-06 --by 审签人');
    const runs = [run('ask', 'waiting', { reason }), run('deliver', 'waiting', { reason: waitsFor('ask', reason) })];
    expect(told({ months: [month({ runs, editions: [edition('published')] })] })).toEqual([
      ['wait', '2023-06 简报已审签，送审签由服务接着办（deliver 随后办理）'],
    ]);
    // Whatever else keeps a signed month is told as it is.
    const held = month({ runs: [run('ask', 'done'), run('deliver', 'waiting')], editions: [edition('published')] });
    expect(told({ months: [held] })[0]?.slice(0, 2)).toEqual(['act', '2023-06 分发简报：deliver的原因']);
  });

  it('leaves to the service what its stop broke off', () => {
    const archive = run('archive', 'waiting', { planned: 2, produced: 1, reason: stopped() });
    expect(told({ months: [month({ runs: [archive] })] })).toEqual([
      ['wait', '2023-06 归档：服务停止时办了一部分，下次启动接着办'],
    ]);
    // Another program has done the draft since.
    const ask = run('ask', 'waiting', { reason: waitsFor('draft', null) });
    expect(told({ months: [month({ runs: [run('draft', 'done'), ask] })] })[0]?.[0]).toBe('wait');
    expect(told({ months: [month({ runs: [run('draft', 'failed'), ask] })] })[1]?.[0]).toBe('act');
  });

  it('tells mails by their numbers and readers, never by addresses', () => {
    const mails = [
      mail(3, 'in-doubt'),
      mail(4, 'dead', '滨江区'),
      mail(5, 'dead', '市教育局'),
      mail(6, 'retry'),
      mail(7, 'pending'),
    ];
    const items = told({ mails });
    expect(items).toEqual([
      [
        'act',
        '2 封邮件没有发出去：4（滨江区）、5（市教育局）',
        'jianbao outbox show 4',
        'jianbao outbox resend 4 5 --by 姓名 --because 理由',
      ],
      [
        'act',
        '1 封邮件不知道收到没有，请问收件人：3（上城区）',
        'jianbao outbox show 3',
        'jianbao outbox resolve 3 --arrived|--absent --by 姓名 --because 理由',
      ],
      ['wait', '1 封邮件暂时被拒，2023-07-06 10:00 起重试：6（上城区）'],
      ['wait', '1 封邮件等待发出'],
    ]);
    // A refused login keeps all of them, until somebody mends it.
    const response = keptText({ 'zh-CN': '邮件服务器拒绝登录（535 duty@city.example）', en: 'login refused' });
    mails.push({ ...mail(8, 'retry'), response });
    expect(told({ mails })[2]).toEqual([
      'act',
      '邮件发不出去，1 封待重试：邮件服务器拒绝登录（535 […]）',
      'jianbao doctor',
    ]);
    expect(JSON.stringify(statusOf({ ...quiet, mails }))).not.toContain('@');
    const many = Array.from({ length: 40 }, (_, index) => mail(index + 1, 'dead'));
    expect(told({ mails: many })[0]).toEqual([
      'act',
      expect.stringMatching(/^40 封邮件没有发出去：1（上城区）、.*6（上城区）……等 40 个$/),
      'jianbao outbox show 1',
      'jianbao outbox resend --all-dead --by 姓名 --because 理由',
    ]);
  });

  it('tells that nobody serves, unless the step is paused or due just now', () => {
    const forms = steps.filter(({ name }) => name === 'forms');
    expect(told({ due: forms })).toEqual([
      [
        'act',
        '1 步已到时间还没有办，最早的是 2023-06 forms（2023-06-30 09:00）：服务没有在运行',
        'jianbao serve',
        'jianbao serve --once',
      ],
    ]);
    const pauses = [{ step: 'forms', by: '督查室负责人', because: '系统升级', at: now }];
    expect(told({ due: forms, pauses })).toEqual([
      ['know', 'forms已由督查室负责人于 2023-07-06 09:30 暂停：系统升级', 'jianbao schedule resume forms --by 姓名'],
    ]);
    const all = [{ step: '*', by: '恢复备份', because: '备份时间 2023-07-05', at: now }];
    expect(told({ due: forms, pauses: all })).toEqual([
      ['act', expect.stringContaining('全部步骤'), 'jianbao schedule resume "*" --by 姓名'],
    ]);
    const [first] = forms;
    const fresh = first === undefined ? [] : [{ ...first, due: chinaInstant('2023-07-06', '09:20') }];
    expect(told({ due: fresh })).toEqual([['wait', '2023-06 forms 刚到时间']]);
  });

  it('tells months that were missed long ago as one thing, and how to begin them', () => {
    const missed = (['2023-02', '2023-03', '2023-04', '2023-05'] as const).map((period) => ({
      period,
      step: 'forms',
      due: now,
    }));
    expect(told({ missed })).toEqual([
      [
        'act',
        expect.stringMatching(/^2023-02、2023-03、2023-04.*等 4 个 错过太久，.*不再自动补办/),
        'jianbao schedule run forms --month 2023-02 --by 姓名',
      ],
    ]);
  });

  it('tells what came after publication, what the calendar cannot date, and what was broken off', () => {
    const undated = [
      {
        name: 'close',
        does: 'close',
        period: '2026-12',
        reason: { 'zh-CN': '没有2027年的放假安排', en: 'x' },
      } as const,
    ];
    const left = run('draft', 'running', { leaseUntil: chinaInstant('2023-07-06', '09:29') });
    expect(
      told({
        late: [{ period: '2023-05', number: 0, changes: [{ 'zh-CN': '上城区月报有第2版', en: 'x' }] }],
        undated,
        months: [month({ runs: [left] })],
      }),
    ).toEqual([
      ['act', '2026-12 close 定不下时间：没有2027年的放假安排'],
      [
        'act',
        '2023-05 印发以后又有变化，尚未更正：上城区月报有第2版',
        'jianbao sign draft --month 2023-05 --correction --reason 原因',
      ],
      ['wait', '2023-06 draft 在 2023-07-06 09:00 开始后中断，服务会接着办'],
    ]);
  });

  it('says where every edition stands, and the next few steps', () => {
    const states = (['draft', 'checked', 'signed', 'published', 'delivered'] as const).map(
      (state) => statusOf({ ...quiet, months: [month({ editions: [edition(state)] })] }).editions[0],
    );
    expect(states.map((line) => [line?.state, line?.at, line?.signedBy])).toEqual([
      ['draft', now, null],
      ['checked', now, null],
      ['signed', now, '督查室负责人'],
      ['published', now, '督查室负责人'],
      ['delivered', now, '督查室负责人'],
    ]);
    expect(statusOf({ ...quiet, next: steps }).next).toEqual(steps.slice(0, 6));
  });
});
