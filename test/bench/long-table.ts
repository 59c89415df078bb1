import { loadResources, ownTemplates } from '../../src/house-style.ts';
import type { Document, Row, Table } from '../../src/model/document.ts';
import { pdfWriter } from '../../src/writers/pdf/index.ts';
import { sampleDocument } from '../support/sample-document.ts';

/** Writes 附件2's 19 columns with so many rows as PDF in a process of its own; prints time, peak memory and pages as JSON. */
const rows = Number(process.argv[2]);

/** The real table's projects again and again, each time with other figures, so that no text is measured once for all. */
function longTable(table: Table): Table {
  const groups: Row[][] = [];
  let count = 0;
  for (let round = 0; count < rows; round += 1)
    for (const group of table.groups) {
      if (count >= rows) break;
      groups.push(group.map((row) => ({ ...row, cells: row.cells.map((cell) => renumbered(cell, round)) })));
      count += group.length;
    }
  return { ...table, groups };
}

function renumbered(cell: Row['cells'][number], round: number): Row['cells'][number] {
  const content = cell.content.map((run) => ({
    ...run,
    text: run.text.replace(/\d/g, (d) => String((Number(d) + round) % 10)),
  }));
  return { ...cell, content, value: null };
}

const sample = sampleDocument(null);
const section = sample.sections[2] as Document['sections'][number];
const blocks = section.blocks.map((block) => (block.kind === 'table' ? longTable(block) : block));
const document: Document = { ...sample, sections: [{ ...section, blocks }] };
const resources = await loadResources(ownTemplates);
// Fonts and libraries are loaded by a short document, so that what is timed grows with the rows.
await pdfWriter.write(sample, resources);

const started = performance.now();
const bytes = await pdfWriter.write(document, resources);
const wallMs = performance.now() - started;
const pages =
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;
process.stdout.write(
  JSON.stringify({ wallMs, peakMb: process.resourceUsage().maxRSS / 1024, pages, kb: bytes.length / 1024 }),
);
