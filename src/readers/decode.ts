import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';

export const unreadableText = defineProblem<{ file: string }>('file-not-text', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 不是文本文件，或编码无法识别`,
    hint: '请用 UTF-8、UTF-16 或 GB18030 编码另存为 .txt 或 .csv 后重试。',
  }),
  en: (d) => ({
    message: `${d.file} is not a text file, or its encoding is unknown`,
    hint: 'Save it as .txt or .csv in UTF-8, UTF-16 or GB18030 and try again.',
  }),
});

/** Text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030; a diagnostic for anything else. */
export function decodeText(bytes: Uint8Array, source: string): string | Diagnostic {
  const at = { source, part: null, row: null, column: null };
  for (const encoding of candidates(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what tells bytes from text
      if (!/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text)) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return unreadableText({ file: source }, at);
}

function candidates(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
