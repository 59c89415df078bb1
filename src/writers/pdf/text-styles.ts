import type { Heading, ParagraphRole } from '../../model/document.ts';
import type { Theme, Typeface } from '../../model/theme.ts';
import type { TextRole } from '../printed-texts.ts';
import type { PageFrame } from './page-frame.ts';

/** How a paragraph is set. Lengths in points unless they say em. */
export interface TextStyle {
  readonly typeface: Typeface;
  readonly size: number;
  /** Distance of two baselines. */
  readonly pitch: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Of the first line, in em. */
  readonly indent: number;
  readonly before: number;
  readonly after: number;
  /** Stays on the page of what follows. */
  readonly keep: boolean;
  /** Lines of about equal length, as titles have them. */
  readonly balanced: boolean;
}

/** The typeface of each kind of text: titles in 小标宋, 一、 in 黑体, （一） in 楷体, running text in 仿宋. */
const typefaces: Readonly<Record<TextRole, keyof Theme['fonts']>> = {
  'heading-1': 'title',
  'heading-2': 'heading',
  'heading-3': 'subheading',
  body: 'body',
  number: 'body',
  imprint: 'body',
  lead: 'body',
  'annex-list': 'body',
  'annex-label': 'heading',
  'table-unit': 'body',
  note: 'body',
  signature: 'body',
  list: 'body',
  table: 'table',
  chart: 'table',
  colophon: 'body',
  banner: 'heading',
  'page-number': 'body',
};

export function typefaceOf(role: TextRole, theme: Theme): Typeface {
  return theme.fonts[typefaces[role]];
}

type Choice = Pick<TextStyle, 'typeface' | 'size'> & Partial<TextStyle>;

function style(frame: PageFrame, choice: Choice): TextStyle {
  const rest = { align: 'left', indent: 0, before: 0, after: 0, keep: false, balanced: false } as const;
  return { ...rest, pitch: frame.pitch, ...choice };
}

/** GB/T 9704-2012, 7.3.1 and 7.3.3: title 22 pt centred, 一、 in 黑体 and （一） in 楷体, both two characters in. */
export function headingStyle(level: Heading['level'], theme: Theme, frame: PageFrame): TextStyle {
  const { sizes } = theme;
  const typeface = typefaceOf(`heading-${level}`, theme);
  switch (level) {
    case 1:
      return style(frame, {
        typeface,
        size: sizes.title,
        pitch: sizes.title * 1.55,
        align: 'center',
        before: frame.pitch / 2,
        after: frame.pitch / 2,
        keep: true,
        balanced: true,
      });
    case 2:
      return style(frame, { typeface, size: sizes.heading, indent: 2, keep: true });
    case 3:
      return style(frame, { typeface, size: sizes.heading, indent: 2, keep: true });
  }
}

/** One style per role. Running text is justified, two characters in; small print is closer. */
export function paragraphStyle(role: ParagraphRole, theme: Theme, frame: PageFrame): TextStyle {
  const { sizes } = theme;
  const typeface = typefaceOf(role, theme);
  const body: Choice = { typeface, size: sizes.body };
  const small: Choice = { typeface, size: sizes.note, pitch: sizes.note * 1.6 };
  switch (role) {
    case 'body':
      return style(frame, { ...body, align: 'justify', indent: 2 });
    case 'lead':
      return style(frame, { ...body, align: 'justify', indent: 2, after: frame.pitch / 4 });
    case 'number':
      return style(frame, { ...body, align: 'center', keep: true });
    case 'imprint':
      return style(frame, { ...body, align: 'center', after: frame.pitch / 3, keep: true });
    case 'annex-list':
      return style(frame, { ...body, indent: 2, before: frame.pitch });
    case 'annex-label':
      return style(frame, { typeface, size: sizes.heading, keep: true });
    case 'table-unit':
      return style(frame, { ...small, align: 'right', keep: true });
    case 'note':
      return style(frame, { ...small, before: sizes.note * 0.2, after: sizes.note * 0.5 });
    case 'signature':
      return style(frame, { ...body, align: 'right', before: frame.pitch });
  }
}

/** 版记: 4号, lines closer than running text (GB/T 9704-2012, 7.4). */
export function colophonStyle(theme: Theme, frame: PageFrame): TextStyle {
  const size = theme.sizes.imprint;
  return style(frame, { typeface: typefaceOf('colophon', theme), size, pitch: size * 1.5 });
}
