import { type SaxesAttributePlain, SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML part, by local names: transitional and strict files differ in namespaces only. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** Text of one element in one piece, unless elements stand in it. */
  text(text: string): void;
  close(name: string): void;
}

/** Feeds bytes to a handler, element by element; nothing of the part is kept. */
export interface XmlWalk {
  take(piece: Uint8Array): void;
  end(): void;
}

/** Thrown where the XML itself is what must not be read. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
  readonly kind: 'doctype' | 'depth' | 'syntax';

  constructor(kind: XmlRefused['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A strict XML 1.0 reading in UTF-8 or UTF-16 without document type, at most `depth` levels deep. Throws XmlRefused. */
export function walkXml(handler: XmlHandler, depth: number): XmlWalk {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let level = 0;
  parser.on('opentag', ({ name, attributes }) => {
    level += 1;
    if (level > depth) throw new XmlRefused('depth', name);
    handler.open(localName(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    level -= 1;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('doctype', () => {
    throw new XmlRefused('doctype', 'document type declaration');
  });
  parser.on('error', (error) => {
    throw new XmlRefused('syntax', error.message);
  });
  let decoder: TextDecoder | null = null;
  const write = (piece: Uint8Array | null) => {
    decoder ??= new TextDecoder(encodingOf(piece ?? new Uint8Array()), { fatal: true });
    let text: string;
    try {
      text = piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new XmlRefused('syntax', `not ${decoder.encoding}`);
    }
    parser.write(text);
  };
  return {
    take: write,
    end() {
      write(null);
      parser.close();
    },
  };
}

/** The value of an attribute by its local name; null where it is not there. */
export function attribute(attributes: Attributes, name: string): string | null {
  for (const key in attributes) if (localName(key) === name) return attributes[key] as string;
  return null;
}

function localName(name: SaxesAttributePlain['name']): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** UTF-16 shows in the first bytes: a mark, or a zero beside the first `<`. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}
