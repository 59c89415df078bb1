/** What stands in a tag behind its name. */
export interface TagAttributes {
  /** As written. */
  readonly source: string;
  list(): [name: string, value: string][];
}

/** What is told of markup, by local names. */
export interface MarkupHandler {
  /** Attributes are taken apart when they are asked for: most elements say nothing in them. */
  open(name: string, attributes: TagAttributes): void;
  text(text: string): void;
  close(name: string): void;
  comment(text: string): void;
}

const token =
  /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*>|<(\/?)([\p{L}_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/gu;
const attribute = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;
const entity = /&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos|nbsp));/giu;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * XML or HTML piece by piece, comments too. It leaves out nothing and refuses nothing: what is no proper markup is text, so that
 * no word can hide in a mistake.
 */
export function scanMarkup(source: string, handler: MarkupHandler): void {
  for (const [, comment, cdata, closing, name, attributes, text] of source.matchAll(token)) {
    if (comment !== undefined) handler.comment(comment);
    else if (cdata !== undefined) handler.text(cdata);
    else if (text !== undefined) handler.text(decoded(text));
    else if (name !== undefined) {
      const local = localName(name);
      if (closing !== '/') {
        const source = attributes ?? '';
        handler.open(local, { source, list: () => attributesIn(source) });
      }
      if (closing === '/' || attributes?.endsWith('/')) handler.close(local);
    }
  }
}

function attributesIn(source: string): [string, string][] {
  if (!source.includes('=')) return [];
  return [...source.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
    localName(name),
    decoded(double ?? single ?? bare ?? ''),
  ]);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] as string;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
