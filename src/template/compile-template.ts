import type { z } from 'zod';
import type { Section } from '../model/document.ts';
import { checkData } from './data/check-data.ts';
import { shapeOfSchema } from './data/shape-of-schema.ts';
import { fillerOf } from './fill.ts';
import { fitting } from './fitting.ts';
import type { Places } from './instrument.ts';
import { openLibrary, type TemplateSources } from './library.ts';
import { checkMarkup } from './markup/check-markup.ts';
import { vocabulary } from './markup/vocabulary.ts';
import type { Pages } from './sections/draft.ts';
import { readSections } from './sections/read-sections.ts';

/** A template that was checked against its content's schema. */
export interface CompiledTemplate<T> {
  /** Fills the template; TemplateError for content that does not fit the schema or ends in no valid section. */
  render(content: T): Section[];
}

/**
 * Compiles a template and the partials it calls. All that can be known before there is content is checked here, in
 * branches never taken too: paths against the schema, tags and attributes against the vocabulary. TemplateError
 * names file and line.
 */
export function compileTemplate<T>(sources: TemplateSources, schema: z.ZodType<T>, pages: Pages): CompiledTemplate<T> {
  const library = openLibrary(sources, 'markup');
  checkMarkup(library, vocabulary);
  checkData(library, shapeOfSchema(schema));
  const places: Places = { tags: [], prints: [] };
  const fill = fillerOf(library, places);
  return {
    render(content) {
      return readSections(fill(fitting(content, schema, sources.name)), sources.name, places.tags, pages);
    },
  };
}
