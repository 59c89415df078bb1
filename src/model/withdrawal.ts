import type { Return } from './return.ts';

/** 撤回: says that a stored return is not to count. Nothing of the return is deleted. */
export interface Withdrawal {
  /** 姓名 */
  readonly by: string;
  readonly because: string;
  /** ISO date. */
  readonly withdrawn: string;
}

export type WithdrawnReturn = Return & { readonly withdrawal: Withdrawal };
