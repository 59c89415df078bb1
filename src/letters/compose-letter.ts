import { type CompiledLetter, type CompiledText, compileLetter, compileLine, compileText } from '../template/index.ts';
import { type LetterFacts, type LetterKind, letterKinds, letterOf } from './index.ts';

/** The three templates of each letter, checked and ready. */
export type LetterStyle = Readonly<Record<LetterKind, CompiledParts>>;

interface CompiledParts {
  readonly subject: CompiledText<unknown>;
  readonly text: CompiledText<unknown>;
  readonly html: CompiledLetter<unknown>;
}

/** A letter in its three parts; the subject is one line. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const parts = ['subject', 'text', 'html'] as const;

/** `mail/packet.subject.hbs`: all templates of letters, by their paths below a templates folder. */
export const letterTemplates: readonly string[] = letterKinds.flatMap((kind) =>
  parts.map((part) => pathOf(kind, part)),
);

/** Compiles the templates of all letters, so that a slip is found before anything is mailed. `texts` has each of `letterTemplates`. TemplateError. */
export function letterStyle(texts: Readonly<Record<string, string>>): LetterStyle {
  const compiled = letterKinds.map((kind) => {
    const { schema } = letterOf(kind);
    const sources = (part: (typeof parts)[number]) => {
      const name = pathOf(kind, part);
      const text = texts[name];
      if (text === undefined) throw new RangeError(`no template ${name}`);
      return { name, text, partials: {} };
    };
    const subject = compileLine(sources('subject'), schema);
    return [
      kind,
      { subject, text: compileText(sources('text'), schema), html: compileLetter(sources('html'), schema) },
    ];
  });
  return Object.fromEntries(compiled) as LetterStyle;
}

/** Writes a letter. TemplateError where its facts do not fit its templates, or hold what no mail can. */
export function composeLetter<K extends LetterKind>(kind: K, facts: LetterFacts[K], style: LetterStyle): WrittenLetter {
  const { subject: line, text, html } = style[kind];
  const content = letterOf(kind).content(facts);
  const subject = line.render(content);
  return { subject, text: text.render(content), html: html.render(content, subject) };
}

function pathOf(kind: LetterKind, part: (typeof parts)[number]): string {
  return `mail/${kind}.${part}.hbs`;
}
