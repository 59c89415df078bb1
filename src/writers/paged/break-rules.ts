/**
 * Where a line may end. The two lists follow GB/T 15834-2011 (no line begins with a closing mark, none ends with an
 * opening one; dashes and ellipses are not split) and CLREQ.
 */
const never = {
  begins: new Set(
    '，。、；：？！）」』”’》〉】〕〗］｝﹂﹄·‧・～–-／/%‰％℃°′″,.;:?!)]}»›々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ｡､',
  ),
  ends: new Set('（「『“‘《〈【〔〖［｛﹁﹃([{«‹￥¥$£€＄￡'),
  splits: new Set('—…‥⸺'),
};

const space = /[ \u3000\u2002\u2003\u2009]/;
const glue = /[\u00a0\u202f\u2060]/;
const mark = /\p{M}|\u200d|[\ufe00-\ufe0f]/u;
const letter = /[\p{L}\p{Nd}]/u;
const ideographsFrom = 0x2e80;

/** Whether a line may begin with this character. */
export function mayBegin(character: string): boolean {
  return !never.begins.has(character) && !mark.test(character);
}

/** Whether a line may end with this character. */
export function mayEnd(character: string): boolean {
  return !never.ends.has(character);
}

/** White space that vanishes at the end of a line. */
export function isSpace(character: string): boolean {
  return space.test(character);
}

/** Whether a line may end between two neighbours; `keepUnits` forbids it between a figure and the sign after it. */
export function mayBreak(before: string, after: string, keepUnits: boolean): boolean {
  if (after === '\n' || isSpace(after)) return false;
  if (!mayBegin(after) || !mayEnd(before)) return false;
  if (isSpace(before)) return true;
  if (glue.test(before) || glue.test(after)) return false;
  if (before === after && never.splits.has(before)) return false;
  return !sameWord(before, after) && !(keepUnits && figureWithUnit(before, after));
}

/** Words and figures, `2023-06`, `10,000` and `AED` hold together, and so does a Latin word with its accents. */
export function sameWord(before: string, after: string): boolean {
  return isWordPart(before) && isWordPart(after);
}

/** 210张, 6月. */
function figureWithUnit(before: string, after: string): boolean {
  return before >= '0' && before <= '9' && letter.test(after);
}

function isWordPart(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x20 && code < 0x7f) return true;
  return code < ideographsFrom && letter.test(character);
}
