/** A PDF that was changed and saved: objects added or replaced behind what it was (ISO 32000-1, 7.5.6). */
class ChangedPdf {
  readonly #before: string;
  readonly #objects = new Map<number, string>();
  readonly #trailer: Record<string, string>;
  #next: number;

  constructor(bytes: Uint8Array) {
    this.#before = Buffer.from(bytes).toString('latin1');
    const [, trailer = ''] = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(this.#before) ?? [];
    this.#trailer = Object.fromEntries(
      [...trailer.matchAll(/\/(Size|Root|Info)\s+(\d+(?: \d+ R)?)/g)].map(([, key, value]) => [key, value]),
    );
    this.#next = Number(this.#trailer['Size']);
  }

  /** Number of the object that the trailer names. */
  named(key: 'Root' | 'Info'): number {
    return Number.parseInt(this.#trailer[key] ?? '', 10);
  }

  object(number: number): string {
    const [, text] = new RegExp(`\\n${number} 0 obj\\s([\\s\\S]*?)\\sendobj`).exec(this.#before) ?? [];
    if (text === undefined) throw new Error(`no object ${number}`);
    return text;
  }

  firstPage(): number {
    const [, number] = /\n(\d+) 0 obj\s<<\s\/Type \/Page\s/.exec(this.#before) ?? [];
    return Number(number);
  }

  add(text: string): number {
    this.#objects.set(this.#next, text);
    return this.#next++;
  }

  stream(content: string, entries = ''): number {
    return this.add(`<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }

  /** Puts an entry into a dictionary, in place of the one that it has. */
  put(number: number, key: string, value: string): void {
    const text = this.#objects.get(number) ?? this.object(number);
    const rest = text.replace(new RegExp(`/${key} (?:\\d+ 0 R|\\([^)]*\\)|<[^<>]*>|\\[[^\\]]*\\])\\s*`), '');
    this.#objects.set(number, rest.replace('<<', `<< /${key} ${value}`));
  }

  bytes(): Uint8Array {
    let file = `${this.#before}\n`;
    let table = '';
    for (const [number, text] of this.#objects) {
      table += `${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`;
      file += `${number} 0 obj\n${text}\nendobj\n`;
    }
    const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#before)?.[1];
    const { Root, Info } = this.#trailer;
    const trailer = `trailer\n<< /Size ${this.#next} /Root ${Root} /Info ${Info} /Prev ${before} >>`;
    return Uint8Array.from(
      Buffer.from(`${file}xref\n${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1'),
    );
  }
}

/** A text as a hexadecimal string in UTF-16. */
function hex(text: string): string {
  return [...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))]
    .map((code) => code.toString(16).padStart(4, '0'))
    .join('');
}

/** Text as PDF strings spell it. */
function string(text: string): string {
  return `<feff${hex(text)}>`;
}

function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

type Plant = (file: ChangedPdf, text: string) => void;

/** Text on the first page, in a font that is in no file; `mode` 3 is not drawn. */
function onPage(before: string, transform: string): Plant {
  return (file, text) => {
    const map = [...new Set(text)].map((letter) => `<${hex(letter)}> <${hex(letter)}>`);
    const toUnicode = file.stream(
      `/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap end`,
    );
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
    const inner = file.add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song ${system} >>`);
    const font = file.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [${inner} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
    );
    const page = file.firstPage();
    const [, contents] = /\/Contents (\d+ 0 R)/.exec(file.object(page)) ?? [];
    const [, resources = ''] = /\/Resources (\d+) 0 R/.exec(file.object(page)) ?? [];
    const own = file.object(Number(resources)).replace('/Font <<', `/Font << /Leak ${font} 0 R`);
    const shown = file.stream(`q ${before} BT /Leak 10 Tf ${transform} <${hex(text)}> Tj ET Q`);
    file.put(page, 'Contents', `[${contents} ${shown} 0 R]`);
    file.put(page, 'Resources', `${file.add(own)} 0 R`);
  };
}

/** Where words can stand in a PDF so that nobody sees them. */
export const pdfPlaces: Readonly<Record<string, Plant>> = {
  'on a page': onPage('', '50 400 Td'),
  'on a page, in white': onPage('1 1 1 rg', '50 400 Td'),
  'on a page, not drawn': onPage('', '3 Tr 50 400 Td'),
  'beyond the paper': onPage('', '5000 400 Td'),
  'in its properties': (file, text) => file.put(file.named('Info'), 'Subject', string(text)),
  'in a property of its own': (file, text) => file.put(file.named('Info'), 'Remark', string(text)),
  'in its XMP': (file, text) => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${utf8(text)}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
    file.put(file.named('Root'), 'Metadata', `${file.stream(xmp, '/Type /Metadata /Subtype /XML')} 0 R`);
  },
  'in its outline': (file, text) => {
    const outline = file.add(`<< /Type /Outlines /Count 1 >>`);
    const entry = file.add(`<< /Title ${string(text)} /Parent ${outline} 0 R >>`);
    file.put(outline, 'First', `${entry} 0 R`);
    file.put(outline, 'Last', `${entry} 0 R`);
    file.put(file.named('Root'), 'Outlines', `${outline} 0 R`);
  },
  'in an attached file': (file, text) => {
    const content = file.stream(utf8(text), '/Type /EmbeddedFile');
    const spec = file.add(`<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F ${content} 0 R >> >>`);
    file.put(file.named('Root'), 'Names', `${file.add(`<< /EmbeddedFiles << /Names [(a.txt) ${spec} 0 R] >> >>`)} 0 R`);
  },
  'in a note': (file, text) => {
    const note = file.add(`<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /F 2 /Contents ${string(text)} >>`);
    file.put(file.firstPage(), 'Annots', `[${note} 0 R]`);
  },
};

export function planted(bytes: Uint8Array, plant: Plant, text: string): Uint8Array {
  const file = new ChangedPdf(bytes);
  plant(file, text);
  return file.bytes();
}
