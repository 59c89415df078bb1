import { loadTheme, ownTemplates } from '../house-style/house-style.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import type { Period } from '../model/period.ts';
import { judgeMonth } from '../month/pipeline.ts';
import { explain } from '../provenance/explain.ts';
import { explainWithdrawn } from '../provenance/explain-withdrawn.ts';
import type { Explanation } from '../provenance/explanation.ts';
import type { MonthSource } from '../sources/month-source.ts';

export interface ExplainOptions {
  readonly from: MonthSource;
  readonly period: Period;
  /** A district, 市本级, 全市 or a lead unit. */
  readonly subject: string;
  /** Target id; null for the subject as a whole. */
  readonly target: string | null;
}

export interface Explained {
  readonly explanation: Explanation;
  /** What stops the month's publication, if anything does: the explanation is then of what can be judged all the same. */
  readonly errors: readonly Diagnostic[];
}

/** Where a figure comes from. DataError where nothing can be judged, UsageError for names that the month does not know. */
export async function explainFigure({ from, period, subject, target }: ExplainOptions): Promise<Explained> {
  const { readings, settings, templates, withdrawn = [] } = await from.load(period);
  const { marks } = await loadTheme(templates ?? ownTemplates);
  const { draft, diagnostics } = judgeMonth(readings, { period, settings, marks, issued: null });
  if (draft === null) throw new DataError(diagnostics);
  const errors = hasErrors(diagnostics) ? diagnostics.filter(({ severity }) => severity === 'error') : [];
  const explanation = explain(draft, subject, target);
  const inputs = [...explanation.inputs, ...explainWithdrawn(withdrawn, subject, target)];
  return { explanation: { ...explanation, inputs }, errors };
}
