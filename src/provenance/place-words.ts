import { placeText } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import type { Language } from '../model/language.ts';
import { cellAddress } from '../writers/cell-address.ts';

const workbook = /\.xls[xm]$/i;
/** Lines of these are counted from the top of the file, whatever table they belong to. */
const textFile = /\.(?:txt|csv)$/i;

/** Where in its file a figure stands, as somebody finds it there: `工作表“月报表”D7`, `第12行第6列`. */
export function spotText({ source, part, row, column }: Place, language: Language): string {
  const zh = language === 'zh-CN';
  if (!workbook.test(source) || part === null)
    return placeText({ source: '', part: textFile.test(source) ? null : part, row, column }, language).replace(
      /^[ ,]+/,
      '',
    );
  const cell = row === null || column === null ? '' : cellAddress(row - 1, column - 1);
  return zh ? `工作表“${part}”${cell}` : `sheet “${part}” ${cell}`.trim();
}

/** The file and the place in it. */
export function whereText(place: Place, language: Language): string {
  return [place.source, spotText(place, language)].filter(Boolean).join(language === 'zh-CN' ? ' ' : ', ');
}
