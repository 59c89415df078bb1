import type { Block } from '../model/document.ts';
import { plainReading, type Reading, refused } from '../model/reading.ts';
import { run } from '../model/text.ts';
import { decodeText } from './decode.ts';
import { refusable } from './package/refusal.ts';
import type { Reader } from './reader.ts';
import { type FieldLine, tableOfLines } from './table-of-lines.ts';

/** Plain text: lines with tabs are table rows, a line without ends the table, other lines are paragraphs. */
export const textReader: Reader = {
  format: 'text',
  extensions: ['txt', 'tsv'],
  read(bytes, source): Reading {
    const text = decodeText(bytes, source);
    if (typeof text !== 'string') return refused(text);
    return refusable(() => plainReading(blocksOf(text, source)));
  },
};

function blocksOf(text: string, source: string): Block[] {
  const blocks: Block[] = [];
  let rows: FieldLine[] = [];
  let tables = 0;
  const closeTable = () => {
    if (rows.length === 0) return;
    tables += 1;
    blocks.push(tableOfLines(`表${tables}`, rows, source));
    rows = [];
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.includes('\t')) {
      rows.push({ row: index + 1, fields: line.split('\t') });
      continue;
    }
    closeTable();
    if (line.trim() !== '') blocks.push({ kind: 'paragraph', role: 'body', content: [run(line.trim())] });
  }
  closeTable();
  return blocks;
}
