import { fileFormats, lineStyles, paragraphRoles, tones } from '../../model/document.ts';
import { pageNames } from '../../model/theme.ts';
import {
  type AttributeRule,
  decimal,
  flag,
  oneOf,
  optional,
  required,
  sectionName,
  someOf,
  span,
  width,
  words,
} from './attribute-rules.ts';

/** What may stand in an element. */
export interface ElementRule {
  readonly children: readonly string[];
  readonly text: boolean;
  readonly attributes: Readonly<Record<string, AttributeRule<unknown>>>;
}

/** The elements of one kind of template. */
export interface Vocabulary {
  readonly elements: Readonly<Record<string, ElementRule>>;
  /** What stands outside of all elements, and what messages call that. */
  readonly outermost: Omit<ElementRule, 'attributes'> & { readonly where: string };
}

const alignments = oneOf(['left', 'center', 'right']);
const inlines = ['strong', 'span', 'br'] as const;
const blocks = ['h1', 'h2', 'h3', 'p', 'ul', 'ol', 'table', 'chart', 'line-chart', 'colophon', 'page-break'] as const;

const line = { children: inlines, text: true, attributes: {} } as const;
const items = { children: ['li'], text: false, attributes: {} } as const;
const rows = { children: ['tr'], text: false, attributes: {} } as const;
const cell = {
  children: inlines,
  text: true,
  attributes: {
    colspan: optional(span, 1),
    rowspan: optional(span, 1),
    align: optional(alignments, null),
    value: optional(decimal, null),
    format: optional(words, null),
    formula: optional(words, null),
    note: optional(words, null),
  },
} as const;

/** The elements of a filled briefing: HTML's where HTML has one, and no others. */
const elements = {
  section: {
    children: blocks,
    text: false,
    attributes: {
      name: required(sectionName),
      page: optional(oneOf(pageNames), 'text'),
      formats: optional(someOf(fileFormats), null),
    },
  },
  h1: line,
  h2: line,
  h3: line,
  p: { ...line, attributes: { role: optional(oneOf(paragraphRoles), 'body') } },
  ul: items,
  ol: items,
  li: line,
  strong: line,
  span: { ...line, attributes: { tone: optional(oneOf(tones), null) } },
  br: { children: [], text: false, attributes: {} },
  table: { children: ['colgroup', 'thead', 'tbody'], text: false, attributes: { name: required(words) } },
  colgroup: { children: ['col'], text: false, attributes: {} },
  col: {
    children: [],
    text: false,
    attributes: {
      key: required(words),
      width: required(width),
      align: optional(alignments, 'left'),
      marked: optional(flag, false),
    },
  },
  thead: rows,
  tbody: rows,
  tr: { children: ['th', 'td'], text: false, attributes: { key: optional(words, null) } },
  th: cell,
  td: cell,
  chart: {
    children: ['bar'],
    text: false,
    attributes: {
      name: required(words),
      title: required(words),
      alt: required(words),
      format: required(words),
      reference: optional(decimal, null),
      'reference-label': optional(words, null),
    },
  },
  bar: {
    children: [],
    text: false,
    attributes: { label: required(words), value: required(decimal), tone: optional(oneOf(tones), null) },
  },
  colophon: {
    children: [],
    text: false,
    attributes: { copies: optional(words, ''), issuer: required(words), issued: required(words) },
  },
  'line-chart': {
    children: ['category', 'series'],
    text: false,
    attributes: { name: required(words), title: required(words), alt: required(words), format: required(words) },
  },
  category: { children: [], text: false, attributes: { label: required(words) } },
  series: {
    children: ['point'],
    text: false,
    attributes: {
      label: required(words),
      line: optional(oneOf(lineStyles), 'solid'),
      tone: optional(oneOf(tones), null),
    },
  },
  /** Without a value, a gap. */
  point: { children: [], text: false, attributes: { value: optional(decimal, null), format: optional(words, null) } },
  'page-break': { children: [], text: false, attributes: {} },
} as const satisfies Record<string, ElementRule>;

/** Outside of all elements stand sections only. */
export const vocabulary = {
  elements,
  outermost: { children: ['section'], text: false, where: 'outside of a <section>' },
} as const satisfies Vocabulary;

export type Tag = keyof typeof elements;

/** The attributes of an element as its handler gets them. */
export type AttributesOf<T extends Tag> = {
  readonly [A in keyof (typeof elements)[T]['attributes']]: (typeof elements)[T]['attributes'][A] extends AttributeRule<
    infer V
  >
    ? V
    : never;
};

export function ruleOf(tag: Tag): ElementRule {
  return elements[tag];
}
