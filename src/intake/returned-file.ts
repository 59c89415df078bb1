import { type RecognisedForm, recogniseForm } from '../forms/read/recognise-form.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { NewReturn } from '../model/return.ts';
import type { SourceFile } from '../model/source-file.ts';
import { readSource } from '../readers/index.ts';
import { noReturnTable } from '../returns/problems.ts';
import { readReturns } from '../returns/read-returns.ts';
import { withoutReturns } from './mistaken-file.ts';
import { withoutSpoilt } from './spoilt-rows.ts';

/** What came back, before any plan is known: a form, a list of returns, or nothing that can be read. */
export type ReturnedFile = { readonly name: string; readonly diagnostics: readonly Diagnostic[] } & (
  | { readonly kind: 'form'; readonly form: RecognisedForm }
  | { readonly kind: 'list'; readonly returns: readonly NewReturn[] }
  | { readonly kind: 'unread' }
);

/**
 * Reads a file that a reporter sent, by what it is. A list that names no cut-off date is as of the office's `cutoffDay`. Never throws
 * for a bad file.
 */
export function readReturned(
  { name, bytes, reading = readSource(bytes, name) }: SourceFile,
  cutoffDay = 31,
): ReturnedFile {
  const form = recogniseForm(reading, name);
  if (form?.identity === null) return { kind: 'unread', name, diagnostics: form.diagnostics };
  if (form) return { kind: 'form', name, form, diagnostics: [] };
  if (reading.parts.length === 0) return { kind: 'unread', name, diagnostics: reading.diagnostics };
  const { returns, diagnostics } = readReturns(reading.blocks, name, cutoffDay);
  const isList = diagnostics.every(({ code }) => code !== noReturnTable.code);
  const found = [...reading.diagnostics, ...(isList ? diagnostics : [withoutReturns(reading.blocks, name)])];
  return { kind: 'list', name, returns: withoutSpoilt(returns, reading.diagnostics), diagnostics: found };
}
