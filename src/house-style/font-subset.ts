import { createRequire } from 'node:module';
import { readBytes } from '../disk/files.ts';
import type { FontSubsetter } from '../writers/writer.ts';

/** The functions of HarfBuzz's subsetter that are used here; pointers are numbers. */
interface Harfbuzz {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Values of HarfBuzz's enumerations (hb-subset.h). */
const sets = { dropTables: 3, nameIds: 4, layoutFeatures: 6 } as const;
const noHinting = 0x1;
const noLayoutClosure = 0x200;
const readOnly = 1;

/** Every character becomes the glyph that the font's own map names, so nothing of these tables is ever used. */
const unusedTables = [
  ...['GSUB', 'GPOS', 'GDEF', 'BASE', 'JSTF', 'STAT', 'MATH', 'kern', 'vhea', 'vmtx', 'VORG'],
  ...['gasp', 'hdmx', 'VDMX', 'LTSH', 'PCLT', 'DSIG', 'meta'],
];
/** Copyright, family, style, identifier, full name, version, PostScript name, trademark, licence and its address. */
const keptNames = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14];

/** Loads HarfBuzz. The function that it returns gives the same bytes for the same font and characters. */
export async function loadFontSubsetter(): Promise<FontSubsetter> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(new Uint8Array(await readBytes(path)));
  const hb = instance.exports as unknown as Harfbuzz;
  hb._initialize();
  return (font, characters) => subset(hb, font, characters);
}

/** Null where the bytes are no font that HarfBuzz can cut. */
function subset(hb: Harfbuzz, font: Uint8Array, characters: Iterable<string>): Uint8Array | null {
  const data = hb.malloc(font.byteLength);
  // The memory moves when it grows, so that a view of it serves one access only.
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.byteLength, readOnly, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = subsetInput(hb, characters);
  const cut = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  const bytes = cut === 0 ? null : bytesOf(hb, cut);
  hb.hb_face_destroy(face);
  hb.free(data);
  return bytes;
}

function subsetInput(hb: Harfbuzz, characters: Iterable<string>): number {
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, noHinting | noLayoutClosure);
  hb.hb_set_clear(hb.hb_subset_input_set(input, sets.layoutFeatures));
  for (const id of keptNames) hb.hb_set_add(hb.hb_subset_input_set(input, sets.nameIds), id);
  for (const table of unusedTables) hb.hb_set_add(hb.hb_subset_input_set(input, sets.dropTables), tagOf(table));
  const unicodes = hb.hb_subset_input_unicode_set(input);
  for (const character of characters) hb.hb_set_add(unicodes, character.codePointAt(0) ?? 0);
  return input;
}

function bytesOf(hb: Harfbuzz, face: number): Uint8Array | null {
  const blob = hb.hb_face_reference_blob(face);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(face);
  return bytes.length === 0 ? null : bytes;
}

function tagOf(table: string): number {
  return Array.from(table, (letter) => letter.charCodeAt(0)).reduce((tag, code) => (tag << 8) | code, 0);
}
