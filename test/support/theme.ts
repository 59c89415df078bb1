import { loadResources, ownTemplates } from '../../src/house-style/house-style.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { Resources } from '../../src/writers/writer.ts';

/** The theme and the fonts that come with the product. */
export const resources: Resources = await loadResources(ownTemplates);

export const theme: Theme = resources.theme;
