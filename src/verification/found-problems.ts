import type { Diagnostic } from '../model/diagnostic.ts';

/** Problems in the order in which they were found; what concerns many files is told once. */
export class FoundProblems {
  readonly list: Diagnostic[] = [];
  readonly #once = new Set<string>();

  add(...diagnostics: readonly Diagnostic[]): void {
    this.list.push(...diagnostics);
  }

  addOnce(diagnostic: Diagnostic): void {
    const key = `${diagnostic.code} ${diagnostic.at?.source} ${diagnostic.message.en}`;
    if (!this.#once.has(key)) this.add(diagnostic);
    this.#once.add(key);
  }
}
