import type { Document } from '../../model/document.ts';
import { element, escapeXml } from '../xml.ts';

/** Who wrote the file, as document properties name it; both in the information dictionary and in XMP. */
export const producer = { creator: '简报', producer: '简报' } as const;

/** The words of `keywords` in one line, the same in both places. */
export function keywordLine({ keywords }: Document): string {
  return keywords.join(', ');
}

/** Time of creation as XMP writes it: the document's own date, so that bytes do not depend on the day. */
export function creationTime({ date }: Document): string {
  return `${date}T00:00:00Z`;
}

/**
 * The document's properties in XMP (ISO 16684-1), which PDF/A wants to agree with those of the information dictionary
 * (ISO 19005-2, 6.6.3). The PDF library writes them itself, but does not escape them.
 */
export function xmpProperties(document: Document): string {
  const { title, subject, author, language } = document;
  const time = creationTime(document);
  const text = (name: string, value: string) => (value === '' ? '' : element(name, {}, escapeXml(value)));
  const list = (name: string, kind: 'Alt' | 'Seq' | 'Bag', value: string) => {
    if (value === '') return '';
    const item = element('rdf:li', kind === 'Alt' ? { 'xml:lang': 'x-default' } : {}, escapeXml(value));
    return element(name, {}, element(`rdf:${kind}`, {}, item));
  };
  return element(
    'rdf:Description',
    {
      'rdf:about': '',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
      'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
    },
    list('dc:title', 'Alt', title),
    list('dc:description', 'Alt', subject),
    list('dc:creator', 'Seq', author),
    list('dc:language', 'Bag', language),
    text('xmp:CreateDate', time),
    text('xmp:CreatorTool', producer.creator),
    text('pdf:Producer', producer.producer),
    text('pdf:Keywords', keywordLine(document)),
  );
}
