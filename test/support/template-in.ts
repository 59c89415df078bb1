import type { Briefing } from '../../src/briefings/briefing.ts';
import { readHouseStyle, templateOf } from '../../src/house-style/house-style.ts';
import type { HouseStyle } from '../../src/model/house-style.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { CompiledTemplate } from '../../src/template/index.ts';

const styles = new Map<string, Promise<HouseStyle>>();

/** A briefing's template as a month is printed with it; a folder is read once, digests of its fonts and all. */
export async function templateIn<T>(folder: string, theme: Theme, briefing: Briefing<T>): Promise<CompiledTemplate<T>> {
  const style = styles.get(folder) ?? readHouseStyle(folder);
  styles.set(folder, style);
  return templateOf(await style, theme, briefing);
}
