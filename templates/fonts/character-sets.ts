/** Which characters each of the fonts in this folder has. Rules, so that nobody has to keep lists. */

/** The ideographs of GB 2312, and the marks of its rows and of those that GBK added, as the decoder knows them. */
export const gb2312: ReadonlySet<string> = doubleByte({ lead: [0xa1, 0xf7], trail: [0xa1, 0xfe] });

/** All of GBK: every character that a Chinese Windows can type by default. */
export const gbk: ReadonlySet<string> = doubleByte({ lead: [0x81, 0xfe], trail: [0x40, 0xfe] });

/**
 * What each weight holds: GB 2312, and every letter, figure, mark and sign of the source that is no ideograph:
 * Latin, Greek and Cyrillic, full-width forms, ①, ㎡, ℃, ●, ★ and so on. The block of Chinese punctuation belongs to
 * it with 〇 and 々, which Unicode counts as ideographs.
 */
export function isCommon(character: string): boolean {
  return gb2312.has(character) || !/\p{Script=Han}/u.test(character) || /[\u3000-\u303F]/.test(character);
}

/** Characters that the decoder has for two bytes of these ranges, without the private ones. */
function doubleByte(range: { readonly lead: [number, number]; readonly trail: [number, number] }): Set<string> {
  const decoder = new TextDecoder('gbk');
  const found = new Set<string>();
  for (let lead = range.lead[0]; lead <= range.lead[1]; lead += 1)
    for (let trail = range.trail[0]; trail <= range.trail[1]; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^[^\uFFFD\p{Co}]$/u.test(text)) found.add(text);
    }
  return found;
}
