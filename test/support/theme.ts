import { readFileSync } from 'node:fs';
import { type Theme, themeSchema } from '../../src/model/theme.ts';

/** The theme that comes with the product. */
export const theme: Theme = themeSchema.parse(
  JSON.parse(readFileSync(new URL('../../templates/theme.json', import.meta.url), 'utf8')),
);
