/** Spaces, line breaks and signs of no width, which pages put anywhere. */
const layout = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** A text as it is searched: without layout, full-width letters and digits as half-width ones, so that a spelling hides nothing. */
export function bareWords(text: string): string {
  return text.normalize('NFKC').replaceAll(layout, '');
}

/** Where a short text has to stand alone to be told from a piece of another: between marks. */
const marks = /[\p{P}\p{S}\n\r\t]+/u;

/** The pieces of a text between its marks, bare. */
export function clausesOf(text: string): string[] {
  return text.split(marks).map(bareWords).filter(Boolean);
}

/** A number as text, not part of a word, a hash, a longer number or an address of a cell. */
const number = /(?<![\dA-Za-z.])\d+(?:\.\d+)?(?![\dA-Za-z]|\.\d)/g;

/** The numbers of a text as they are written, without the commas between thousands. */
export function numbersIn(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .match(number) ?? []
  );
}
