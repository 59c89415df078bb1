import type { PageFrame } from './page-frame.ts';
import type { Shape, TextItem } from './page-items.ts';

/** A strip across the text block that no page break divides: a line, a chart. `x` is absolute, `y` from its top. */
export interface FlowBox {
  /** White space above and below it, which vanishes at the edges of a page. */
  readonly before: number;
  readonly after: number;
  readonly height: number;
  /** Stays on the page of what follows, as headings do. */
  readonly keep: boolean;
  /** Stands at the foot of the page, whatever is above it. */
  readonly atFoot?: boolean;
  readonly texts: readonly TextItem[];
  readonly shapes: readonly Shape[];
  /** A heading that the reader can jump to. */
  readonly bookmark: string | null;
}

export interface FlowPage {
  readonly texts: TextItem[];
  readonly shapes: Shape[];
  readonly bookmarks: { title: string; top: number }[];
}

/** How far a page is filled, and the white space that the last box wants below it. */
interface Level {
  readonly used: number;
  readonly after: number;
}

const empty: Level = { used: 0, after: 0 };
/** Sums of heights differ in the last bits. */
const tolerance = 1e-6;

/** Fills the pages of one section from top to bottom. */
export class PageFlow {
  readonly pages: FlowPage[] = [];
  readonly #frame: PageFrame;
  #waiting: FlowBox[] = [];
  #level = empty;

  constructor(frame: PageFrame) {
    this.#frame = frame;
    this.#turn();
  }

  add(box: FlowBox): void {
    this.#waiting.push(box);
    if (!box.keep) this.#place();
  }

  /** Height that is left below the boxes that wait for company, on this page or at the top of a new one. */
  room(onNewPage: boolean): number {
    const { used, after } = stacked(this.#waiting, onNewPage ? empty : this.#level);
    return this.#frame.height - used - after;
  }

  /**
   * Starts a page unless this one is still empty, and says whether it did. What is waiting is placed first, or moves
   * to the new page if `carry`.
   */
  newPage(carry: boolean): boolean {
    if (!carry) this.#place();
    if (this.#level.used === 0) return false;
    this.#turn();
    return true;
  }

  /** Ends the section: nothing more will come to keep the last boxes company, or to stand on a page begun for it. */
  end(): void {
    this.#place();
    if (this.#level.used === 0 && this.pages.length > 1) this.pages.pop();
  }

  #place(): void {
    const boxes = this.#waiting;
    this.#waiting = [];
    if (!this.#fits(boxes)) this.#turn();
    for (const box of boxes) this.#draw(box);
  }

  #draw(box: FlowBox): void {
    if (!this.#fits([box])) this.#turn();
    const page = this.pages.at(-1) as FlowPage;
    const level = stacked([box], this.#level);
    const used = box.atFoot === true ? this.#frame.height : level.used;
    const y = this.#frame.top + used - box.height;
    page.texts.push(...box.texts.map((text) => ({ ...text, y: text.y + y })));
    page.shapes.push(...box.shapes.map((shape) => moved(shape, y)));
    if (box.bookmark !== null) page.bookmarks.push({ title: box.bookmark, top: y });
    this.#level = { ...level, used };
  }

  /** Whether they fit on this page, or would not fit better on a new one. */
  #fits(boxes: readonly FlowBox[]): boolean {
    return this.#level.used === 0 || stacked(boxes, this.#level).used <= this.#frame.height + tolerance;
  }

  #turn(): void {
    this.pages.push({ texts: [], shapes: [], bookmarks: [] });
    this.#level = empty;
  }
}

function stacked(boxes: readonly FlowBox[], level: Level): Level {
  let { used, after } = level;
  for (const box of boxes) {
    used += (used > 0 ? after + box.before : 0) + box.height;
    after = box.after;
  }
  return { used, after };
}

function moved(shape: Shape, y: number): Shape {
  switch (shape.kind) {
    case 'fill':
      return { ...shape, y: shape.y + y };
    case 'stroke':
      return { ...shape, y1: shape.y1 + y, y2: shape.y2 + y };
    case 'polygon':
      return { ...shape, points: shape.points.map((point) => ({ x: point.x, y: point.y + y })) };
    case 'outline':
      return shape;
  }
}
