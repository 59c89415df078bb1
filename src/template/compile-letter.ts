import type { z } from 'zod';
import { checkData } from './data/check-data.ts';
import { shapeOfSchema } from './data/shape-of-schema.ts';
import { fillerOf } from './fill.ts';
import { fitting } from './fitting.ts';
import type { Places } from './instrument.ts';
import { openLibrary, type TemplateSources } from './library.ts';
import { framed } from './mail/frame.ts';
import { mailVocabulary } from './mail/mail-vocabulary.ts';
import { readLetter } from './mail/read-letter.ts';
import { checkMarkup } from './markup/check-markup.ts';

/** A template of a letter's HTML that was checked against its content's schema. */
export interface CompiledLetter<T> {
  /** The whole page of HTML; TemplateError for content that does not fit the schema, or a link that is none. */
  render(content: T, title: string): string;
}

/** Compiles the HTML of a letter, as strictly as a briefing: what a mail shows is in the vocabulary, and data can never become markup. */
export function compileLetter<T>(sources: TemplateSources, schema: z.ZodType<T>): CompiledLetter<T> {
  const library = openLibrary(sources, 'markup');
  checkMarkup(library, mailVocabulary);
  checkData(library, shapeOfSchema(schema));
  const places: Places = { tags: [], prints: [] };
  const fill = fillerOf(library, places);
  return {
    render(content, title) {
      const body = fill(fitting(content, schema, sources.name));
      return framed(title, readLetter(body, sources.name, places.tags));
    },
  };
}
