import type { Period } from '../model/period.ts';
import { printedHash } from '../model/printed-hash.ts';
import type { Office } from '../office/office.ts';
import { officeFolder } from '../sources/open-source.ts';

/** What the signer types. It names the draft, so that no other than the one that was read is signed. */
export function signCommand({ folder }: Pick<Office, 'folder'>, period: Period, draft: string): string {
  const place = folder === officeFolder ? '' : ` --from ${folder}`;
  return `jianbao sign --month ${period} --by 审签人 --draft ${printedHash(draft)}${place}`;
}
