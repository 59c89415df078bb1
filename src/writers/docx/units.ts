/** Word measures in twips, a twentieth of a point; millimetres are rounded to the next. */
export function twipsOfMillimetres(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** A size in points as twips. */
export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** A theme colour `#RRGGBB` as Word writes it, `RRGGBB`. */
export function wordColour(colour: string): string {
  return colour.slice(1);
}
