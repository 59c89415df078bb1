/** What other programs may use: the month as a function, and the model it works with. */

export { type Explained, type ExplainOptions, explainFigure } from './jobs/explain.ts';
export { exportPlan, openPlan, planDocument } from './jobs/export-plan.ts';
export { type Report, type ReportOptions, report } from './jobs/report.ts';
export type { Decision } from './model/decision.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type { Document } from './model/document.ts';
export { DataError } from './model/errors/data-error.ts';
export { FileError } from './model/errors/file-error.ts';
export { MismatchError } from './model/errors/mismatch-error.ts';
export { SnapshotError } from './model/errors/snapshot-error.ts';
export { StoreError } from './model/errors/store-error.ts';
export { TemplateError } from './model/errors/template-error.ts';
export { UsageError } from './model/errors/usage-error.ts';
export { WriteError } from './model/errors/write-error.ts';
export { type Period, parsePeriod } from './model/period.ts';
export type { Plan } from './model/plan.ts';
export { loadMonth, type MonthSources, readPlanFile, readReturnFile } from './month/pipeline.ts';
export type { Explanation } from './provenance/explanation.ts';
export { findSnapshot } from './publishing/find-snapshot.ts';
export { type RenderedAgain, renderAgain } from './publishing/render-again.ts';
export type { MonthSource } from './sources/month-source.ts';
export { openSource } from './sources/open-source.ts';
export { restoreStore } from './store/backup/restore.ts';
export { backupStore } from './store/backup/write-backup.ts';
export { openStore } from './store/open-store.ts';
export type { Store } from './store/store.ts';
