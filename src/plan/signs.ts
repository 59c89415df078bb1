const front = /^[★☆※*＊●]+/u;
const behind = /(?:[★☆※*＊●①-⑳⑴-⒇]|(?<![A-Za-z])[¹²³⁰⁴-⁹]|[[［〔]\d{1,2}[\]］〕]|（注\d{0,2}）|注\d{1,2})+$/u;

/** Longer texts are prose; looking for signs at their end would take long. */
const longest = 200;

/** A text without the signs beside it that honour it or point to a note: ★, ※, *, ①, ¹, [1], （注1）. */
export function splitSigns(text: string): { readonly bare: string; readonly signs: string } {
  if (text.length > longest) return { bare: text, signs: '' };
  const before = front.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const after = behind.exec(rest)?.[0] ?? '';
  const bare = rest.slice(0, rest.length - after.length).trim();
  return bare === '' ? { bare: text, signs: '' } : { bare, signs: before + after };
}
