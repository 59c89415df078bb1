import { limits } from './limits.ts';
import { brokenXml, damagedFile, forbiddenXml, missingPart, nestedTooDeep } from './problems.ts';
import { Refusal } from './refusal.ts';
import { tooLarge } from './too-large.ts';
import { UnpackError, unpack } from './unpack.ts';
import { attribute, walkXml, type XmlHandler, XmlRefused } from './walk-xml.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

/** What one part says of another: `rId3` is the worksheet `xl/worksheets/sheet1.xml`. */
export interface Relation {
  readonly id: string;
  /** Last word of the relationship's type: `worksheet`, `officeDocument`. Transitional and strict share it. */
  readonly type: string;
  /** Name of the part; a link to outside as it is written. */
  readonly target: string;
  readonly external: boolean;
}

/** An office file as parts by name (ISO/IEC 29500-2). */
export interface OfficePackage {
  readonly file: string;
  readonly hasMacros: boolean;
  /** The names of all parts, in the order of the file. */
  readonly parts: readonly string[];
  has(part: string): boolean;
  /** A part as it is, XML or not, of at most `most` bytes; throws Refusal as `read` does. */
  bytesOf(part: string, most?: number): Uint8Array;
  /** Reads an XML part of at most `most` bytes; throws Refusal where it is missing, larger, damaged or no XML. */
  read(part: string, handler: XmlHandler, most?: number): void;
  /** The relations of a part; `''` is the package itself. None where it has none. */
  relations(part: string): Relation[];
}

/** Opens a package; nothing is unpacked before all bounds are checked. Throws Refusal. */
export function openPackage(bytes: Uint8Array, file: string): OfficePackage {
  const entries = new Map(zipDirectory(bytes, file).map((entry) => [entry.name.toLowerCase(), entry]));
  const at = { source: file, part: null, row: null, column: null };

  let bytesRead = 0;

  const entryOf = (part: string, most: number): ZipEntry => {
    const entry = entries.get(part.toLowerCase());
    if (entry === undefined) throw new Refusal(missingPart({ file, part }, at));
    if (entry.size > most) throw tooLarge('bytes', entry.size, most, at, part);
    bytesRead += entry.size;
    if (bytesRead > limits.readBytes) throw tooLarge('bytes', bytesRead, limits.readBytes, at);
    return entry;
  };

  const unpacked = (entry: ZipEntry, take: (piece: Uint8Array) => void): void => {
    try {
      unpack(entry, take);
    } catch (error) {
      if (error instanceof UnpackError) throw new Refusal(damagedFile({ part: entry.name, damage: error.damage }, at));
      throw error;
    }
  };

  const bytesOf = (part: string, most: number = limits.partBytes): Uint8Array => {
    const entry = entryOf(part, most);
    const whole = new Uint8Array(entry.size);
    let filled = 0;
    unpacked(entry, (piece) => {
      whole.set(piece, filled);
      filled += piece.length;
    });
    return whole;
  };

  const read = (part: string, handler: XmlHandler, most: number = limits.partBytes): void => {
    const entry = entryOf(part, most);
    const walk = walkXml(handler, limits.depth);
    try {
      unpacked(entry, walk.take);
      walk.end();
    } catch (error) {
      if (error instanceof XmlRefused) throw new Refusal(xmlProblem(error, entry.name));
      throw error;
    }
  };

  const xmlProblem = ({ kind, message }: XmlRefused, part: string) => {
    if (kind === 'doctype') return forbiddenXml({ file, part }, at);
    if (kind === 'depth') return nestedTooDeep({ file, part, limit: String(limits.depth) }, at);
    return brokenXml({ file, part, reason: message }, at);
  };

  const relations = (part: string): Relation[] => {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!entries.has(name.toLowerCase())) return [];
    const found: Relation[] = [];
    const handler: XmlHandler = {
      open(element, attributes) {
        if (element !== 'Relationship') return;
        const external = attribute(attributes, 'TargetMode') === 'External';
        const target = attribute(attributes, 'Target') ?? '';
        const type = attribute(attributes, 'Type') ?? '';
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: external ? target : resolve(part.slice(0, slash), target),
          external,
        });
      },
      text() {},
      close() {},
    };
    read(name, handler, limits.listBytes);
    return found;
  };

  return {
    file,
    hasMacros: [...entries.keys()].some((name) => /(?:^|\/)vbaproject\.bin$/.test(name)),
    parts: [...entries.values()].map(({ name }) => name),
    has: (part) => entries.has(part.toLowerCase()),
    bytesOf,
    read,
    relations,
  };
}

/** A target as a part name: relative to the folder of the part that names it, or from the root. */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
