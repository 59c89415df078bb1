/** Words of `w:t`: without `xml:space="preserve"` Word drops blanks at both ends; a line break in the XML is a blank. */
export function wordText(text: string, preserve: boolean): string {
  const flat = text.replace(/[\t\n\r]/g, ' ');
  return preserve ? flat : withoutOuterBlanks(flat);
}

/** By hand: a regular expression for the end takes quadratic time over a long run of blanks. */
function withoutOuterBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return text.slice(from, to);
}

/** Characters of Word's symbol fonts that tables use, by the low byte of `w:char`. */
const symbols: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    109: '○',
    110: '■',
    111: '□',
    113: '❑',
    117: '◆',
    118: '❖',
    159: '•',
    161: '○',
    167: '▪',
    168: '□',
    171: '★',
    181: '✪',
    216: '➢',
    223: '←',
    224: '→',
    225: '↑',
    226: '↓',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 151: '●', 163: '□', 234: '★' },
  symbol: { 163: '≤', 176: '°', 177: '±', 179: '≥', 180: '×', 183: '•', 184: '÷', 185: '≠' },
};

/** The character of a `w:sym`; null where its font is not known here. A code outside the private use area is the character. */
export function symbolText(font: string, code: string): string | null {
  const point = Number.parseInt(code, 16);
  if (Number.isNaN(point) || point > 0xffff) return null;
  const known = symbols[font.toLowerCase()]?.[point & 0xff];
  if (known !== undefined) return known;
  return point >= 0xf000 && point <= 0xf0ff ? null : String.fromCodePoint(point);
}
