/** A document cannot be written in the asked format: a missing glyph, a bad sheet name, a formula to nowhere. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}
