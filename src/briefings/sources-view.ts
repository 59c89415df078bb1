import { z } from 'zod';
import type { Progress } from '../analysis/progress.ts';
import { decisionText } from '../decisions/words.ts';
import type { Origin } from '../model/origin.ts';
import { dateText } from '../model/period.ts';
import { decisionsOn } from '../provenance/decisions-on.ts';
import { sourcesOf } from '../provenance/figure-sources.ts';
import { spotText } from '../provenance/place-words.ts';
import type { Month } from './month.ts';
import { numberViewSchema, quantityView } from './words.ts';

/** 数据来源: where each figure that counts was read, a sheet of the workbooks. */
export const sourcesViewSchema = z.strictObject({
  /** The plan's file and the beginning of its SHA-256; null where its source did not tell. */
  plan: z.strictObject({ file: z.string(), sha256: z.string() }).nullable(),
  /** Targets in printed order, each with its figures. */
  targets: z.array(
    z.strictObject({
      rows: z.array(
        z.strictObject({
          key: z.string(),
          id: z.string(),
          column: z.string(),
          done: numberViewSchema,
          file: z.string(),
          /** 工作表“月报表”D7 */
          spot: z.string(),
          /** The lead unit that reported it; null where its own column did. */
          reporter: z.string().nullable(),
          revision: z.number(),
          cutoff: z.string(),
          sha256: z.string(),
          decisions: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type SourcesView = z.infer<typeof sourcesViewSchema>;

/** Enough to tell files apart by eye; `explain --json` has the whole. */
const shownHash = 12;

export function sourcesView(month: Month, tasks: readonly Progress[]): SourcesView {
  const byTarget = Map.groupBy(tasks, ({ target }) => target.id);
  const targets = [...byTarget.values()].map((own) => ({ rows: own.flatMap((task) => rowOf(month, task) ?? []) }));
  const file = tasks[0]?.target.at?.source;
  return {
    plan: file === undefined || month.planOrigin === null ? null : { file, sha256: shortHash(month.planOrigin) },
    targets: targets.filter(({ rows }) => rows.length > 0),
  };
}

function rowOf(
  month: Month,
  { target, column, done }: Progress,
): SourcesView['targets'][number]['rows'][number] | null {
  const source = sourcesOf(month)(column, target.id);
  if (done === null || source === null) return null;
  const { entry, given, standsIn } = source;
  return {
    key: `${target.id}${column}`,
    id: target.id,
    column,
    done: quantityView(done),
    file: entry.at.source,
    spot: spotText(entry.at, 'zh-CN'),
    reporter: standsIn ? given.reporter : null,
    revision: given.revision,
    cutoff: dateText(given.cutoff),
    sha256: given.origin ? shortHash(given.origin) : '—',
    decisions: decisionsOn(month, target.id, column).map((decision) => decisionText(decision)['zh-CN']),
  };
}

function shortHash({ sha256 }: Origin): string {
  return sha256.slice(0, shownHash);
}
