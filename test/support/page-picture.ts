import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Shades of grey row by row, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Dots per inch: a character of running text is 11 dots high, a rule one dot wide. */
const resolution = 50;

/** Draws a page, counted from 1, as a viewer shows it. */
export async function pagePicture(bytes: Uint8Array, number: number): Promise<Picture> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true, useSystemFonts: false });
  const page = await (await task.promise).getPage(number);
  const viewport = page.getViewport({ scale: resolution / 72 });
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await task.destroy();
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i += 1)
    grey[i] = Math.round(0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0));
  return { width, height, grey };
}

/** A picture as a PNG file, for people to look at. */
export function pngOf({ width, height, grey }: Picture): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (const [i, shade] of grey.entries()) image.data.set([shade, shade, shade, 255], 4 * i);
  context.putImageData(image, 0, 0);
  return new Uint8Array(canvas.toBuffer('image/png'));
}

/** The picture in a PNG file. */
export async function pictureOf(png: Uint8Array): Promise<Picture> {
  const image = await loadImage(png);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0) };
}

/** Side of the squares that are compared, in dots: about a character of table text. */
const square = 6;

/**
 * The squares of two pictures whose mean shade differs by more than `most`, as `x,y` in dots. A letter drawn a fraction
 * of a dot elsewhere changes few of them; a word that is missing, moved or clipped changes many by much.
 */
export function differentSquares(a: Picture, b: Picture, most: number): string[] {
  if (a.width !== b.width || a.height !== b.height) return [`${a.width}×${a.height} / ${b.width}×${b.height}`];
  const found: string[] = [];
  for (let y = 0; y < a.height; y += square)
    for (let x = 0; x < a.width; x += square)
      if (Math.abs(meanShade(a, x, y) - meanShade(b, x, y)) > most) found.push(`${x},${y}`);
  return found;
}

function meanShade({ width, height, grey }: Picture, left: number, top: number): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y < Math.min(top + square, height); y += 1)
    for (let x = left; x < Math.min(left + square, width); x += 1) {
      sum += grey[y * width + x] ?? 0;
      count += 1;
    }
  return sum / count;
}
