import type { Colophon } from './document.ts';

/** The words of a 版记 as GB/T 9704-2012, 7.4.2 and 7.4.3 has them. */
export interface ColophonWords {
  /** Label and names; null where nobody gets a copy. */
  readonly copies: { readonly label: string; readonly names: string } | null;
  readonly issuer: string;
  readonly issued: string;
}

export function colophonWords({ copies, issuer, issued }: Colophon): ColophonWords {
  return {
    copies: copies === '' ? null : { label: '抄送：', names: `${copies}。` },
    issuer,
    issued: `${issued}印发`,
  };
}
