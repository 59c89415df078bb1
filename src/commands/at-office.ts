import type { Office } from '../office/office.ts';
import { openOffice } from '../office/office.ts';
import type { Desk } from './desk.ts';

/** Opens the office that `--from` names, works in it, and closes it again. */
export async function atOffice<T>(from: string, desk: Desk, work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice(from, { databaseUrl: desk.databaseUrl, now: desk.now() });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}
