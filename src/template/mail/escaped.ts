const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML, in an element or in the quotes of an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] as string);
}
