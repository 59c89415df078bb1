import { getFormatFromId } from 'numfmt';
import { attribute, type XmlHandler } from '../package/walk-xml.ts';

/** What a cell style says of a cell. */
export interface CellStyle {
  readonly format: string;
  /** Rules on all four sides. */
  readonly ruled: boolean;
  /** A line through the words. */
  readonly struck: boolean;
}

/** Formats that Chinese Excel knows by number and other languages show otherwise (ISO/IEC 29500-1, 18.8.30, zh-cn). */
const chinese: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const plainStyle: CellStyle = { format: 'General', ruled: false, struck: false };

/** Collects the cell styles of `styles.xml` in their own order. */
export function stylesHandler(styles: CellStyle[]): XmlHandler {
  const formats = new Map<number, string>();
  const ruled: boolean[] = [];
  const struck: boolean[] = [];
  const path: string[] = [];
  let sides = new Set<string>();
  return {
    open(name, attributes) {
      path.push(name);
      const around = path.at(-2);
      if (name === 'numFmt' && around === 'numFmts')
        formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? 'General');
      if (name === 'font' && around === 'fonts') struck.push(false);
      if (name === 'strike' && around === 'font') struck[struck.length - 1] = attribute(attributes, 'val') !== '0';
      if (name === 'border' && around === 'borders') sides = new Set();
      if (around === 'border' && (attribute(attributes, 'style') ?? 'none') !== 'none')
        sides.add(sideNames[name] ?? name);
      if (name === 'xf' && around === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push({
          format: formats.get(id) ?? chinese[id] ?? builtIn(id),
          ruled: ruled[Number(attribute(attributes, 'borderId') ?? 0)] ?? false,
          struck: struck[Number(attribute(attributes, 'fontId') ?? 0)] ?? false,
        });
      }
    },
    text() {},
    close(name) {
      path.pop();
      if (name === 'border' && path.at(-1) === 'borders')
        ruled.push(['left', 'right', 'top', 'bottom'].every((side) => sides.has(side)));
    },
  };
}

/** Strict files name the sides by reading direction. */
const sideNames: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

function builtIn(id: number): string {
  return id > 0 && id < 50 ? String(getFormatFromId(id, 'zh-CN') ?? 'General') : 'General';
}
