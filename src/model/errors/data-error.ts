import type { Diagnostic } from '../diagnostic.ts';

/** The data have errors that stop publication; nothing was written. Exit code 1. */
export class DataError extends Error {
  override readonly name = 'DataError';
  /** All that was found, warnings too. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.find((d) => d.severity === 'error')?.message['zh-CN'] ?? 'data error');
    this.diagnostics = diagnostics;
  }
}
