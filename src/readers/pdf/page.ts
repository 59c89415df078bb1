/** What a page of a PDF shows, whoever wrote it. Points, origin at the top left corner of the page as it is read, y downwards. */
export interface PdfPage extends PageMarks {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One piece of visible text, shown in one go; the rectangle is its em box on the line, or the box around it if it is turned. */
export interface PdfText extends Rect {
  readonly text: string;
  readonly size: number;
  readonly baseline: number;
  /** Clockwise from the reading direction, in degrees. */
  readonly angle: number;
  readonly colour: string;
}

/** A straight stroked line. */
export interface PdfLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly colour: string;
}

/** A filled path, by its bounding box. */
export interface PdfFill extends Rect {
  readonly colour: string;
  readonly rectangle: boolean;
}

/** In drawing order. */
export interface PageMarks {
  readonly texts: readonly PdfText[];
  readonly lines: readonly PdfLine[];
  readonly fills: readonly PdfFill[];
  /** Texts that are on the page and not drawn. */
  readonly invisible: readonly string[];
  /** How many pictures it draws, in which words could be that nobody reads here. */
  readonly pictures: number;
}
