import { tones } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { element, xmlPart } from '../xml.ts';
import { paragraphStyles } from './paragraph-styles.ts';
import { toneStyle, toneStyles } from './style-ids.ts';
import { fonts, paragraphStyle, size } from './style-parts.ts';
import { tableStyle, tableTextStyles } from './table-styles.ts';
import { wordColour } from './units.ts';
import { wordNamespace } from './xml.ts';

/**
 * `word/styles.xml`: all that the text looks like, under names that an officer finds in Word's style list.
 * Written here because the library's own sheet cannot switch off the spacing between digits and ideographs and carries
 * thirty styles that no briefing uses. `tableSizes` are the sizes of table text in use, in points.
 */
export function styleSheet(theme: Theme, tableSizes: ReadonlySet<number>): string {
  const tables = [...tableSizes].sort((a, b) => a - b).flatMap((points) => tableTextStyles(theme, points));
  return xmlPart(
    element(
      'w:styles',
      { 'xmlns:w': wordNamespace },
      documentDefaults(theme),
      ...defaultStyles,
      ...[...paragraphStyles(theme), ...tables].map(paragraphStyle),
      tableStyle(theme),
      ...toneCharacterStyles(theme),
    ),
  );
}

function documentDefaults(theme: Theme): string {
  const run = [
    fonts(theme.fonts.body),
    size(theme.sizes.body),
    // Latin text is marked English: by Chinese rules LibreOffice breaks numbers anywhere.
    element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
  ];
  const runDefault = element('w:rPrDefault', {}, element('w:rPr', {}, ...run));
  return element('w:docDefaults', {}, runDefault, element('w:pPrDefault'));
}

/** What Word takes for granted, and what the library's empty note parts refer to. */
const defaultStyles: readonly string[] = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
  '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
];

/** Colours have names of their own, so that an office can change one in one place. */
function toneCharacterStyles(theme: Theme): string[] {
  return tones.map((tone) =>
    element(
      'w:style',
      { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': toneStyle(tone) },
      element('w:name', { 'w:val': toneStyles[tone] }),
      element('w:qFormat'),
      element('w:rPr', {}, element('w:color', { 'w:val': wordColour(theme.colours.tones[tone]) })),
    ),
  );
}
