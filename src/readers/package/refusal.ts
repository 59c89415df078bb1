import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Reading, refused } from '../../model/reading.ts';

/** Ends the reading of a file from deep inside; the reader turns it into its diagnostic and lets nothing out. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.en);
    this.diagnostic = diagnostic;
  }
}

/** A reading, or what refused it, together with what was found until then. */
export function refusable(read: () => Reading, found: () => readonly Diagnostic[] = () => []): Reading {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(...found(), error.diagnostic);
  }
}
