import type { NewReturn, ReturnEntry } from '../model/return.ts';
import { sha256 } from '../model/sha256.ts';

/** What a return says, as one digest: the order of its rows and their places in the file do not count. */
export function contentDigest({ cutoff, sample, entries }: NewReturn): string {
  return sha256(JSON.stringify([cutoff, sample, entries.map(entryText).sort()]));
}

function entryText(entry: ReturnEntry): string {
  const { target, cumulative, mark, remark, column, fallReason, problems, nextSteps } = entry;
  const said = [target, column, cumulative?.value, cumulative?.unit, mark, remark, fallReason, problems, nextSteps];
  return JSON.stringify(said.map((text) => text ?? null));
}
