import { cityAudience } from '../briefings/city.ts';
import { dateText } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import type { WithdrawnReturn } from '../model/withdrawal.ts';
import { type Explanation, node, same, words } from './explanation.ts';
import { entryRecord } from './records.ts';

/** What withdrawn returns said of a subject, none of which counts: of one target, or how many entries they had. */
export function explainWithdrawn(
  withdrawn: readonly WithdrawnReturn[],
  subject: string,
  target: string | null,
): Explanation[] {
  return withdrawn.flatMap((one): Explanation[] => {
    const { reporter, revision, withdrawal } = one;
    const { by, because, withdrawn: day } = withdrawal;
    const what = words(
      `${reporter}月报第${revision}版（已撤回：${because}；${by}，${dateText(day)}）`,
      `return of ${reporter}, revision ${revision} (withdrawn: ${because}; ${by}, ${day})`,
    );
    const ofSubject = subject === cityAudience || reporter === subject;
    if (target === null)
      return ofSubject ? [node(what, words(`${one.entries.length}项`, `${one.entries.length} entries`))] : [];
    return one.entries
      .filter((entry) => entry.target === target && (ofSubject || entry.column === subject))
      .map((entry) => {
        const said = entry.cumulative ? quantityText(entry.cumulative) : entry.mark || '—';
        return node(what, same(said), { source: entryRecord(entry, one) });
      });
  });
}
