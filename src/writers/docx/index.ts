import { AlignmentType, Document, LevelFormat, LevelSuffix, type NumberingDefinition } from 'docx';
import type { Document as Content } from '../../model/document.ts';
import { documentIn } from '../../model/document-in.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Resources, Writer } from '../writer.ts';
import { listReference } from './blocks.ts';
import type { EmbeddedFonts } from './embedded-fonts.ts';
import { lineChartParts } from './line-chart.ts';
import { packWord } from './pack.ts';
import { coreProperties, fontRelationships, fontTable } from './parts.ts';
import { wordSections } from './sections.ts';
import { withStandIns } from './stand-ins.ts';
import { styleSheet } from './styles.ts';
import { checkTexts } from './text-check.ts';

/** Word 2013 and later, with styles, sections, repeating table heads and native charts that an office can go on editing. */
export const docxWriter: Writer = {
  format: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  async write(whole, resources) {
    const given = documentIn(whole, 'docx');
    if (given.sections.length === 0)
      throw new WriteError({
        'zh-CN': `“${given.title}”没有内容，Word 文件至少要有一节`,
        en: 'Word cannot hold a document without sections',
      });
    checkTexts(given);
    const embedded = resources.theme.embedInWord ? await embeddedFonts(given, resources) : null;
    const theme = embedded?.theme ?? resources.theme;
    const document = embedded === null ? given : withStandIns(given, embedded.standIns);
    const { sections, tableSizes } = wordSections(document, theme);
    const file = new Document({
      evenAndOddHeaderAndFooters: true,
      numbering: {
        config: [
          numbering(listReference.ordered, LevelFormat.DECIMAL, '%1.'),
          numbering(listReference.marked, LevelFormat.BULLET, '•'),
        ],
      },
      sections,
    });
    const parts = [
      { path: 'word/styles.xml', data: styleSheet(theme, tableSizes) },
      { path: 'word/fontTable.xml', data: fontTable(theme, embedded) },
      { path: 'word/_rels/fontTable.xml.rels', data: fontRelationships(embedded?.files ?? []) },
      { path: 'docProps/core.xml', data: coreProperties(document) },
    ];
    return packWord(file, parts, { fonts: embedded?.files ?? [], lineCharts: lineChartParts(document, theme) });
  },
};

/** One level whose indent is that of the list style. */
function numbering(
  reference: string,
  format: NonNullable<NumberingDefinition['levels'][number]['format']>,
  text: string,
): NumberingDefinition {
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, suffix: LevelSuffix.SPACE }] };
}

/** What reads fonts is loaded only where fonts are embedded. */
async function embeddedFonts(document: Content, resources: Resources): Promise<EmbeddedFonts> {
  const { embedFonts } = await import('./embedded-fonts.ts');
  return embedFonts(document, resources);
}
