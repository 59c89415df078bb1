import type { z } from 'zod';
import { TemplateError } from '../model/errors/template-error.ts';
import { checkData } from './data/check-data.ts';
import { shapeOfSchema } from './data/shape-of-schema.ts';
import { fillerOf } from './fill.ts';
import { fitting } from './fitting.ts';
import { openLibrary, type TemplateSources } from './library.ts';

/** A template of plain text that was checked against its content's schema. */
export interface CompiledText<T> {
  /** TemplateError for content that does not fit the schema, and where nothing comes out. */
  render(content: T): string;
}

/**
 * Compiles a template of plain text. Its paths and helpers are checked as a briefing's are; its white space stands as written, less
 * the lines that hold nothing but a block's tag or a comment. TemplateError names file and line.
 */
export function compileText<T>(sources: TemplateSources, schema: z.ZodType<T>): CompiledText<T> {
  return compiled(sources, schema, 'text');
}

/**
 * The same for what is one line, as a header of a mail is. Line breaks of the template are layout of its file; those of data become
 * single spaces, so that no data can begin another header.
 */
export function compileLine<T>(sources: TemplateSources, schema: z.ZodType<T>): CompiledText<T> {
  const { render } = compiled(sources, schema, 'line');
  // U+2028 and its like break lines in some programs; an ideographic space is a word of the typist
  return {
    render: (content) =>
      render(content)
        .replaceAll(/[ \t\n\u0085\u2028\u2029]+/g, ' ')
        .trim(),
  };
}

function compiled<T>(sources: TemplateSources, schema: z.ZodType<T>, kind: 'text' | 'line'): CompiledText<T> {
  // editors on Windows end lines in two characters
  const library = openLibrary({ ...sources, text: sources.text.replaceAll('\r\n', '\n') }, kind);
  checkData(library, shapeOfSchema(schema));
  const fill = fillerOf(library, { tags: [], prints: [] });
  return {
    render(content) {
      const text = fill(fitting(content, schema, sources.name));
      if (text.trim() === '') throw new TemplateError(sources.name, null, 'the filled template holds nothing');
      return text;
    },
  };
}
