import type { z } from 'zod';
import { TemplateError } from '../model/errors/template-error.ts';

/** The content as its schema reads it; TemplateError where it does not fit. */
export function fitting<T>(content: T, schema: z.ZodType<T>, template: string): T {
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw new TemplateError(template, null, misfit(parsed.error));
  return parsed.data;
}

function misfit(error: z.ZodError): string {
  const shown = error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'content'}: ${issue.message}`);
  const more = error.issues.length - shown.length;
  return `the content does not fit: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
