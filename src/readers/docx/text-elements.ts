import { sampleOf } from '../findings.ts';
import { attribute } from '../package/walk-xml.ts';
import { verticalAlign } from '../small-figures.ts';
import type { Elements } from './elements.ts';
import { addText, newFlow } from './flow.ts';
import { symbolText } from './inline.ts';
import { embeddedObject, unknownSymbol } from './problems.ts';
import {
  append,
  closeParagraph,
  flowOf,
  openParagraph,
  placeOf,
  plainLook,
  type RunLook,
  type Story,
} from './story.ts';
import { isOn } from './table-elements.ts';

const skipped = { open: () => true } as const;

/** Paragraphs, runs and what stands in them (ISO/IEC 29500-1, 17.3), content controls (17.5.2). */
export const textElements: Elements = {
  p: { open: (story) => openParagraph(story), close: (story) => closeParagraph(story) },
  sectPr: {
    open(story) {
      const paragraph = story.paragraphs.at(-1);
      if (paragraph) paragraph.endsSection = true;
      return true;
    },
  },
  numId: {
    open(story, attributes) {
      const paragraph = story.paragraphs.at(-1);
      if (paragraph) paragraph.numbered = attribute(attributes, 'val') !== '0';
    },
  },
  r: {
    open(story) {
      story.look = plainLook;
    },
    close(story) {
      story.look = plainLook;
    },
  },
  vanish: { open: (story, a) => setLook(story, { hidden: isOn(attribute(a, 'val')) }) },
  strike: { open: (story, a) => setLook(story, { struck: isOn(attribute(a, 'val')) }) },
  dstrike: { open: (story, a) => setLook(story, { struck: isOn(attribute(a, 'val')) }) },
  vertAlign: { open: (story, a) => setLook(story, { align: verticalAlign(attribute(a, 'val')) }) },
  fldChar: { open: (story, a) => fieldMark(story, attribute(a, 'fldCharType')) },
  tab: { open: (story) => (story.path.at(-2) === 'r' ? append(story, '\t') : undefined) },
  ptab: { open: (story) => append(story, '\t') },
  cr: { open: (story) => append(story, '\n') },
  noBreakHyphen: { open: (story) => append(story, '-') },
  br: {
    open(story, attributes) {
      const type = attribute(attributes, 'type');
      if (type === 'page' || type === 'column') breakPage(story);
      else append(story, '\n');
    },
  },
  sym: {
    open(story, attributes) {
      const font = attribute(attributes, 'font') ?? '';
      const code = attribute(attributes, 'char') ?? '';
      const text = symbolText(font, code);
      if (text === null)
        story.findings.add(unknownSymbol, { font: sampleOf(font), code: sampleOf(code) }, placeOf(story));
      append(story, text ?? '\uFFFD');
    },
  },
  footnoteReference: { open: (story, a) => refer(story, 'footnote', attribute(a, 'id')) },
  endnoteReference: { open: (story, a) => refer(story, 'endnote', attribute(a, 'id')) },

  txbxContent: {
    open(story) {
      story.flows.push(newFlow(flowOf(story).cell));
    },
    close(story) {
      const box = story.flows.pop();
      if (box) story.paragraphs.at(-1)?.boxes.push(box);
    },
  },
  sdt: {
    open(story) {
      story.prompts.push(false);
    },
    close(story) {
      story.prompts.pop();
    },
  },
  showingPlcHdr: {
    open(story, attributes) {
      if (story.prompts.length > 0) story.prompts[story.prompts.length - 1] = isOn(attribute(attributes, 'val'));
    },
  },

  blip: { open: (story) => countPicture(story) },
  imagedata: { open: (story) => countPicture(story) },
  OLEObject: { open: (story) => story.findings.add(embeddedObject, {}, placeOf(story)) },
  altChunk: { open: (story) => story.findings.add(embeddedObject, {}, placeOf(story)) },
  // The same content once more, for programs that cannot show the first.
  Fallback: skipped,
  // How the word below is pronounced.
  rt: skipped,
};

function setLook(story: Story, change: Partial<RunLook>): void {
  if (story.path.at(-2) === 'rPr' && story.path.at(-3) === 'r') story.look = { ...story.look, ...change };
}

/** A field is its code, a mark, its result as it was last worked out, and a mark (ISO/IEC 29500-1, 17.16.18). */
function fieldMark(story: Story, type: string | null): void {
  const { fieldCodes } = story;
  if (type === 'begin') fieldCodes.push(true);
  else if (type === 'end') fieldCodes.pop();
  else if (type === 'separate' && fieldCodes.length > 0) fieldCodes[fieldCodes.length - 1] = false;
}

function breakPage(story: Story): void {
  const flow = flowOf(story);
  const paragraph = story.paragraphs.at(-1);
  if (flow.cell !== null || paragraph === undefined) return;
  addText(flow, paragraph.text);
  paragraph.text = '';
  flow.blocks.push({ kind: 'page-break' });
}

function refer(story: Story, kind: 'footnote' | 'endnote', id: string | null): void {
  if (id !== null) story.notes.push({ kind, id, at: placeOf(story) });
}

function countPicture(story: Story): void {
  story.pictures += 1;
}
