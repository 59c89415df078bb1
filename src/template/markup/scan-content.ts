import { failAt, type TemplatePlace } from '../template-place.ts';
import { inText, type MarkupState, type MarkupToken, type OpenToken } from './tokens.ts';

/** XML's own entities and character references; nothing declares others. */
const entity = String.raw`&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);`;
const patterns = {
  text: new RegExp(String.raw`(?:(?!\]\]>)[^<&]|${entity})+`, 'y'),
  close: /<\/([A-Za-z][\w-]*)[ \t\r\n]*>/y,
  open: /<([A-Za-z][\w-]*)/y,
  space: /[ \t\r\n]+/y,
  attribute: /([A-Za-z][\w-]*)[ \t\r\n]*=[ \t\r\n]*(["'])/y,
  end: /(\/?)>/y,
  value: new RegExp(`(?:[^<&"']|${entity})+|["']`, 'y'),
};

/** Reads the text between two `{{ }}`, beginning in `start`; says in which part of the markup it ends. */
export class ContentScan {
  readonly tokens: MarkupToken[] = [];
  readonly #text: string;
  readonly #file: string;
  readonly #firstLine: number;
  readonly #depth: number;
  #at = 0;

  constructor(statement: hbs.AST.ContentStatement, file: string, depth: number) {
    this.#text = statement.value;
    this.#file = file;
    // the declared type of `original` is wrong; it is the text before `{{~` took white space away
    const original = statement.original as unknown as string;
    const taken = original.slice(0, original.indexOf(statement.value));
    this.#firstLine = statement.loc.start.line + lines(taken);
    this.#depth = depth;
  }

  run(start: MarkupState): MarkupState {
    let state = start;
    while (this.#at < this.#text.length) state = this.#step(state);
    return state;
  }

  #step(state: MarkupState): MarkupState {
    if (state.in === 'text') return this.#inText();
    if (state.in === 'tag') return this.#inTag(state);
    return this.#inValue(state);
  }

  #inText(): MarkupState {
    const place = this.#place();
    const text = this.#take(patterns.text);
    if (text !== null) {
      const blank = /^[ \t\r\n]*/.exec(text[0]) as RegExpExecArray;
      if (blank[0] !== text[0])
        this.tokens.push({ kind: 'text', place: { ...place, line: place.line + lines(blank[0]) } });
      return inText;
    }
    const close = this.#take(patterns.close);
    if (close !== null) {
      this.tokens.push({ kind: 'close', name: close[1] as string, place });
      return inText;
    }
    const open = this.#take(patterns.open);
    if (open === null) this.#refuse();
    const tag: OpenToken = {
      kind: 'open',
      name: open[1] as string,
      place,
      nameEnd: this.#at,
      attributes: [],
      empty: false,
    };
    this.tokens.push(tag);
    return { in: 'tag', tag, depth: this.#depth, spaced: false };
  }

  #inTag(state: MarkupState & { in: 'tag' }): MarkupState {
    if (this.#take(patterns.space) !== null) return { ...state, spaced: true };
    const place = this.#place();
    const end = this.#take(patterns.end);
    if (end !== null) {
      state.tag.empty = end[1] === '/';
      return inText;
    }
    const written = this.#take(patterns.attribute);
    if (written === null) this.#refuse();
    const [, name, quote] = written as unknown as [string, string, string];
    if (!state.spaced) failAt(place, `white space is missing before the attribute '${name}'`);
    const attribute = {
      name,
      place,
      always: this.#depth === state.depth,
      literal: '',
      prints: 0,
      branched: false,
    };
    state.tag.attributes.push(attribute);
    return { in: 'value', attribute, quote, tag: { ...state, spaced: false } };
  }

  #inValue(state: MarkupState & { in: 'value' }): MarkupState {
    const piece = this.#take(patterns.value);
    if (piece === null) this.#refuse();
    if (piece[0] === state.quote) return state.tag;
    state.attribute.literal += piece[0];
    return state;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #place(): TemplatePlace {
    return { template: this.#file, line: this.#firstLine + lines(this.#text.slice(0, this.#at)) };
  }

  #refuse(): never {
    const rest = this.#text.slice(this.#at, this.#at + 20).replaceAll('\n', ' ');
    const hint = rest.startsWith('<!') ? '; comments are written {{! }}' : rest.startsWith('&') ? '; write &amp;' : '';
    failAt(this.#place(), `not well-formed here: '${rest}'${hint}`);
  }
}

function lines(text: string): number {
  return text.split('\n').length - 1;
}
