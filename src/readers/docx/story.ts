import type { Place } from '../../model/document.ts';
import type { ReadPart } from '../../model/reading.ts';
import { codePointName, unwritable } from '../../model/text.ts';
import { type Findings, sampleOf } from '../findings.ts';
import { smallFigures, type VerticalAlign } from '../small-figures.ts';
import { addText, type DraftOfTable, type Flow, newFlow, newParagraph, type ParagraphDraft } from './flow.ts';
import { badCharacter, hiddenText, placeholderText, struckText, textBox } from './problems.ts';

/** A footnote or endnote where the text refers to it. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly at: Place;
}

export interface RunLook {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly align: VerticalAlign;
}

export const plainLook: RunLook = { hidden: false, struck: false, align: null };

/** What is known while a story of a Word file (its body or its notes: ISO/IEC 29500-1, 11) is read from top to bottom. */
export interface Story {
  readonly source: string;
  readonly findings: Findings;
  /** Local names of the elements around, the innermost last. */
  readonly path: string[];
  /** The body, and in it a cell, a text box, a cell of a table in the cell … */
  readonly flows: Flow[];
  readonly paragraphs: ParagraphDraft[];
  readonly tables: DraftOfTable[];
  readonly parts: ReadPart[];
  readonly notes: NoteReference[];
  /** Places already told to have tracked changes. */
  readonly tracked: Set<Place>;
  /** How the run that is being read looks. */
  look: RunLook;
  /** For each field around, whether its code is being read and not yet its result. */
  readonly fieldCodes: boolean[];
  /** For each content control around, whether it shows its prompt. */
  readonly prompts: boolean[];
  pictures: number;
  /** Tables outside cells. */
  tableCount: number;
  /** Cells of all tables, against `limits.positions`. */
  cellCount: number;
  /** The place of what stands outside tables. */
  readonly at: Place;
}

export function newStory(source: string, findings: Findings): Story {
  return {
    source,
    findings,
    path: [],
    flows: [newFlow(null)],
    paragraphs: [],
    tables: [],
    parts: [],
    notes: [],
    tracked: new Set(),
    look: plainLook,
    fieldCodes: [],
    prompts: [],
    pictures: 0,
    tableCount: 0,
    cellCount: 0,
    at: { source, part: null, row: null, column: null },
  };
}

export function flowOf(story: Story): Flow {
  return story.flows.at(-1) as Flow;
}

/** Where the reading is: a cell, or the file as a whole. */
export function placeOf(story: Story): Place {
  return flowOf(story).cell?.at ?? story.at;
}

/** Adds words of the current run; hidden ones and prompts are only told of. */
export function append(story: Story, text: string): void {
  const paragraph = story.paragraphs.at(-1);
  if (paragraph === undefined || text === '' || story.fieldCodes.includes(true)) return;
  const { findings, look } = story;
  const sample = { text: sampleOf(text) };
  if (look.hidden || story.prompts.includes(true)) {
    if (text.trim() !== '') findings.add(look.hidden ? hiddenText : placeholderText, sample, placeOf(story));
    return;
  }
  if (look.struck && text.trim() !== '') findings.add(struckText, sample, placeOf(story));
  const bad = unwritable.exec(text)?.[0];
  if (bad !== undefined) findings.add(badCharacter, { character: codePointName(bad) }, placeOf(story));
  paragraph.text += smallFigures(text, look.align);
}

export function openParagraph(story: Story): void {
  story.paragraphs.push(newParagraph());
}

/** Puts the paragraph and then its text boxes into the flow; the last paragraph of a section ends the part. */
export function closeParagraph(story: Story): void {
  const paragraph = story.paragraphs.pop();
  if (paragraph === undefined) return;
  // A field whose code does not end with its paragraph is broken; what follows is read.
  story.fieldCodes.fill(false);
  const flow = flowOf(story);
  addText(flow, paragraph.text);
  if (flow.cell !== null && paragraph.numbered && paragraph.text.trim() === '') flow.cell.numbered = true;
  for (const box of paragraph.boxes) {
    const words =
      box.texts.join('') +
      box.blocks.map((block) => (block.kind === 'paragraph' ? block.content[0]?.text : '')).join('');
    if (words.trim() !== '' || box.blocks.length > 0)
      story.findings.add(textBox, { text: sampleOf(words) }, placeOf(story));
    for (const block of box.blocks) flow.blocks.push(block);
    for (const line of box.texts) flow.texts.push(line);
  }
  if (paragraph.endsSection && story.flows.length === 1) endSection(story);
}

/** What was read since the last section becomes a part. */
export function endSection(story: Story): void {
  const flow = flowOf(story);
  story.parts.push({ name: null, blocks: [...flow.blocks] });
  flow.blocks.length = 0;
}
