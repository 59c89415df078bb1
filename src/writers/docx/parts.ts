import type { Document } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Theme } from '../../model/theme.ts';
import { element, escapeXml, wordNamespace, xmlPart } from './xml.ts';

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

/** `word/fontTable.xml`: the theme's fonts, their character set (GB 2312) and what may stand in for them. */
export function fontTable(theme: Theme): string {
  const names = [...new Set(Object.values(theme.fonts).map((typeface) => typeface.office))];
  const font = (name: string) => {
    const alternative = alternatives[name];
    return element(
      'w:font',
      { 'w:name': name },
      alternative === undefined ? '' : element('w:altName', { 'w:val': alternative }),
      element('w:charset', { 'w:val': '86' }),
      element('w:family', { 'w:val': 'auto' }),
      element('w:pitch', { 'w:val': 'variable' }),
    );
  };
  return xmlPart(element('w:fonts', { 'xmlns:w': wordNamespace }, ...names.map(font)));
}
