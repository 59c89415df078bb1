import type { Block, Document, Row, TextRun } from '../../model/document.ts';
import type { TextRole } from '../printed-texts.ts';
import { type TypefaceName, wordTypefaces } from './embedded-texts.ts';

/** A run that names a font family of its own, where its style's family lacks the characters. */
export interface WordRun extends TextRun {
  readonly family?: string;
}

/** What shows the characters that the typefaces of a document lack. */
export interface StandInFamilies {
  /** Character → family. */
  readonly families: ReadonlyMap<string, string>;
  /** Typefaces that are bold themselves; a stand-in among their characters is marked bold to look like them. */
  readonly boldTypefaces: ReadonlySet<TypefaceName>;
}

/** Cuts the runs of a document so that characters with a stand-in are runs of their own, which name its family. */
export function withStandIns(document: Document, { families, boldTypefaces }: StandInFamilies): Document {
  if (families.size === 0) return document;
  const cut: Cut = (runs, role) => {
    const bold = boldTypefaces.has(wordTypefaces[role]);
    return runs.flatMap((run) => cutRun(run, families, bold));
  };
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => cutBlock(block, cut)),
  }));
  return { ...document, sections };
}

type Cut = (runs: readonly TextRun[], role: TextRole) => WordRun[];

function cutBlock(block: Block, cut: Cut): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, content: cut(block.content, `heading-${block.level}`) };
    case 'paragraph':
      return { ...block, content: cut(block.content, block.role) };
    case 'list':
      return { ...block, items: block.items.map((item) => cut(item, 'list')) };
    case 'table':
      return { ...block, head: cutRows(block.head, cut), groups: block.groups.map((rows) => cutRows(rows, cut)) };
    case 'chart':
    case 'line-chart':
    case 'colophon':
    case 'page-break':
      return block;
  }
}

function cutRows(rows: readonly Row[], cut: Cut): Row[] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, content: cut(cell.content, 'table') })),
  }));
}

function cutRun(run: TextRun, families: ReadonlyMap<string, string>, bold: boolean): WordRun[] {
  const runs: WordRun[] = [];
  for (const character of run.text) {
    const family = families.get(character);
    const last = runs.at(-1);
    const look = family === undefined ? run : { ...run, family, strong: run.strong || bold };
    if (last === undefined || last.family !== family) runs.push({ ...look, text: character });
    else runs[runs.length - 1] = { ...last, text: last.text + character };
  }
  return runs;
}
