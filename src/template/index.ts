export { type CompiledTemplate, compileTemplate } from './compile-template.ts';
export type { TemplateSources } from './library.ts';
export { type TableView, tableViewOf, tableViewSchema } from './table-view.ts';
