import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Period } from '../../../src/model/period.ts';
import { type Office, openOffice } from '../../../src/office/office.ts';
import { checkDraft } from '../../../src/signing/check-draft.ts';
import { type DraftOptions, makeDraft } from '../../../src/signing/make-draft.ts';
import { publishSigned } from '../../../src/signing/publish-signed.ts';
import { signEdition } from '../../../src/signing/sign-edition.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Press } from '../../../src/writing/press.ts';
import { planOf } from '../../store/support/plan.ts';
import { entryOf, fileOf, returnOf } from '../../store/support/samples.ts';

export const june = '2023-06' as Period;
export const leader = '督查室负责人';
/** `05T01:00` → a time in July, UTC. */
export const at = (time: string) => `2023-07-${time}:00.000Z`;
const arrived = at('03T01:00');

/** What is done in an office with 建桥10座 and the returns of June in a database of its own; it is opened anew for each thing, the press is not. */
export async function signingOffice(url: string, folder: string, press?: Press) {
  mkdirSync(folder, { recursive: true });
  const store = await openStore(url, { now: arrived });
  const plan = { plan: planOf(), file: fileOf('计划.txt'), effective: '2023-01' as Period, documentNumber: null };
  await store.savePlan(plan, arrived);
  await store.close();
  const office = async <T>(now: string, work: (office: Office) => Promise<T>): Promise<T> => {
    const open = await openOffice(folder, { databaseUrl: url, now });
    try {
      return await work(open);
    } finally {
      await open.close();
    }
  };
  /** One more return of June: the first, or the next revision. */
  const report = (reporter: string, figure: string, now = arrived) =>
    office(now, (open) => {
      const one = returnOf(reporter, figure, { revision: null, entries: [entryOf('1.1', figure)] });
      return open.store.saveReturns([{ file: fileOf(`${reporter}-${figure}.csv`), returns: [one] }], now);
    });
  await report('市本级', '1');
  await report('甲区', '2');
  await report('乙县', '1');
  const output = (...path: string[]) => join(folder, 'output', ...path);
  return {
    folder,
    office,
    report,
    output,
    /** Makes a draft, in HTML, and checks it. */
    draft: (now: string, more: Partial<DraftOptions> = {}) =>
      office(now, async (open) => {
        const made = await makeDraft(open, { period: june, correction: null, now, formats: ['html'], press, ...more });
        return { ...made, checked: await checkDraft(open, { ...made.edition, now }) };
      }),
    sign: (now: string, by = leader, number = 0) =>
      office(now, (open) => signEdition(open, { period: june, number, by, now })),
    publish: (now: string, number = 0) =>
      office(now, (open) => publishSigned(open, { period: june, number, now, press })),
    /** The words of a page. */
    page: (path: string) =>
      readFileSync(output(path), 'utf8')
        .replace(/<style>.*<\/style>/s, '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' '),
    audit: () =>
      office(arrived, async (open) =>
        (await open.store.ledger.audit.list({})).map(({ by, action, subject }) => `${action} ${subject} ${by ?? '-'}`),
      ),
  };
}

export type TestOffice = Awaited<ReturnType<typeof signingOffice>>;

/** What a refusal says. */
export function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}
