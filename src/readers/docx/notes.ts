import type { Block } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import { collectFindings, sampleOf } from '../findings.ts';
import type { OfficePackage, Relation } from '../package/office-package.ts';
import { attribute } from '../package/walk-xml.ts';
import { noteInCell, noteMissing } from './problems.ts';
import { storyHandler } from './read-story.ts';
import { flowOf, newStory, type Story } from './story.ts';

/** The footnotes and endnotes that a story refers to, in the order in which it does, as notes below it. */
export function readNotes(pack: OfficePackage, relations: readonly Relation[], story: Story): Block[] {
  const texts = new Map<string, string>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = relations.find((relation) => relation.type === `${kind}s`)?.target;
    if (part === undefined || !story.notes.some((note) => note.kind === kind)) continue;
    for (const [id, text] of notesOf(pack, part, kind)) texts.set(`${kind} ${id}`, text);
  }
  return story.notes.flatMap(({ kind, id, at }): Block[] => {
    const text = texts.get(`${kind} ${id}`)?.trim();
    if (text === undefined) story.findings.add(noteMissing, {}, at);
    if (text === undefined || text === '') return [];
    if (at.row !== null) story.findings.add(noteInCell, { text: sampleOf(text) }, at);
    return [{ kind: 'paragraph', role: 'note', content: [run(text)] }];
  });
}

function notesOf(pack: OfficePackage, part: string, kind: string): Map<string, string> {
  const found = new Map<string, string>();
  const notes = newStory(pack.file, collectFindings(pack.file));
  const handler = storyHandler(notes);
  let id: string | null = null;
  pack.read(part, {
    ...handler,
    open(name, attributes) {
      if (name === kind) id = attribute(attributes, 'id');
      handler.open(name, attributes);
    },
    close(name) {
      handler.close(name);
      if (name !== kind) return;
      const { blocks } = flowOf(notes);
      const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.content.map((r) => r.text) : []));
      if (id !== null) found.set(id, words.join('\n'));
      blocks.length = 0;
    },
  });
  return found;
}
