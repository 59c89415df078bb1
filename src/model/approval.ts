/**
 * 审签 of an edition that goes by it: a 送审稿, or what became of it. `by` as printed, `at` in ISO UTC, `of` the hash of the draft's
 * snapshot; `automatic` where the settings let a month go without a person.
 */
export type Approval =
  | { readonly kind: 'draft' }
  | {
      readonly kind: 'signed';
      readonly by: string;
      readonly at: string;
      readonly of: string;
      readonly automatic: boolean;
    };

/** Whether it is a 送审稿. */
export function isDraft(approval: Approval | null): boolean {
  return approval?.kind === 'draft';
}
