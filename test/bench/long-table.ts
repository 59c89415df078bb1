import { loadResources, ownTemplates } from '../../src/house-style/house-style.ts';
import { pdfWriter } from '../../src/writers/pdf/index.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { longDocument } from './long-document.ts';

/** Writes 附件2's 19 columns with so many rows as PDF in a process of its own; prints time, peak memory and pages as JSON. */
const rows = Number(process.argv[2]);

const document = longDocument(rows);
const resources = await loadResources(ownTemplates);
// Fonts and libraries are loaded by a short document, so that what is timed grows with the rows.
await pdfWriter.write(sampleDocument(null), resources);

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
