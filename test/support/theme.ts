import { loadTheme, ownTemplates } from '../../src/house-style.ts';
import type { Theme } from '../../src/model/theme.ts';

/** The theme that comes with the product. */
export const theme: Theme = await loadTheme(ownTemplates);
