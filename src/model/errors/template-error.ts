/** A template does not fit its briefing, or leaves the vocabulary. The message names file and line. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly template: string;
  /** 1-based; null where the whole template is meant. */
  readonly line: number | null;

  constructor(template: string, line: number | null, problem: string, options?: ErrorOptions) {
    super(`${template}${line === null ? '' : `:${line}`}: ${problem}`, options);
    this.template = template;
    this.line = line;
  }
}
