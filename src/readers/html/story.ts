import { type Block, type Paragraph, paragraphRoles, type TextRun } from '../../model/document.ts';
import type { ReadPart } from '../../model/reading.ts';
import { run } from '../../model/text.ts';
import { type HtmlCell, HtmlTable } from './table.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose content says nothing of the document. */
const silent = new Set(['head', 'nav', 'style', 'script', 'title', 'desc']);
const headings: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3 };
/** Elements that hold words of their own; `text` is that of a drawing. */
const holders = new Set(['p', 'li', 'text', 'td', 'th', ...Object.keys(headings)]);

/** What was read so far of a page; fed with its elements one by one. */
export class HtmlStory {
  readonly parts: ReadPart[] = [];
  readonly #source: string;
  #blocks: Block[] = [];
  #items: TextRun[][] | null = null;
  #table: HtmlTable | null = null;
  #cell: HtmlCell | null = null;
  #role: string | undefined;
  /** Words of the open holder; null between holders. */
  #words: string | null = null;
  #silence = 0;
  #tables = 0;

  constructor(source: string) {
    this.#source = source;
  }

  open(name: string, attributes: Attributes): void {
    if (silent.has(name)) this.#silence += 1;
    if (this.#silence > 0) return;
    if (name === 'section') this.#endPart(null);
    if (name === 'ol' || name === 'ul') this.#items = [];
    if (name === 'table') {
      this.#tables += 1;
      this.#table = new HtmlTable(attributes['data-name'] ?? `表${this.#tables}`, this.#source);
    }
    this.#table?.open(name, attributes);
    if (name === 'td' || name === 'th') this.#cell = { name, attributes };
    if (name === 'br' && this.#words !== null) this.#words += '\n';
    if (!holders.has(name)) return;
    this.#words = '';
    this.#role = attributes['class'];
  }

  text(words: string): void {
    if (this.#silence === 0 && this.#words !== null) this.#words += words;
  }

  close(name: string): void {
    if (silent.has(name)) {
      this.#silence -= 1;
      return;
    }
    if (this.#silence > 0) return;
    if (holders.has(name) && this.#words !== null) this.#keep(name, this.#words);
    if (name === 'ol' || name === 'ul') {
      this.#blocks.push({ kind: 'list', ordered: name === 'ol', items: this.#items ?? [] });
      this.#items = null;
    }
    this.#table?.close(name);
    if (name === 'table' && this.#table !== null) {
      this.#blocks.push(this.#table.finished());
      this.#table = null;
    }
    if (name === 'section' || name === 'body') this.#endPart(name);
  }

  #keep(holder: string, words: string): void {
    this.#words = null;
    const content = words === '' ? [] : [run(words)];
    const level = headings[holder];
    if (this.#cell !== null) {
      if (holder !== this.#cell.name) return;
      this.#table?.add(this.#cell, words);
      this.#cell = null;
    } else if (level !== undefined) this.#blocks.push({ kind: 'heading', level, content });
    else if (holder === 'li' && this.#items !== null) this.#items.push(content);
    else this.#blocks.push({ kind: 'paragraph', role: roleOf(this.#role), content });
  }

  /** What stands before, between and behind the sections are parts, too, if there is anything. */
  #endPart(name: string | null): void {
    if (this.#blocks.length > 0 || name === 'section') this.parts.push({ name: null, blocks: this.#blocks });
    this.#blocks = [];
  }
}

function roleOf(name: string | undefined): Paragraph['role'] {
  return paragraphRoles.find((role) => role === name) ?? 'body';
}
