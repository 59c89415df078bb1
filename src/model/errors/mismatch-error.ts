import type { Diagnostic } from '../diagnostic.ts';

/** A file that was written does not say what its document says; nothing was published. A fault of the program. Exit code 3. */
export class MismatchError extends Error {
  override readonly name = 'MismatchError';
  /** The differences, with page, table, row and column. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message['zh-CN'] ?? 'a written file differs from its document');
    this.diagnostics = diagnostics;
  }
}
