import type { Document } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Theme } from '../../model/theme.ts';
import { element, escapeXml, xmlPart } from '../xml.ts';
import type { EmbeddedFont, EmbeddedFonts } from './embedded-fonts.ts';
import { wordNamespace } from './xml.ts';

/** `docProps/core.xml`, which the library would stamp with the current time. */
export function coreProperties(document: Document): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(document.date))
    throw new WriteError({
      'zh-CN': `“${document.date}”不是日期，应写成 2023-07-05`,
      en: `“${document.date}” is no date for a Word file`,
    });
  const time = `${document.date}T00:00:00Z`;
  const text = (name: string, value: string) => element(name, {}, escapeXml(value));
  const date = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, time);
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', document.title),
      text('dc:subject', document.subject),
      text('dc:creator', document.author),
      text('cp:keywords', document.keywords.join('; ')),
      text('dc:language', document.language),
      text('cp:lastModifiedBy', document.author),
      text('cp:revision', '1'),
      date('dcterms:created'),
      date('dcterms:modified'),
    ),
  );
}

/** What to use where an office's font is not installed: every Windows with Chinese has these. */
const alternatives: Readonly<Record<string, string>> = {
  方正小标宋简体: '华文中宋',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
};

/** `word/fontTable.xml`: the theme's fonts, their character set (GB 2312), what may stand in for them, and which the file carries. */
export function fontTable(theme: Theme, embedded: EmbeddedFonts | null): string {
  const carried = new Map(embedded?.families.map((family) => [family.name, family]));
  const names = new Set([...Object.values(theme.fonts).map((typeface) => typeface.office), ...carried.keys()]);
  const font = (name: string) => {
    const family = carried.get(name);
    const alternative = family === undefined ? alternatives[name] : (family.office ?? undefined);
    return element(
      'w:font',
      { 'w:name': name },
      alternative === undefined ? '' : element('w:altName', { 'w:val': alternative }),
      element('w:charset', { 'w:val': '86' }),
      element('w:family', { 'w:val': 'auto' }),
      element('w:pitch', { 'w:val': 'variable' }),
      embeddedWeight('w:embedRegular', family?.regular),
      embeddedWeight('w:embedBold', family?.bold),
    );
  };
  const namespaces = { 'xmlns:w': wordNamespace, 'xmlns:r': officeRelationships };
  return xmlPart(element('w:fonts', namespaces, ...Array.from(names, font)));
}

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function embeddedWeight(name: string, font: EmbeddedFont | null | undefined): string {
  return font ? element(name, { 'r:id': relationId(font), 'w:fontKey': font.key, 'w:subsetted': 1 }) : '';
}

/** `word/_rels/fontTable.xml.rels`: where the font files lie. */
export function fontRelationships(fonts: readonly EmbeddedFont[]): string {
  const type = `${officeRelationships}/font`;
  return xmlPart(
    element(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      ...fonts.map((font) => element('Relationship', { Id: relationId(font), Type: type, Target: font.path })),
    ),
  );
}

/** `fonts/font1.odttf` → `font1`. */
function relationId({ path }: EmbeddedFont): string {
  return path.replace(/^.*\/|\..*$/g, '');
}
