import { WriteError } from '../../model/errors/write-error.ts';
import type { Message } from '../../model/language.ts';
import type { Resources } from '../writer.ts';
import { tablesOf } from './font-names.ts';

/** A face cut down to some characters. Throws WriteError where Word could not, or must not, take it. */
export async function embeddableSubset(
  face: string,
  characters: ReadonlySet<string>,
  resources: Resources,
): Promise<Uint8Array> {
  const [cut, font] = await Promise.all([resources.fontSubsetter(), resources.font(face)]);
  const subset = cut(font, characters);
  const problem = subset === null ? unreadable : problemOf(subset);
  if (subset !== null && problem === null) return subset;
  throw new WriteError({
    'zh-CN': `字体“${face}”不能嵌入 Word：${problem?.['zh-CN']}；请在 theme.yaml 中换用别的字体文件，或把 embedInWord 改为 false`,
    en: `face ${face} cannot be embedded in Word: ${problem?.en}; name another font file in theme.yaml or set embedInWord to false`,
  });
}

const unreadable: Message = { 'zh-CN': '文件不是可用的字体', en: 'the file is no font' };

/** fsType of the table OS/2: 2 forbids embedding, 4 allows it for reading only, 8 for editing; 0x100 no subset, 0x200 no outlines. */
const fsType = { restricted: 0x2, readOnly: 0x4, editable: 0x8, whole: 0x100, bitmaps: 0x200 } as const;

/** Word embeds TrueType outlines only, and the font itself says whether its maker allows it in a file that is edited. */
function problemOf(font: Uint8Array): Message | null {
  const tables = tablesOf(font);
  if (!tables.has('glyf')) return { 'zh-CN': 'Word 只能嵌入 TrueType 字形', en: 'Word embeds TrueType outlines only' };
  const [high = 0, low = 0] = tables.get('OS/2')?.subarray(8, 10) ?? [];
  const type = (high << 8) | low;
  const readers = (type & (fsType.restricted | fsType.readOnly)) !== 0 && (type & fsType.editable) === 0;
  if (!readers && (type & (fsType.whole | fsType.bitmaps)) === 0) return null;
  return { 'zh-CN': '字体文件注明不允许嵌入可编辑的文件', en: 'its maker does not allow it in files that are edited' };
}
