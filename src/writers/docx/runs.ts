import type { WordRun as Run } from './stand-ins.ts';
import { toneStyle } from './style-ids.ts';
import { type Tree, TreeRun, tree } from './tree.ts';

/** Word runs of some text runs; `\n` becomes a line break inside the paragraph, `\t` a tab. */
export function wordRuns(runs: readonly Run[]): TreeRun[] {
  return contents(runs).map((content) => new TreeRun(content));
}

/** The same as trees, with characters as wide as `percent` says. */
export function runTrees(runs: readonly Run[], percent = 100): Tree[] {
  return contents(runs, percent).map((content) => tree('w:r', null, ...content));
}

/** What stands in each `w:r`. */
function contents(runs: readonly Run[], percent = 100): Tree[][] {
  return runs.map((run) => {
    const lines = run.text.split('\n').map((line) => line.split('\t').map(text));
    const words = lines.flatMap((pieces, line) => [...(line > 0 ? [tree('w:br')] : []), ...withTabs(pieces)]);
    return [...look(run, percent), ...words];
  });
}

function withTabs(pieces: readonly Tree[]): Tree[] {
  return pieces.flatMap((piece, index) => (index > 0 ? [tree('w:tab'), piece] : [piece]));
}

function text(words: string): Tree {
  return tree('w:t', { 'xml:space': 'preserve' }, words);
}

function look(run: Run, percent: number): Tree[] {
  const tone = run.tone === null ? [] : [tree('w:rStyle', { 'w:val': toneStyle(run.tone) })];
  const { family } = run;
  const face =
    family === undefined ? [] : [tree('w:rFonts', { 'w:ascii': family, 'w:hAnsi': family, 'w:eastAsia': family })];
  const strong = run.strong ? [tree('w:b'), tree('w:bCs')] : [];
  const narrow = percent === 100 ? [] : [tree('w:w', { 'w:val': percent })];
  const properties = [...tone, ...face, ...strong, ...narrow];
  return properties.length === 0 ? [] : [tree('w:rPr', null, ...properties)];
}
