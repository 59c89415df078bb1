import type { Diagnostic } from '../../model/diagnostic.ts';
import { normaliseText } from '../../model/normalise.ts';
import type { Reading } from '../../model/reading.ts';
import { plainText } from '../../model/text.ts';
import { formVersion } from '../form.ts';
import { type FormIdentity, readIdentity } from '../identity.ts';
import { identityMissing, sheetMissing, sheetUnread, versionUnknown } from './problems.ts';
import { type SheetLine, type SheetLines, sheetLines, textsOf } from './sheet-lines.ts';

/** A workbook that is a form: what it says of itself, and the sheet that was filled. */
export interface RecognisedForm {
  readonly identity: FormIdentity;
  readonly sheet: SheetLines;
  /** The line with the names of the columns. */
  readonly head: SheetLine;
  /** What the reader found, without what it says of the sheet that only the program reads. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What tells the sheet that is filled from any other. */
const marking = ['编号', '累计完成', '下一步打算'];

/** Whether a file is one of our forms. Null where it is none; diagnostics alone where it was one and cannot be read as such. */
export function recogniseForm(
  reading: Reading,
  source: string,
): RecognisedForm | { readonly identity: null; readonly diagnostics: readonly Diagnostic[] } | null {
  const sheets = reading.parts.map(sheetLines);
  const identities = sheets.map(identityOf);
  const index = identities.findIndex((identity) => identity !== null);
  const identity = identities[index];
  const filled = sheets.filter((_, at) => at !== index).flatMap((sheet) => headOf(sheet) ?? []);
  const [form, ...others] = filled;
  const whole = { source, part: null, row: null, column: null };
  const refused = (diagnostic: Diagnostic) => ({ identity: null, diagnostics: [diagnostic] });
  if (!identity) return form ? refused(identityMissing({ file: source }, whole)) : null;
  if (!('reporter' in identity))
    return refused(versionUnknown({ file: source, version: identity.version, known: formVersion }, whole));
  if (!form || others.length > 0) return refused(sheetMissing({ file: source, found: String(filled.length) }, whole));
  const hidden = sheets[index]?.name;
  const unread = sheets
    .filter((sheet, at) => at !== index && sheet !== form.sheet && (sheet.lines.length > 0 || sheet.texts.length > 0))
    .map(({ name }) => sheetUnread({ sheet: name }, { ...whole, part: name }));
  const diagnostics = [...reading.diagnostics.filter(({ at }) => at?.part !== hidden || at?.part === null), ...unread];
  return { identity, ...form, diagnostics };
}

function identityOf({ lines }: SheetLines): ReturnType<typeof readIdentity> {
  return readIdentity(
    lines.map(({ cells }) =>
      Array.from({ length: Math.max(0, ...cells.keys()) }, (_, i) => plainText(cells.get(i + 1)?.content ?? []).trim()),
    ),
  );
}

function headOf(sheet: SheetLines): { sheet: SheetLines; head: SheetLine } | null {
  const head = sheet.lines.find((line) => {
    const texts = textsOf(line).map(({ text }) => normaliseText(text));
    return marking.every((label) => texts.includes(label));
  });
  return head ? { sheet, head } : null;
}
