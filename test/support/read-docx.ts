import { DOMParser, type Element as XmlElement } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { type DocxTable, readTable } from './read-docx-table.ts';
import { attribute, child, children, paragraphText } from './word-xml.ts';

/** A Word file as a reader of the XML sees it; knows nothing of the library that wrote it. */
export interface DocxFile {
  readonly partNames: readonly string[];
  /** XML of a part. */
  readonly part: (name: string) => string;
  /** Core properties by local name: title, creator, created … */
  readonly properties: Readonly<Record<string, string>>;
  /** Paragraphs outside tables. */
  readonly paragraphs: readonly DocxParagraph[];
  readonly tables: readonly DocxTable[];
  readonly sections: readonly DocxSection[];
  /** Names and outline levels of the paragraph styles, by id. */
  readonly styles: ReadonlyMap<string, DocxStyle>;
}

export interface DocxParagraph {
  readonly text: string;
  readonly styleId: string;
  /** 0-based. */
  readonly section: number;
  readonly bookmarks: readonly string[];
  /** Id of the numbering instance; null outside lists. */
  readonly numbering: string | null;
  /** Words in bold, and words by character style. */
  readonly strong: string;
  readonly characterStyles: ReadonlyMap<string, string>;
}

export interface DocxStyle {
  readonly name: string;
  readonly outlineLevel: number | null;
  readonly align: string | null;
  readonly eastAsiaFont: string | null;
  /** In points; null where inherited. */
  readonly size: number | null;
}

export interface DocxSection {
  /** In twips, as the page lies. */
  readonly width: number;
  readonly height: number;
  readonly orientation: string;
  readonly margins: Readonly<Record<string, number>>;
  readonly type: string;
  readonly linePitch: number;
  /** By page kind (`default` are the odd pages), those of earlier sections inherited. */
  readonly headers: Readonly<Record<string, DocxFurniture>>;
  readonly footers: Readonly<Record<string, DocxFurniture>>;
}

/** The first paragraph of a header or footer that says something. */
export interface DocxFurniture {
  readonly text: string;
  readonly styleId: string;
}

/** Reads the bytes of a Word file; throws on XML that is not well-formed. */
export function readDocx(bytes: Uint8Array): DocxFile {
  const entries = unzipSync(bytes);
  const part = (name: string): string => strFromU8(entries[name] ?? fail(`no part ${name}`));
  const root = (name: string): XmlElement => parse(part(name), name);

  const body = child(root('word/document.xml'), 'body') ?? fail('no body');
  const paragraphs: DocxParagraph[] = [];
  const tables: DocxTable[] = [];
  const sectionProperties: XmlElement[] = [];
  for (const node of children(body)) {
    if (node.localName === 'tbl') tables.push(readTable(node, sectionProperties.length));
    if (node.localName === 'sectPr') sectionProperties.push(node);
    if (node.localName !== 'p') continue;
    paragraphs.push(readParagraph(node, sectionProperties.length));
    const ending = child(child(node, 'pPr'), 'sectPr');
    if (ending !== null) sectionProperties.push(ending);
  }
  return {
    partNames: Object.keys(entries),
    part,
    properties: Object.fromEntries(
      children(root('docProps/core.xml')).map((node) => [node.localName ?? '', node.textContent ?? '']),
    ),
    paragraphs,
    tables,
    sections: readSections(sectionProperties, root),
    styles: readStyles(root('word/styles.xml')),
  };
}

function readParagraph(node: XmlElement, section: number): DocxParagraph {
  const properties = child(node, 'pPr');
  const runs = children(node, 'r').map((run) => ({ text: paragraphText(run), look: child(run, 'rPr') }));
  const byStyle = new Map<string, string>();
  for (const { text, look } of runs) {
    const style = attribute(child(look, 'rStyle'), 'val');
    if (style !== null) byStyle.set(style, (byStyle.get(style) ?? '') + text);
  }
  return {
    text: paragraphText(node),
    styleId: attribute(child(properties, 'pStyle'), 'val') ?? 'Normal',
    section,
    bookmarks: children(node, 'bookmarkStart').map((start) => attribute(start, 'name') ?? ''),
    numbering: attribute(child(child(properties, 'numPr'), 'numId'), 'val'),
    strong: runs
      .filter(({ look }) => child(look, 'b') !== null)
      .map(({ text }) => text)
      .join(''),
    characterStyles: byStyle,
  };
}

function readSections(nodes: readonly XmlElement[], root: (part: string) => XmlElement): DocxSection[] {
  const targets = new Map(
    children(root('word/_rels/document.xml.rels')).map((node) => [
      node.getAttribute('Id') ?? '',
      node.getAttribute('Target') ?? '',
    ]),
  );
  let headers: Record<string, DocxFurniture> = {};
  let footers: Record<string, DocxFurniture> = {};
  const furniture = (node: XmlElement, name: string): Record<string, DocxFurniture> =>
    Object.fromEntries(
      children(node, name).map((reference) => {
        const target = targets.get(attribute(reference, 'id') ?? '') ?? fail('a header without a part');
        const all = Array.from(root(`word/${target}`).getElementsByTagName('w:p'));
        const paragraph = all.find((each) => paragraphText(each) !== '') ?? fail(`${target} is empty`);
        const { text, styleId } = readParagraph(paragraph, 0);
        return [attribute(reference, 'type') ?? '', { text, styleId }];
      }),
    );
  return nodes.map((node) => {
    headers = { ...headers, ...furniture(node, 'headerReference') };
    footers = { ...footers, ...furniture(node, 'footerReference') };
    const size = child(node, 'pgSz');
    const margins = child(node, 'pgMar');
    return {
      width: Number(attribute(size, 'w')),
      height: Number(attribute(size, 'h')),
      orientation: attribute(size, 'orient') ?? 'portrait',
      margins: Object.fromEntries(
        ['top', 'bottom', 'left', 'right'].map((side) => [side, Number(attribute(margins, side))]),
      ),
      type: attribute(child(node, 'type'), 'val') ?? 'nextPage',
      linePitch: Number(attribute(child(node, 'docGrid'), 'linePitch')),
      headers,
      footers,
    };
  });
}

function readStyles(root: XmlElement): Map<string, DocxStyle> {
  const number = (value: string | null) => (value === null ? null : Number(value));
  return new Map(
    children(root, 'style').map((node) => {
      const run = child(node, 'rPr');
      const size = number(attribute(child(run, 'sz'), 'val'));
      const style: DocxStyle = {
        name: attribute(child(node, 'name'), 'val') ?? '',
        outlineLevel: number(attribute(child(child(node, 'pPr'), 'outlineLvl'), 'val')),
        align: attribute(child(child(node, 'pPr'), 'jc'), 'val'),
        eastAsiaFont: attribute(child(run, 'rFonts'), 'eastAsia'),
        size: size === null ? null : size / 2,
      };
      return [attribute(node, 'styleId') ?? '', style];
    }),
  );
}

function parse(xml: string, name: string): XmlElement {
  const onError = (level: string, message: string) => fail(`${name}: ${level}: ${message}`);
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement ?? fail(`${name} is empty`);
}

function fail(problem: string): never {
  throw new Error(problem);
}
