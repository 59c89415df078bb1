import type { z } from 'zod';
import type { Section, TextRun } from '../../src/model/document.ts';
import { compileTemplate } from '../../src/template/index.ts';
import { theme } from '../support/theme.ts';

/** Compiles a template named `t.hbs`. */
export function compiled<T>(text: string, schema: z.ZodType<T>, partials: Record<string, string> = {}) {
  return compileTemplate({ name: 't.hbs', text, partials }, schema, theme.pages);
}

/** Wraps one line of blocks into a section that begins on the same line. */
export function inSection(blocks: string): string {
  return `<section name="简报">${blocks}</section>`;
}

/** The runs of the only paragraph of the only section. */
export function onlyParagraph(sections: readonly Section[]): readonly TextRun[] {
  const block = sections[0]?.blocks[0];
  if (sections.length !== 1 || sections[0]?.blocks.length !== 1 || block?.kind !== 'paragraph')
    throw new Error('not one paragraph in one section');
  return block.content;
}
