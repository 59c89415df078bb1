import { type AttributeRule, oneOf, optional, required } from '../markup/attribute-rules.ts';
import type { ElementRule, Vocabulary } from '../markup/vocabulary.ts';

const inlines = ['strong', 'span', 'code', 'a', 'br'] as const;
const blocks = ['h1', 'p', 'ul', 'ol', 'table'] as const;

const line = { children: inlines, text: true, attributes: {} } as const;
const items = { children: ['li'], text: false, attributes: {} } as const;
const rows = { children: ['tr'], text: false, attributes: {} } as const;
const cell = {
  ...line,
  attributes: { align: optional(oneOf(['left', 'center', 'right']), null) },
} as const;

/** Addresses of pages and mailboxes; a program in a link (`javascript:`) is none. */
const address: Parameters<typeof required<string>>[0] = {
  expected: 'an address that begins with https://, http:// or mailto:',
  read: (value) => (/^(?:https?:\/\/|mailto:)[^\s<>"'`]+$/i.test(value) ? value : undefined),
};

/** The elements of a filled letter: what every mail program draws alike. Their look is the program's (`look.ts`), by tag and class. */
const elements = {
  h1: line,
  p: {
    ...line,
    attributes: { class: optional(oneOf(['head', 'banner', 'lead', 'label', 'command', 'note', 'signature']), null) },
  },
  ul: items,
  ol: items,
  li: line,
  table: {
    children: ['thead', 'tbody'],
    text: false,
    attributes: { class: optional(oneOf(['facts', 'list']), 'list') },
  },
  thead: rows,
  tbody: rows,
  tr: { children: ['th', 'td'], text: false, attributes: {} },
  th: cell,
  td: cell,
  strong: line,
  span: { ...line, attributes: { class: optional(oneOf(['warning', 'quiet']), null) } },
  code: { ...line, children: ['br'] },
  a: { ...line, children: ['strong', 'br'], attributes: { href: required(address) } },
  br: { children: [], text: false, attributes: {} },
} as const satisfies Record<string, ElementRule>;

export type MailTag = keyof typeof elements;

export const mailVocabulary = {
  elements,
  outermost: { children: blocks, text: false, where: 'at the top of a letter' },
} as const satisfies Vocabulary;

/** The rules of an element's attributes, by their names. */
export function mailAttributes(tag: MailTag): Readonly<Record<string, AttributeRule<unknown>>> {
  return elements[tag].attributes;
}
