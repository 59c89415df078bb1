import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeTransport } from '../../../src/delivery/office-transport.ts';
import { chinaInstant } from '../../../src/model/china-time.ts';
import { type Period, periodOf, yearOf } from '../../../src/model/period.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { type Office, openOffice } from '../../../src/office/office.ts';
import type { Log } from '../../../src/running/log.ts';
import { newMemory } from '../../../src/running/memory.ts';
import { type RunNowOptions, runNow } from '../../../src/running/run-now.ts';
import { tick } from '../../../src/running/tick.ts';
import { checkDraft } from '../../../src/signing/check-draft.ts';
import { makeDraft } from '../../../src/signing/make-draft.ts';
import { publishSigned } from '../../../src/signing/publish-signed.ts';
import { signEdition } from '../../../src/signing/sign-edition.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { planOf } from '../../store/support/plan.ts';
import { entryOf, fileOf, returnOf } from '../../store/support/samples.ts';

/** `2023-07-05 09:00`, a time in China, as an ISO UTC time. */
export function china(text: string): string {
  const [date = '', time = '00:00'] = text.split(' ');
  return chinaInstant(date, time);
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The steps of a month as `jianbao init` writes them, in the words of the settings. */
export const steps = {
  forms: '{ when: 本月最后一个工作日 09:00 }',
  remind: '{ when: 报送期限顺延 09:00, to: liaisons }',
  'remind-2': '{ does: remind, when: 报送期限顺延后1个工作日 09:00, to: liaisons }',
  escalate: '{ does: remind, when: 报送期限顺延后2个工作日 09:00, to: office }',
  close: '{ when: 报送期限顺延后2个工作日 17:00, missing: publish }',
  draft: '{ when: 报送期限顺延后2个工作日 17:00 }',
  ask: '{ when: 报送期限顺延后2个工作日 17:00 }',
  deliver: '{ when: 报送期限顺延后3个工作日 09:00 }',
  archive: '{ when: 次月最后一个工作日 18:00 }',
} as const;

export interface OfficeWishes {
  /** Steps with their settings, in YAML; left out for all. */
  readonly steps?: Readonly<Record<string, string>>;
  readonly since?: Period;
  /** Days; left out for years, so that a test may come late to all its months. */
  readonly catchUp?: number;
  readonly signoff?: 'person' | 'automatic';
  /** More lines under `mail`. */
  readonly mail?: string;
  /** Lines of `recipients`. */
  readonly recipients?: string;
  readonly more?: string;
  readonly plan?: Plan;
}

const usualRecipients = `  office: { to: [ducha@city.example] }
  signer: { to: [shenqian@city.example] }
  readers:
    全市: { to: [quanshi@city.example] }
    市本级: { to: [shibenji@city.example] }
    甲区: { to: [jia@city.example], cc: [jia-cc@city.example], liaisons: [jia-lly@city.example] }
    乙县: { to: [yi@city.example] }
    甲局: { to: [ju@city.example] }`;

export function configOf(wishes: OfficeWishes): string {
  const wanted = Object.entries(wishes.steps ?? steps).map(([name, settings]) => `    ${name}: ${settings}`);
  return `signoff: ${wishes.signoff ?? 'person'}
schedule:
  since: ${wishes.since ?? '2023-06'}
  catchUp: ${wishes.catchUp ?? 3600}
  steps:
${wanted.join('\n')}
mail:
  from: { name: 市民生实事办, address: msss@city.example }
  domains: [city.example]
${wishes.mail ?? '  transport: folder'}
recipients:
${wishes.recipients ?? usualRecipients}
${wishes.more ?? ''}`;
}

/** An office with 建桥10座 in a store of its own, whose months run by a clock that the test sets. */
export async function runningOffice(wishes: OfficeWishes = {}, url: string | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-running-'));
  const database = url ?? join(folder, 'jianbao.db');
  const configure = (changed: OfficeWishes) => writeFileSync(join(folder, 'jianbao.yaml'), configOf(changed));
  configure(wishes);
  mkdirSync(join(folder, 'output'));
  const began = china('2023-01-01 00:00');
  const store = await openStore(database, { now: began });
  const plan = wishes.plan ?? planOf();
  const effective = periodOf(yearOf(wishes.since ?? '2023-06'), 1);
  await store.savePlan(
    { plan: { ...plan, year: yearOf(effective) }, file: fileOf('计划.txt'), effective, documentNumber: null },
    began,
  );
  await store.close();
  const memory = newMemory();
  const within = async <T>(now: string, work: (office: Office) => Promise<T>): Promise<T> => {
    const office = await openOffice(folder, { databaseUrl: url, now });
    try {
      return await work(office);
    } finally {
      await office.close();
    }
  };
  const worker = (now: string, owner = 'test') => ({
    owner,
    now: () => now,
    log: silentLog,
    leaseSeconds: 300,
    stopping: () => false,
  });
  const tickAt = (now: string, owner = 'test') =>
    within(now, async (office) => {
      const { mail } = office.config;
      const passwords = { smtp: null, imap: null };
      const transport = mail === undefined ? null : await officeTransport(mail, folder, passwords);
      try {
        return await tick(office, { ...worker(now, owner), transport, memory, formats: ['html'] });
      } finally {
        await transport?.close();
      }
    });
  return {
    folder,
    database,
    configure,
    within,
    worker,
    /** One look at what is due, at an ISO UTC time. */
    tickAt,
    /** The same; the time as `china` takes it. */
    tick: (time: string, owner = 'test') => tickAt(china(time), owner),
    /** As `jianbao schedule run`. */
    run: (time: string, period: Period, step: string, person: RunNowOptions['person'] = null) =>
      within(china(time), (office) => runNow(office, { period, step }, { worker: worker(china(time)), person })),
    /** A return arrives. */
    report: (time: string, period: Period, reporter: string, figure: string) =>
      within(china(time), (office) => {
        const one = returnOf(reporter, figure, { period, revision: null, entries: [entryOf('1.1', figure)] });
        return office.store.saveReturns(
          [{ file: fileOf(`${period}-${reporter}-${figure}.csv`), returns: [one] }],
          china(time),
        );
      }),
    sign: (time: string, period: Period, number = 0) =>
      within(china(time), async (office) => {
        const about = { period, number, now: china(time) };
        await signEdition(office, { ...about, by: '督查室负责人' });
        return publishSigned(office, about);
      }),
    /** A person drafts a correction, as with `jianbao sign draft --correction`. */
    correct: (time: string, period: Period, reason: string) =>
      within(china(time), async (office) => {
        const now = china(time);
        const { edition } = await makeDraft(office, { period, correction: { reason }, now, formats: ['html'] });
        return checkDraft(office, { period, number: edition.number, now });
      }),
    /** Each run with its state. */
    runs: (period?: Period) =>
      within(began, async ({ store: { ledger } }) => {
        const all = await ledger.runs.list(period === undefined ? {} : { period });
        return Object.fromEntries(all.map(({ id, state, late }) => [id, late ? `${state} late` : state]));
      }),
    reasonOf: (id: string) =>
      within(began, async ({ store: { ledger } }) => (await ledger.runs.run(id))?.reason?.['zh-CN'] ?? null),
    mails: () => within(began, ({ store: { ledger } }) => ledger.outbox.list({})),
    /** Files of mails that left. */
    sent: () => listed(join(folder, '发件箱')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type RunningOffice = Awaited<ReturnType<typeof runningOffice>>;

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
}
