import { writeSync } from 'node:fs';
import { UsageError } from '../../../src/model/errors/usage-error.ts';
import { openOffice } from '../../../src/office/office.ts';
import { checkDraft } from '../../../src/signing/check-draft.ts';
import { makeDraft } from '../../../src/signing/make-draft.ts';
import { publishSigned } from '../../../src/signing/publish-signed.ts';
import { signEdition } from '../../../src/signing/sign-edition.ts';
import { june } from './signing-office.ts';

/** A program of its own that takes an edition of June all the way; it says what is done as soon as it is. */
const [url = '', folder = '', edition = '', by = '', now = ''] = process.argv.slice(2);
const say = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`);
const number = Number(edition);
const about = { period: june, number, now };

const office = await openOffice(folder, { databaseUrl: url, now });
say('open');
const correction = number === 0 ? null : { reason: null };
// Whatever another program did already is refused here, which is how it should be.
const unlessDone = (work: () => Promise<unknown>) =>
  work().catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
  });
await unlessDone(async () => {
  await makeDraft(office, { period: june, correction, now, formats: ['html'] });
  const { diagnostics } = await checkDraft(office, about);
  if (diagnostics.length > 0) say({ diagnostics });
});
await unlessDone(async () => {
  const { signed } = await signEdition(office, { ...about, by });
  say({ signed });
});
const { edition: published } = await publishSigned(office, about);
say({ published: published.published?.snapshot });
await office.close();
