/** What a page shows, in painting order within each list. Points, origin at the top left corner of the paper. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly texts: readonly TextItem[];
}

export type Shape = Fill | Stroke | Polygon | Outline;

export interface Fill {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export interface Stroke {
  readonly kind: 'stroke';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
  readonly dash: readonly [number, number] | null;
}

/** A closed outline, filled and stroked. */
export interface Polygon {
  readonly kind: 'polygon';
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly fill: string;
  readonly colour: string;
  readonly width: number;
}

/** A filled path in SVG notation. */
export interface Outline {
  readonly kind: 'outline';
  readonly path: string;
  readonly colour: string;
}

/** A piece of one line in one face. */
export interface TextItem {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly face: string;
  readonly size: number;
  readonly colour: string;
  /** Added after each character. */
  readonly tracking: number;
  /** Width of a line around each glyph, for a bold look of a face that has none; 0 for no line. */
  readonly stroke: number;
  /** Reads downwards: a quarter turn clockwise around its beginning. */
  readonly turned?: boolean;
}

/** A bookmark of a section, or of a heading inside one. */
export interface Bookmark {
  readonly title: string;
  /** 0 for a section, 1 for a heading in it. */
  readonly level: 0 | 1;
  /** Index of the page. */
  readonly page: number;
  /** Distance from the top of the paper. */
  readonly top: number;
}
