import type { Document, FileFormat } from './document.ts';

/** What a format prints of a document: without the sections that are for others. */
export function documentIn(document: Document, format: FileFormat): Document {
  const sections = document.sections.filter(({ formats }) => formats === undefined || formats.includes(format));
  return sections.length === document.sections.length ? document : { ...document, sections };
}
