/** Words and look of the briefings as plain data: what a templates folder holds. Fonts are named, not held. */
export interface HouseStyle {
  /** Path below the folder → text: the theme, the templates and their partials. */
  readonly texts: Readonly<Record<string, string>>;
  /** Face of the theme → its font file. */
  readonly fonts: Readonly<Record<string, FontFile>>;
}

export interface FontFile {
  /** As the theme names it: below the templates folder, or an absolute path. */
  readonly path: string;
  readonly sha256: string;
}
