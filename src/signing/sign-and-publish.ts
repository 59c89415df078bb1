import { UsageError } from '../model/errors/usage-error.ts';
import type { Period } from '../model/period.ts';
import type { OnProgress } from '../publishing/render.ts';
import type { Edition } from '../store/ledger/editions.ts';
import type { SigningOffice } from './places.ts';
import { type Published, publishSigned } from './publish-signed.ts';
import { noEdition, publishedAlready, signedAlready } from './refusals.ts';
import { signAutomatically, signEdition } from './sign-edition.ts';

export interface SignAndPublish {
  readonly period: Period;
  /** Null for nobody: the settings sign, or somebody has signed already. */
  readonly by: string | null;
  /** The draft that the signer read. */
  readonly draft?: string;
  /** ISO UTC time. */
  readonly now: string;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Signs the month's edition that waits for it, and publishes it; one that is signed is published, and one that is published is made
 * complete, so that the same command ends whatever it began. The errors of both.
 */
export async function signAndPublish(office: SigningOffice, options: SignAndPublish): Promise<Published> {
  const { period, by, now, onProgress, draft } = options;
  const editions = await office.store.ledger.editions.list(period);
  const edition = editions.find(({ published }) => published === null) ?? editions.at(-1);
  if (edition === undefined) throw noEdition({ period, number: 0 });
  const { number, signed } = edition;
  if (signed === null) {
    const asked = { period, number, now, ...(draft === undefined ? {} : { draft }) };
    if (by !== null) await signEdition(office, { ...asked, by });
    else if (office.config.signoff === 'automatic') await signAutomatically(office, asked);
    else throw signerMissing(edition);
  } else if (by !== null && by.trim() !== signed.by)
    throw edition.published === null ? signedAlready(edition, signed) : publishedAlready(edition);
  return publishSigned(office, { period, number, now, onProgress });
}

function signerMissing({ period }: Edition): UsageError {
  return new UsageError({
    'zh-CN': `请写明审签人，如 jianbao sign --month ${period} --by 督查室负责人`,
    en: `name the signer, like jianbao sign --month ${period} --by 督查室负责人`,
  });
}
