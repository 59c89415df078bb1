import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { nextPeriod, type Period } from '../../src/model/period.ts';
import { startMailServer } from '../mail/support/mail-server.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { china, type RunningOffice, runningOffice, steps } from './support/running-office.ts';
import { startServer } from './support/servers.ts';

/** Servers killed on each kind of database; two run at a time. */
const kills = Number(process.env['JIANBAO_KILLS'] ?? 2);
const atOnce = 2;
/** The more kills, the more months to do. */
const since: Period = kills > 10 ? '2023-02' : '2023-06';
const month = ['forms', 'remind', 'remind-2', 'escalate', 'close', 'draft', 'ask', 'deliver', 'archive'];
const minute = 60_000;
const expected = month.length * (kills > 10 ? 5 : 1);

async function officeOf(url: string, kind: string, smtp: number, since: Period) {
  const office = await runningOffice(
    {
      since,
      signoff: 'automatic',
      steps: {
        ...steps,
        deliver: '{ when: 报送期限顺延后2个工作日 17:00 }',
        archive: '{ when: 报送期限顺延后2个工作日 17:00 }',
      },
      mail: `  transport: smtp\n  smtp: { host: 127.0.0.1, port: ${smtp}, security: none, perMinute: null, timeout: 1 }`,
      more: 'service: { every: 1 }',
    },
    kind === 'postgres' ? url : null,
  );
  onTestFinished(() => office.remove());
  // The others are missing, so that there are letters of every kind.
  for (let period: Period = since; period <= '2023-06'; period = nextPeriod(period))
    await office.report('2023-07-01 09:00', period, '甲区', '2');
  return office;
}

async function everyState(office: RunningOffice) {
  return Object.values(await office.runs());
}

onEachDatabase('servers', (fresh, { kind }) => {
  it('two on one store do every step once and send every mail once, and end cleanly', async () => {
    const mailServer = await startMailServer();
    onTestFinished(() => mailServer.close());
    const office = await officeOf(await fresh(), kind, mailServer.port, '2023-06');
    const url = kind === 'postgres' ? office.database : null;
    const servers = ['a', 'b'].map((owner) => startServer(office.folder, url, china('2023-07-06 09:00'), owner));
    onTestFinished(() => {
      for (const { process } of servers) process.kill('SIGKILL');
    });
    // What they say is looked at, since opening the office again and again would cost more than the work.
    const doneSteps = () => servers.flatMap((server) => server.said()).filter(({ text }) => text === 'step done');
    await until(
      () => doneSteps().length >= month.length,
      async () => JSON.stringify([await office.runs(), servers.map((one) => one.said())]),
    );
    for (const { process } of servers) process.kill('SIGTERM');
    expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0]);

    const runs = await office.within(china('2023-07-07 00:00'), ({ store }) => store.ledger.runs.list({}));
    expect(runs.map(({ step, state, late }) => [step, state, late]).sort()).toEqual(
      month.map((step) => [step, 'done', true]).sort(),
    );
    expect(
      doneSteps()
        .map(({ run }) => run)
        .sort(),
    ).toEqual(month.map((step) => `2023-06/${step}`).sort());
    const mails = await office.mails();
    expect(mails.every(({ state, attempt }) => state === 'sent' && attempt === 1)).toBe(true);
    expectOnce(mailServer.taken, mails.length);
  }, 120_000);

  it(
    `that are killed (${kills} times) lose nothing and send nothing twice`,
    async () => {
      const mailServer = await startMailServer();
      onTestFinished(() => mailServer.close());
      const office = await officeOf(await fresh(), kind, mailServer.port, since);
      const url = kind === 'postgres' ? office.database : null;
      // Clocks go on from round to round, so that what a killed server held has lapsed for the next one.
      let clock = Date.parse(china('2023-07-06 09:00'));
      for (let round = 0; round < kills / atOnce; round += 1) {
        clock += 30 * minute;
        const servers = ['a', 'b'].map((owner) =>
          startServer(office.folder, url, new Date(clock).toISOString(), `${owner}${round}`),
        );
        await Promise.all(servers.map(({ ready }) => ready));
        for (const { process, ended } of servers) {
          await pause(Math.random() * 1500);
          process.kill('SIGKILL');
          await ended;
        }
      }
      const mails = await inPeace(office, () => {
        clock += 30 * minute;
        return new Date(clock).toISOString();
      });

      // Zero doubled: no mail was taken twice, and a mail that was sent was taken.
      const taken = Map.groupBy(mailServer.taken, ({ messageId }) => messageId);
      expect([...taken.values()].filter((copies) => copies.length > 1)).toEqual([]);
      const states = await office.within(china('2023-07-07 00:00'), async ({ store: { ledger } }) =>
        Promise.all(
          mails.map(async ({ id }) => {
            const mail = await ledger.outbox.mail(id);
            return { state: mail?.state, taken: taken.has(mail?.message.messageId ?? '') };
          }),
        ),
      );
      expect(states.filter(({ state, taken: there }) => state === 'sent' && !there)).toEqual([]);
      // Zero lost: each is sent, or listed as in doubt.
      expect(states.filter(({ state }) => state !== 'sent' && state !== 'in-doubt')).toEqual([]);
      expect(states.filter(({ state, taken: there }) => there && state !== 'sent' && state !== 'in-doubt')).toEqual([]);
      // Every step of every month was done, and every reader has its mail once.
      const runs = await office.within(china('2023-07-07 00:00'), ({ store }) => store.ledger.runs.list({}));
      const doubted = states.some(({ state }) => state === 'in-doubt');
      for (let period: Period = since; period <= '2023-06'; period = nextPeriod(period)) {
        const own = runs.filter((run) => run.period === period);
        expect(own.map(({ step }) => step).sort()).toEqual([...month].sort());
        for (const { step, state } of own)
          expect([step, state]).toEqual([step, doubted && step === 'archive' ? state : 'done']);
        for (const [letter, count] of [
          ['forms', 4],
          ['packet', 5],
          ['escalation', 1],
        ] as const)
          expect(mails.filter((mail) => mail.period === period && mail.kind === letter)).toHaveLength(count);
      }
    },
    300_000 + kills * 5_000,
  );
});

/** Lets a server work until nothing is left to do but what is in doubt. */
async function inPeace(office: RunningOffice, nextTime: () => string) {
  for (let round = 0; round < 20; round += 1) {
    await office.tickAt(nextTime());
    const mails = await office.mails();
    const open = mails.filter(({ state }) => state !== 'sent' && state !== 'in-doubt');
    const runs = await everyState(office);
    if (
      open.length === 0 &&
      runs.length >= expected &&
      (runs.every(isDone) || mails.some(({ state }) => state === 'in-doubt'))
    )
      return mails;
  }
  throw new Error(`not done: ${JSON.stringify(await office.runs())}`);
}

function expectOnce(taken: readonly { readonly messageId: string }[], count: number): void {
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(taken.length);
  expect(taken).toHaveLength(count);
}

const isDone = (state: string) => state.startsWith('done');

async function until(done: () => boolean, describe: () => Promise<string>): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    if (done()) return;
    await pause(200);
  }
  throw new Error(`it took too long: ${await describe()}`);
}
