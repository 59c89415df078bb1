import type { Cell, Row, Table } from '../../model/document.ts';
import { textCell } from '../../model/text.ts';

export interface HtmlCell {
  readonly name: 'td' | 'th';
  readonly attributes: Readonly<Record<string, string>>;
}

/** A table that is being read: `thead` is its head, each `tbody` a group. */
export class HtmlTable {
  readonly #name: string;
  readonly #source: string;
  readonly #columns: string[] = [];
  readonly #head: Row[] = [];
  readonly #groups: Row[][] = [];
  #row: { readonly key: string | null; readonly cells: Cell[] } | null = null;
  #inHead = false;
  #rows = 0;

  constructor(name: string, source: string) {
    this.#name = name;
    this.#source = source;
  }

  open(name: string, attributes: HtmlCell['attributes']): void {
    if (name === 'col') this.#columns.push(attributes['data-key'] ?? String(this.#columns.length + 1));
    if (name === 'thead' || name === 'tbody') this.#inHead = name === 'thead';
    if (name === 'tbody') this.#groups.push([]);
    if (name !== 'tr') return;
    this.#rows += 1;
    this.#row = { key: attributes['data-key'] ?? null, cells: [] };
  }

  add({ name, attributes }: HtmlCell, words: string): void {
    const number = attributes['data-value'];
    const note = attributes['title'];
    this.#row?.cells.push(
      textCell(words, {
        colspan: spanOf(attributes['colspan']),
        rowspan: spanOf(attributes['rowspan']),
        header: name === 'th',
        value: number === undefined ? null : { number, format: '', formula: null },
        at: { source: this.#source, part: this.#name, row: this.#rows, column: null },
        ...(note === undefined ? {} : { note }),
      }),
    );
  }

  close(name: string): void {
    if (name !== 'tr' || this.#row === null) return;
    if (this.#inHead) this.#head.push(this.#row);
    else {
      if (this.#groups.length === 0) this.#groups.push([]);
      this.#groups.at(-1)?.push(this.#row);
    }
    this.#row = null;
  }

  finished(): Table {
    return {
      kind: 'table',
      name: this.#name,
      columns: this.#columns.map((key) => ({ key, width: 1, align: 'left', marked: false })),
      head: this.#head,
      groups: this.#groups,
    };
  }
}

function spanOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Math.max(1, Number(text)) : 1;
}
