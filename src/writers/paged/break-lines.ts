import type { Tone } from '../../model/document.ts';
import { mayBegin, mayEnd, sameWord } from './break-rules.ts';
import type { Cluster, PreparedText } from './prepared-text.ts';

/** A line as a range of characters, white space at its end left out. `width` is in em. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Ends the text or a forced line, and so is never stretched. */
  readonly last: boolean;
}

/** Neighbouring characters of one look. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
  readonly tone: Tone | null;
  /** In em. */
  readonly width: number;
}

/** Sums of widths differ in the last bits; nobody sees a thousandth of an em. */
const tolerance = 1e-6;

/**
 * Fills lines from the first to the last cluster. `first` is the width of the first line, all in em. A cluster wider
 * than a line stands on lines of its own and is divided where the rules are least hurt. An empty text has no lines.
 */
export function breakLines(text: PreparedText, width: number, first = width): LineRange[] {
  const end = text.clusters.at(-1);
  if (end === undefined) return [];
  if (!text.hard && text.total <= first) return [{ from: 0, to: end.to, width: text.total - end.gap, last: true }];
  return fillLines(text, width, first);
}

function fillLines(text: PreparedText, width: number, first: number): LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  let to = 0;
  let used = 0;
  let gap = 0;
  let empty = true;
  const room = () => (lines.length === 0 ? first : width) + tolerance;
  const close = (last: boolean) => {
    lines.push({ from, to, width: used, last });
    empty = true;
    used = 0;
    gap = 0;
  };
  const start = (cluster: Cluster) => {
    from = cluster.from;
    to = cluster.to;
    used = cluster.width;
    empty = false;
  };

  for (const cluster of text.clusters) {
    if (!empty && used + gap + cluster.width > room()) close(false);
    if (!empty) {
      used += gap + cluster.width;
      to = cluster.to;
    } else {
      let rest = cluster;
      while (rest.width > room() && rest.to - rest.from > 1) {
        const cut = divide(text, rest, room());
        lines.push({ from: rest.from, to: cut.from, width: rest.width - cut.width, last: false });
        rest = cut;
      }
      start(rest);
    }
    gap = cluster.gap;
    if (cluster.hard) close(true);
  }
  if (!empty) close(true);
  const end = lines.at(-1);
  if (end !== undefined) lines[lines.length - 1] = { ...end, last: true };
  return lines;
}

/** As few lines as the width allows, of about equal length, as titles and short centred texts have them. In em. */
export function balancedLines(text: PreparedText, width: number): LineRange[] {
  const lines = breakLines(text, width);
  if (lines.length < 2 || text.hard) return lines;
  let narrow = Math.min(width, text.widest);
  let wide = width;
  while (wide - narrow > balanceStep) {
    const middle = (narrow + wide) / 2;
    if (breakLines(text, middle).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return breakLines(text, wide);
}

/** Half the width of a digit; a finer balance nobody sees. */
const balanceStep = 0.25;

/** The rest of a cluster after as much of it as a line takes, at least one character. */
function divide(text: PreparedText, cluster: Cluster, room: number): Cluster {
  let fits = cluster.from + 1;
  let width = text.widths[cluster.from] as number;
  while (fits < cluster.to - 1 && width + (text.widths[fits] as number) <= room) {
    width += text.widths[fits] as number;
    fits += 1;
  }
  const at = bestCut(text.characters, cluster.from, fits);
  for (let i = fits; i > at; i -= 1) width -= text.widths[i - 1] as number;
  return { ...cluster, from: at, width: cluster.width - width };
}

/** Best between a word and its neighbour, then anywhere that does not put a mark on the wrong line, else where it is full. */
function bestCut(characters: readonly string[], from: number, full: number): number {
  let allowed = 0;
  for (let at = full; at > from; at -= 1) {
    const before = characters[at - 1] as string;
    const after = characters[at] as string;
    if (!mayBegin(after) || !mayEnd(before)) continue;
    if (!sameWord(before, after)) return at;
    if (allowed === 0) allowed = at;
  }
  return allowed === 0 ? full : allowed;
}

/** The words of a line, piece by piece. */
export function piecesOf(text: PreparedText, line: LineRange): Piece[] {
  const pieces: Piece[] = [];
  for (let from = line.from; from < line.to; ) {
    const run = text.runs[from];
    let to = from;
    let width = 0;
    while (to < line.to && text.runs[to] === run) {
      width += text.widths[to] as number;
      to += 1;
    }
    pieces.push({
      text: text.characters.slice(from, to).join(''),
      strong: run?.strong ?? false,
      tone: run?.tone ?? null,
      width,
    });
    from = to;
  }
  return pieces;
}
