import { AlignmentType, Document, LevelFormat, LevelSuffix, type NumberingDefinition } from 'docx';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Writer } from '../writer.ts';
import { listReference } from './blocks.ts';
import { packWord } from './pack.ts';
import { coreProperties, fontTable } from './parts.ts';
import { wordSections } from './sections.ts';
import { styleSheet } from './styles.ts';
import { checkTexts } from './text-check.ts';

/** Word 2013 and later, with styles, sections, repeating table heads and native charts that an office can go on editing. */
export const docxWriter: Writer = {
  format: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  async write(document, { theme }) {
    if (document.sections.length === 0)
      throw new WriteError({
        'zh-CN': `“${document.title}”没有内容，Word 文件至少要有一节`,
        en: 'Word cannot hold a document without sections',
      });
    checkTexts(document);
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
    return packWord(file, [
      { path: 'word/styles.xml', data: styleSheet(theme, tableSizes) },
      { path: 'word/fontTable.xml', data: fontTable(theme) },
      { path: 'docProps/core.xml', data: coreProperties(document) },
    ]);
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
