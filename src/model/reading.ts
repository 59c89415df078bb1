import type { Diagnostic } from './diagnostic.ts';
import type { Block } from './document.ts';

/** A sheet of a workbook or a section of a Word file; other formats have one part without name. */
export interface ReadPart {
  readonly name: string | null;
  readonly blocks: readonly Block[];
}

/** What a file says, in the order it says it; every cell knows its place in the file. */
export interface Reading {
  /** The blocks of all parts, with page breaks between the parts. */
  readonly blocks: readonly Block[];
  readonly parts: readonly ReadPart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in the parts of a file. */
export function readingOf(parts: readonly ReadPart[], diagnostics: readonly Diagnostic[]): Reading {
  const blocks = parts.flatMap((part, index): readonly Block[] =>
    index === 0 ? part.blocks : [{ kind: 'page-break' }, ...part.blocks],
  );
  return { blocks, parts, diagnostics };
}

/** A file of one part. */
export function plainReading(blocks: readonly Block[]): Reading {
  return readingOf([{ name: null, blocks }], []);
}

/** A file of which nothing can be read. */
export function refused(...diagnostics: readonly Diagnostic[]): Reading {
  return readingOf([], diagnostics);
}
