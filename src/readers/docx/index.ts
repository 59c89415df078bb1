import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Reading, readingOf, refused } from '../../model/reading.ts';
import { collectFindings } from '../findings.ts';
import { openPackage } from '../package/office-package.ts';
import { macros } from '../package/problems.ts';
import { refusable } from '../package/refusal.ts';
import type { Reader } from '../reader.ts';
import { readNotes } from './notes.ts';
import { notWord, onlyPictures } from './problems.ts';
import { storyHandler } from './read-story.ts';
import { endSection, flowOf, newStory } from './story.ts';

/**
 * Word documents (ISO/IEC 29500, transitional and strict): paragraphs and tables of the body, section by section, then its
 * foot- and endnotes. Headers and footers are no part of what the document says.
 */
export const docxReader = {
  format: 'docx',
  extensions: ['docx', 'docm'],
  read(bytes, source): Reading {
    const findings = collectFindings(source);
    return refusable(() => readBody(bytes, source, findings), findings.list);
  },
} satisfies Reader;

function readBody(bytes: Uint8Array, source: string, findings: ReturnType<typeof collectFindings>): Reading {
  const pack = openPackage(bytes, source);
  const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const story = newStory(source, findings);
  let root: string | null = null;
  const handler = storyHandler(story);
  pack.read(main, {
    ...handler,
    open(name, attributes) {
      root ??= name;
      handler.open(name, attributes);
    },
  });
  if (root !== 'document') return refused(wrongKind(source));
  if (pack.hasMacros) findings.add(macros, { file: source }, story.at);
  for (const note of readNotes(pack, pack.relations(main), story)) flowOf(story).blocks.push(note);
  endSection(story);
  if (story.tableCount === 0 && story.pictures > 0)
    findings.add(onlyPictures, { count: String(story.pictures) }, story.at);
  return readingOf(story.parts, findings.list());
}

function wrongKind(source: string): Diagnostic {
  return notWord({ file: source }, { source, part: null, row: null, column: null });
}
