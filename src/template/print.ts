import { codePointName, unwritable } from '../model/text.ts';
import type { Places } from './instrument.ts';
import { failAt } from './template-place.ts';

/** Prints a value at the place with this number. */
export type Print = (value: unknown, index: number) => string;

/**
 * Data in text goes into a CDATA section: nothing in it can become markup, and the reader of the filled template
 * can tell it from the template's own text. Line ends are `\n`, as XML has it.
 */
export function textPrinter(places: Places): Print {
  return (value, index) => {
    const text = clean(value, index, places);
    return text === '' ? '' : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  };
}

/** Data in plain text stand as they are: there is nothing that they could become. Line ends are `\n`. */
export function plainPrinter(places: Places): Print {
  return (value, index) => clean(value, index, places);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  "'": '&apos;',
  // an XML reader turns bare ones into spaces
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Data in an attribute; null prints nothing, which leaves the attribute out. */
export function attributePrinter(places: Places): Print {
  return (value, index) =>
    value === null || value === undefined
      ? ''
      : clean(value, index, places).replace(/[&<"'\n\t]/g, (c) => references[c] as string);
}

function clean(value: unknown, index: number, places: Places): string {
  const text = String(value).replace(/\r\n?/g, '\n');
  const found = unwritable.exec(text);
  if (found === null) return text;
  const { place, words } = places.prints[index] as Places['prints'][number];
  failAt(place, `'${words}' holds the character ${codePointName(found[0])}, which no document can hold`);
}
