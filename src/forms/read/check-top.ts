import type { Diagnostic } from '../../model/diagnostic.ts';
import { normaliseText } from '../../model/normalise.ts';
import { answerLines, dueLabel, factLines, formTitle, guidanceHead } from '../guidance.ts';
import { headChanged, textUnread } from './problems.ts';
import type { RecognisedForm } from './recognise-form.ts';
import { textsOf } from './sheet-lines.ts';

/**
 * What stands above the table must be of the same reporter and month as the form itself: who fills last month's form anew, or
 * another's, changes it there. Anything that is none of the form's own texts is pointed out, as it is not read.
 */
export function checkTop({ identity, sheet, head }: RecognisedForm, source: string): Diagnostic[] {
  const at = { source, part: sheet.name, row: null, column: null };
  const above = sheet.lines
    .filter(({ row }) => row < head.row)
    .flatMap((line) => textsOf(line).map(({ text }) => text));
  const texts = [...sheet.texts, ...above].map((text) => normaliseText(text)).filter((text) => text !== '');
  const facts = factLines({ cutoff: identity.cutoff, reporter: { name: identity.reporter } });
  const fixed = [formTitle(identity), ...facts].map((text) => normaliseText(text));
  const changed = fixed.filter((text) => !texts.includes(text));
  if (changed.length > 0)
    return changed.map((expected) => {
      const label = expected.split('：')[0] ?? '';
      const found = texts.find((text) => (expected.includes('：') ? text.startsWith(label) : /月报表?$/.test(text)));
      return headChanged({ expected, found: found ?? '' }, at);
    });
  const known = [guidanceHead, ...answerLines, dueLabel].map((text) => normaliseText(text));
  return texts
    .filter((text) => !fixed.includes(text) && !known.some((start) => text.startsWith(start)))
    .map((text) => textUnread({ text: text.slice(0, 40) }, at));
}
