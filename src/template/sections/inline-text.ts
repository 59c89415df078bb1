import type { TextRun, Tone } from '../../model/document.ts';

interface DraftRun {
  text: string;
  readonly strong: boolean;
  readonly tone: Tone | null;
  /** Template spaces at the end, which are cut if the block ends here. */
  trailing: number;
}

/** Gathers the runs of one paragraph, item or cell. */
export class InlineText {
  #runs: DraftRun[] = [];
  #strong = 0;
  readonly #tones: Tone[] = [];

  /** Text of the template: white space with a line break in it is layout of the file and goes. */
  template(text: string): void {
    // XML's white space only: an ideographic space (U+3000) is a word of the typist
    const kept = text.replace(/[ \t\r]*\n[ \t\r\n]*/g, '');
    const trimmed = this.#runs.length === 0 ? kept.replace(/^[ \t]+/, '') : kept;
    this.#append(trimmed, trimmed.length - trimmed.replace(/[ \t]+$/, '').length);
  }

  /** Data, and `<br/>`: kept to the letter. */
  data(text: string): void {
    this.#append(text, 0);
  }

  strong(step: 1 | -1): void {
    this.#strong += step;
  }

  /** Inner tones win; null leaves the tone as it is. */
  enterTone(tone: Tone | null): void {
    this.#tones.push((tone ?? this.#tones.at(-1) ?? null) as Tone);
  }

  leaveTone(): void {
    this.#tones.pop();
  }

  /** The runs so far, and begins anew. */
  take(): TextRun[] {
    const runs = this.#runs;
    this.#runs = [];
    for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
      last.text = last.text.slice(0, last.text.length - last.trailing);
      if (last.text !== '') break;
      runs.pop();
    }
    return runs.map(({ text, strong, tone }) => ({ text, strong, tone }));
  }

  #append(text: string, trailing: number): void {
    if (text === '') return;
    const strong = this.#strong > 0;
    const tone = this.#tones.at(-1) ?? null;
    const last = this.#runs.at(-1);
    if (last !== undefined && last.strong === strong && last.tone === tone) {
      last.trailing = trailing === text.length ? last.trailing + trailing : trailing;
      last.text += text;
    } else this.#runs.push({ text, strong, tone, trailing });
  }
}
