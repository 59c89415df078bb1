import { WriteError } from '../../model/errors/write-error.ts';
import { codePointName, unwritable } from '../../model/text.ts';

/** A piece of finished HTML, well-formed as XML too. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Value = string | number | Markup | readonly Markup[];

/** The one way to make markup: what stands in `${ }` is escaped unless it is markup already. */
export function html(pieces: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let source = pieces[0] as string;
  for (const [i, value] of values.entries()) source += sourceOf(value) + pieces[i + 1];
  return new Markup(source);
}

export const nothing = new Markup('');

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | number | null): Markup {
  return value === null ? nothing : new Markup(` ${name}="${escaped(String(value))}"`);
}

function sourceOf(value: Value): string {
  if (value instanceof Markup) return value.source;
  if (typeof value === 'object') return value.map((part) => part.source).join('');
  return escaped(String(value));
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // in attributes, bare ones are read as spaces
  '\n': '&#10;',
  '\t': '&#9;',
};

function escaped(text: string): string {
  const found = unwritable.exec(text);
  if (found !== null) {
    const rest = text.replaceAll(new RegExp(unwritable, 'gu'), '').slice(0, 40);
    const name = codePointName(found[0]);
    throw new WriteError({
      'zh-CN': `“${rest}”中有网页不能保存的字符 ${name}，请在原文中删去`,
      en: `HTML cannot hold the character ${name}, in “${rest}”`,
    });
  }
  return text.replace(/[&<>"'\n\t]/g, (character) => references[character] as string);
}
