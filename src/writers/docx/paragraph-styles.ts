import type { ParagraphRole } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { element } from '../xml.ts';
import { colophonPitch } from './colophon.ts';
import { characterSpacing, linePitch, pageNumberLine } from './page.ts';
import { headingStyles, roleStyles, styleIds } from './style-ids.ts';
import {
  alignment,
  bold,
  borders,
  exactLines,
  fonts,
  indent,
  letterSpacing,
  lineEnds,
  ownLines,
  type ParagraphStyle,
  size,
} from './style-parts.ts';
import { twipsOfMillimetres, twipsOfPoints, wordColour } from './units.ts';

const keepNext = element('w:keepNext');
/** Room above the first of several paragraphs of one style, not between them. */
const onlyAround = element('w:contextualSpacing');

type Look = Pick<ParagraphStyle, 'paragraph' | 'run'>;

/** The styles of running text, as GB/T 9704-2012 sets it. */
export function paragraphStyles(theme: Theme): ParagraphStyle[] {
  const roles = Object.entries(roleLooks(theme)).map(([id, look]) =>
    based('Normal', id, roleStyles[id as ParagraphRole], look, id),
  );
  return [normal(theme), ...headings(theme), ...roles, ...furniture(theme)];
}

function based(basedOn: string, id: string, name: string, look: Look, next: string): ParagraphStyle {
  return { id, name, basedOn, next, ...look };
}

function normal(theme: Theme): ParagraphStyle {
  const paragraph = [lineEnds(true), exactLines(linePitch(theme)), alignment('both')];
  return {
    id: 'Normal',
    name: 'Normal',
    basedOn: null,
    next: 'Normal',
    paragraph,
    // Not among the defaults of the document: LibreOffice would put them above the colours of words in tables.
    run: [
      element('w:color', { 'w:val': wordColour(theme.colours.text) }),
      letterSpacing(characterSpacing(theme)),
      size(theme.sizes.body),
    ],
  };
}

/** Points from line to line of a title. */
export function titleLine(theme: Theme): number {
  return Math.max(linePitch(theme) / 20, theme.sizes.title * 1.3);
}

/** Points from line to line of notes. */
export function noteLine({ sizes }: Theme): number {
  return sizes.note * 1.5;
}

function headings(theme: Theme): ParagraphStyle[] {
  const { fonts: faces, sizes } = theme;
  const pitch = linePitch(theme);
  const heading = (level: 2 | 3, name: string, run: string[]): ParagraphStyle => {
    const outline = element('w:outlineLvl', { 'w:val': level - 2 });
    const paragraph = [keepNext, element('w:keepLines'), indent(sizes.heading, { first: 2 }), outline];
    return based('Normal', headingStyles[level], name, { paragraph, run }, 'body');
  };
  const title = {
    paragraph: [
      keepNext,
      element('w:keepLines'),
      ownLines(twipsOfPoints(titleLine(theme)), { before: pitch, after: pitch }),
      alignment('center'),
      element('w:outlineLvl', { 'w:val': 0 }),
    ],
    run: [fonts(faces.title), letterSpacing(0), size(sizes.title)],
  };
  return [
    based('Normal', headingStyles[1], 'Title', title, 'body'),
    heading(2, 'heading 1', [fonts(faces.heading), size(sizes.heading)]),
    heading(3, 'heading 2', [fonts(faces.subheading), size(sizes.heading)]),
  ];
}

function roleLooks(theme: Theme): Record<ParagraphRole, Look> {
  const { fonts: faces, sizes, colours } = theme;
  const pitch = linePitch(theme);
  const pitchOfNotes = twipsOfPoints(noteLine(theme));
  const firstLine = indent(sizes.body, { first: 2 });
  const apart = exactLines(pitch, { before: pitch });
  return {
    body: { paragraph: [firstLine], run: [] },
    number: { paragraph: [keepNext, alignment('center')], run: [] },
    imprint: {
      paragraph: [keepNext, borders(['bottom'], 12, wordColour(colours.banner)), rightTab(theme), alignment('left')],
      run: [],
    },
    lead: { paragraph: [firstLine], run: [fonts(faces.subheading)] },
    'annex-list': {
      // 附件：1. hangs out, so that long names align with their first character (GB/T 9704-2012, 7.3.4).
      paragraph: [apart, indent(sizes.body, { left: 6.5, first: -4.5 }), onlyAround, alignment('left')],
      run: [],
    },
    'annex-label': {
      paragraph: [keepNext, alignment('left')],
      run: [fonts(faces.heading), size(sizes.heading)],
    },
    'table-unit': {
      paragraph: [keepNext, ownLines(pitchOfNotes), alignment('right')],
      run: [letterSpacing(0), size(sizes.note)],
    },
    note: { paragraph: [ownLines(pitchOfNotes, { before: 60 })], run: [letterSpacing(0), size(sizes.note)] },
    signature: {
      paragraph: [apart, indent(sizes.body, { right: 2 }), onlyAround, alignment('right')],
      run: [],
    },
  };
}

function furniture(theme: Theme): ParagraphStyle[] {
  const { fonts: faces, sizes, colours } = theme;
  const pitch = linePitch(theme);
  const red = wordColour(colours.banner);
  const pageNumber = (side: 'left' | 'right'): Look => ({
    paragraph: [
      ownLines(twipsOfPoints(pageNumberLine(theme))),
      // GB/T 9704-2012, 7.5: one character of room at the outer edge.
      indent(sizes.pageNumber, { [side]: 1 }),
      alignment(side),
    ],
    run: [letterSpacing(0), size(sizes.pageNumber)],
  });
  const looks: readonly [id: string, name: string, look: Look][] = [
    [styleIds.list, '公文列表', { paragraph: [indent(sizes.body, { first: 2 })], run: [] }],
    [
      styleIds.figure,
      '插图',
      // An exact line would clip the picture that stands in it.
      {
        paragraph: [
          element('w:snapToGrid', { 'w:val': 0 }),
          element('w:spacing', {
            'w:before': Math.round(pitch / 2),
            'w:after': Math.round(pitch / 2),
            'w:line': 240,
            'w:lineRule': 'auto',
          }),
          alignment('center'),
        ],
        run: [],
      },
    ],
    [
      styleIds.banner,
      '警示横幅',
      {
        paragraph: [borders(['top', 'left', 'bottom', 'right'], 12, red), alignment('center')],
        run: [fonts(faces.heading), bold, element('w:color', { 'w:val': red })],
      },
    ],
    [
      styleIds.colophon,
      '版记',
      {
        paragraph: [
          ownLines(twipsOfPoints(sizes.imprint * colophonPitch), { before: 60, after: 60 }),
          alignment('left'),
        ],
        run: [letterSpacing(0), size(sizes.imprint)],
      },
    ],
    [styleIds.hairline, '细行', { paragraph: [ownLines(20)], run: [size(1)] }],
    [styleIds.oddPageNumber, '页码 单页', pageNumber('right')],
    [styleIds.evenPageNumber, '页码 双页', pageNumber('left')],
  ];
  return looks.map(([id, name, look]) => based('Normal', id, name, look, id));
}

/** A tab stop at the right edge of the text on A4, the paper of the first page. */
function rightTab({ margins }: Theme): string {
  const width = twipsOfMillimetres(210 - margins.left - margins.right);
  return element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': width }));
}
