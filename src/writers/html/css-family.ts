import { WriteError } from '../../model/errors/write-error.ts';
import type { Typeface } from '../../model/theme.ts';

/** The stack of a typeface, as it stands in a style sheet inside of HTML. WriteError for what would leave it. */
export function cssFamily(typeface: Typeface): string {
  if (/[<>&{};\\@]/.test(typeface.css))
    throw new WriteError({
      'zh-CN': `版式设置中的 css“${typeface.css}”不是网页字体名，请更正 theme.yaml`,
      en: `the theme's font stack ${typeface.css} is no font stack`,
    });
  return typeface.css;
}
