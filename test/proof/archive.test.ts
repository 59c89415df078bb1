import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { composed } from '../support/composed.ts';
import { hasValidator, pdfaErrors } from '../support/pdfa-validator.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { readPdf } from '../support/read-pdf.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { written } from '../support/written-packet.ts';

if (!hasValidator)
  console.error(
    'Not tested: PDF/A by a validator. Install default-jre-headless, libpdfbox2-java, libactivation-java and libjaxb-api-java.',
  );

/** What part 1 asks for and part 2 no longer does: the number of the part itself, and a list of the embedded glyphs. */
const onlyInPart1 = [/: Error on MetaData, part must be 1$/, /: The CIDSet entry is missing for the Composite Subset$/];

async function errorsOf(document: Document): Promise<string[]> {
  const errors = await pdfaErrors(await written(document, 'pdf'));
  // A validator that finds nothing at all did not look.
  expect(errors.some((error) => onlyInPart1[0]?.test(error))).toBe(true);
  return errors.filter((error) => !onlyInPart1.some((pattern) => pattern.test(error)));
}

describe('PDF for the archive', () => {
  it('names itself PDF/A-2b, with title and language, and properties that agree', async () => {
    const document = { ...sampleDocument(), title: '简报 <A&B> “甲”', author: 'R&D <办>' };
    const bytes = await written(document, 'pdf');
    const packet =
      Buffer.from(bytes)
        .toString('utf8')
        .match(/<\?xpacket begin[\s\S]*<\?xpacket end="w"\?>/)?.[0] ?? '';
    expect(packet).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(packet).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(packet).toContain('简报 &lt;A&amp;B&gt; “甲”');
    expect(packet).toContain('<xmp:CreateDate>2023-07-05T00:00:00Z</xmp:CreateDate>');
    const { info } = await readPdf(bytes);
    expect(info).toMatchObject({ Title: document.title, Author: document.author, Language: 'zh-CN' });
  });

  it.skipIf(!hasValidator).each(['上城区', '全市'])('satisfies the validator: %s', async (audience) => {
    expect(await errorsOf(await composed(sampleMonth('2023-06'), audience))).toEqual([]);
  });

  it.skipIf(!hasValidator)('satisfies it with signs in the properties that mean something to XML', async () => {
    expect(await errorsOf({ ...sampleDocument(), title: '简报 <A&B>', subject: '"引号"', author: 'R&D' })).toEqual([]);
  });
});
