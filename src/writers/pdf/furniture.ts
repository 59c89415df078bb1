import type { Theme } from '../../model/theme.ts';
import type { FontBook } from './font-book.ts';
import { millimetres, type PageFrame } from './page-frame.ts';
import type { Outline, Stroke, TextItem } from './page-items.ts';
import { textItems, wordsWidth } from './text-items.ts';

interface Surroundings {
  readonly theme: Theme;
  readonly frame: PageFrame;
  readonly book: FontBook;
}

/**
 * GB/T 9704-2012, 7.5: — 1 — in 14 pt, 7 mm below the text block, one character in from the right on odd pages and
 * from the left on even ones. 7.6: a landscape page has it in the same place once it is bound, turned a quarter
 * anticlockwise so that its left edge lies below: it runs downwards left of the text block.
 */
export function pageNumber(number: number, { theme, frame, book }: Surroundings): TextItem[] {
  const typeface = theme.fonts.body;
  const size = theme.sizes.pageNumber;
  const text = `— ${number} —`;
  const width = wordsWidth(text, typeface, false, book) * size;
  const look = { typeface, strong: false, size, colour: theme.colours.text, tracking: 0 };
  const turned = frame.paperWidth > frame.paperHeight;
  const distance = Math.min(millimetres(7), (turned ? frame.left : frame.bottomMargin) * 0.4) + size * 0.4;
  const odd = number % 2 === 1;
  if (turned) {
    const y = odd ? frame.top + frame.height - size - width : frame.top + size;
    return textItems(text, { ...look, x: frame.left - distance, y, turned }, book);
  }
  const x = odd ? frame.left + frame.width - size - width : frame.left + size;
  return textItems(text, { ...look, x, y: frame.top + frame.height + distance }, book);
}

/** The words that no reader may miss, in red over a red rule at the head of the page. */
export function bannerLine(banner: string, { theme, frame, book }: Surroundings): { texts: TextItem[]; rule: Stroke } {
  const typeface = theme.fonts.heading;
  const size = Math.min(16, frame.top * 0.3);
  const width = wordsWidth(banner, typeface, true, book) * size;
  const x = frame.left + (frame.width - width) / 2;
  const y = frame.top * 0.55;
  const below = y + size * 0.5;
  const colour = theme.colours.banner;
  const rule = { kind: 'stroke', x1: frame.left, y1: below, x2: frame.left + frame.width, y2: below } as const;
  return {
    texts: textItems(banner, { x, y, typeface, strong: true, size, colour, tracking: 0 }, book),
    rule: { ...rule, width: 1, colour, dash: null },
  };
}

/** How much of the banner's colour a watermark has; the rest is white, so that the text on it stays easy to read. */
const watermarkStrength = 0.08;

/**
 * The banner's first words (示例数据) across the page from corner to corner. They are outlines and not text: whoever
 * selects, searches or extracts the text of a table must not find them between the figures.
 */
export function watermark(banner: string, { theme, frame, book }: Surroundings): Outline {
  const typeface = theme.fonts.heading;
  const { paperWidth, paperHeight } = frame;
  const angle = Math.atan2(paperHeight, paperWidth);
  const words = banner.split(/[\s\u3000]/u)[0] ?? banner;
  const width = wordsWidth(words, typeface, true, book);
  const size = (Math.hypot(paperWidth, paperHeight) * 0.35) / width;
  const cos = Math.cos(angle) * size;
  const sin = Math.sin(angle) * size;
  const parts: string[] = [];
  let left = -width / 2;
  for (const character of words) {
    const [piece] = book.pieces(character, typeface, true);
    if (piece === undefined) continue;
    for (const { command, args } of book.font(piece.face).outline(character)) {
      parts.push(commandLetters[command] ?? '');
      for (let i = 0; i < args.length; i += 2) {
        const x = left + (args[i] as number);
        // Middle of the ideographs, 0.38 em above the baseline, on the middle of the page.
        const y = (args[i + 1] as number) - 0.38;
        parts.push(decimal(paperWidth / 2 + x * cos - y * sin), decimal(paperHeight / 2 - x * sin - y * cos));
      }
    }
    left += piece.width;
  }
  return { kind: 'outline', path: parts.join(' '), colour: tint(theme.colours.banner, watermarkStrength) };
}

const commandLetters: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** `#RRGGBB` mixed with white. */
function tint(colour: string, strength: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(255 - (255 - part) * strength)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}
