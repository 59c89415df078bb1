import type { Period } from '../../model/period.ts';

/** 审签: a month's edition on its way. Each state is reached from the one before. */
export const editionStates = ['draft', 'checked', 'signed', 'published', 'delivered'] as const;
export type EditionState = (typeof editionStates)[number];

export interface Edition {
  readonly period: Period;
  /** 0 for the original, n for 更正版n. */
  readonly number: number;
  readonly state: EditionState;
  /** Hash of the snapshot of the draft, and when it was made. */
  readonly draft: { readonly snapshot: string; readonly at: string };
  readonly checkedAt: string | null;
  /** `by` is the signer as printed; `automatic` where the settings let a month go unsigned. */
  readonly signed: { readonly by: string; readonly at: string; readonly automatic: boolean } | null;
  /** Hash of the snapshot that was published, which names the signer. */
  readonly published: { readonly snapshot: string; readonly at: string } | null;
  readonly deliveredAt: string | null;
}

export interface Editions {
  /** Newest number last. */
  list(period?: Period): Promise<Edition[]>;
  edition(period: Period, number: number): Promise<Edition | null>;
  /** Notes a draft; replaces an earlier one that nobody signed. Null where the edition is signed already. */
  draft(edition: Pick<Edition, 'period' | 'number'>, snapshot: string, now: string): Promise<Edition | null>;
  /** Each moves one state on, from the one before it alone and for this draft alone; null where it stands elsewhere. */
  check(of: EditionRef, now: string): Promise<Edition | null>;
  sign(of: EditionRef, by: string, automatic: boolean, now: string): Promise<Edition | null>;
  /** Takes the signature back, as long as nothing was published. */
  unsign(of: EditionRef, by: string, because: string, now: string): Promise<Edition | null>;
  publish(of: EditionRef, snapshot: string, now: string): Promise<Edition | null>;
  deliver(of: EditionRef, now: string): Promise<Edition | null>;
}

/** `snapshot` is the draft's. */
export interface EditionRef {
  readonly period: Period;
  readonly number: number;
  readonly snapshot: string;
  /** The signature that is meant, where it may have been taken back and given anew meanwhile; left out for whichever there is. */
  readonly signature?: { readonly by: string; readonly at: string };
}
