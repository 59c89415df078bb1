export { type CompiledLetter, compileLetter } from './compile-letter.ts';
export { type CompiledTemplate, compileTemplate } from './compile-template.ts';
export { type CompiledText, compileLine, compileText } from './compile-text.ts';
export type { TemplateSources } from './library.ts';
export { type TableView, tableViewOf, tableViewSchema } from './table-view.ts';
