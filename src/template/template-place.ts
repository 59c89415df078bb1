import { TemplateError } from '../model/errors/template-error.ts';

/** A line of a template or partial file, 1-based. */
export interface TemplatePlace {
  readonly template: string;
  readonly line: number;
}

/** Throws the TemplateError of a place. */
export function failAt(place: TemplatePlace, problem: string): never {
  throw new TemplateError(place.template, place.line, problem);
}
