import { join } from 'node:path';
import { editionName } from '../model/correction.ts';
import type { Period } from '../model/period.ts';
import type { Office } from '../office/office.ts';

/** What signing needs of an office. */
export type SigningOffice = Pick<Office, 'config' | 'store' | 'source' | 'output' | 'templates'>;

/** Which edition of a month: 0 the original, n 更正版n. */
export interface EditionName {
  readonly period: Period;
  readonly number: number;
}

/** `<output>/送审稿/2023-06`, `<output>/送审稿/2023-06更正版1`: where an edition waits for its signature. */
export function draftFolder({ output }: Pick<Office, 'output'>, { period, number }: EditionName): string {
  return join(output, '送审稿', `${period}${number === 0 ? '' : editionName(number)}`);
}

/** `<output>/2023-06`: the published editions of a month. */
export function monthFolder({ output }: Pick<Office, 'output'>, period: Period): string {
  return join(output, period);
}

/** `<output>/此前生成`: months that had been made on demand when a signed edition took their place. */
export function asideFolder({ output }: Pick<Office, 'output'>): string {
  return join(output, '此前生成');
}
