/** What other programs may use: the month as a function, and the model it works with. */

export { exportPlan, openPlan, planDocument } from './export-plan.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type { Document } from './model/document.ts';
export { DataError } from './model/errors/data-error.ts';
export { FileError } from './model/errors/file-error.ts';
export { TemplateError } from './model/errors/template-error.ts';
export { UsageError } from './model/errors/usage-error.ts';
export { WriteError } from './model/errors/write-error.ts';
export { type Period, parsePeriod } from './model/period.ts';
export type { Plan } from './model/plan.ts';
export { type Report, type ReportOptions, report } from './report.ts';
