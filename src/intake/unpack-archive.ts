import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { sampleOf } from '../readers/findings.ts';
import { limits } from '../readers/package/limits.ts';
import { damagedFile } from '../readers/package/problems.ts';
import { Refusal } from '../readers/package/refusal.ts';
import { tooLarge } from '../readers/package/too-large.ts';
import { UnpackError, unpack } from '../readers/package/unpack.ts';
import { type ZipEntry, zipDirectory } from '../readers/package/zip-directory.ts';
import { recognise } from '../readers/recognise.ts';

const emptyArchive = defineProblem<{ file: string }>('archive-empty', 'error', {
  'zh-CN': (d) => ({ message: `压缩包 ${d.file} 中没有文件`, hint: '请核对压缩包，或重新索取。' }),
  en: (d) => ({ message: `the archive ${d.file} holds no files`, hint: 'Check the archive, or ask for it again.' }),
});

/** What programs leave in folders and archives on their own. */
const leftBehind = /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$/i;

export function isLeftBehind(path: string): boolean {
  return leftBehind.test(path);
}

/**
 * The files of a zip, named behind it as `回收.zip/上城区.xlsx`; any other file is itself. Bounds are checked before anything is
 * unpacked. An archive in an archive stays packed, and is then refused as what it is.
 */
export function unpackArchive(file: SourceFile): { files: SourceFile[]; diagnostics: Diagnostic[] } {
  if (recognise(file.bytes) !== 'zip' || /\.(?:xls|doc)[xm]$/i.test(file.name))
    return { files: [file], diagnostics: [] };
  const at = { source: file.name, part: null, row: null, column: null };
  try {
    const entries = zipDirectory(file.bytes, file.name).filter(
      ({ name }) => !name.endsWith('/') && !isLeftBehind(name),
    );
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > limits.readBytes) throw tooLarge('bytes', size, limits.readBytes, at);
    const files = entries.map((entry) => ({ name: `${file.name}/${entry.name}`, bytes: bytesOf(entry, file.name) }));
    return { files, diagnostics: files.length === 0 ? [emptyArchive({ file: file.name }, at)] : [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { files: [], diagnostics: [error.diagnostic] };
  }
}

function bytesOf(entry: ZipEntry, archive: string): Uint8Array {
  const bytes = new Uint8Array(entry.size);
  let filled = 0;
  try {
    unpack(entry, (piece) => {
      bytes.set(piece, filled);
      filled += piece.length;
    });
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    const at = { source: archive, part: null, row: null, column: null };
    throw new Refusal(damagedFile({ part: sampleOf(entry.name), damage: error.damage }, at));
  }
  return bytes;
}
