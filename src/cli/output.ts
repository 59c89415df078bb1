import { decidable } from '../deciding/command-for.ts';
import { figureCorrected } from '../decisions/problems.ts';
import { decisionText } from '../decisions/words.ts';
import { type Diagnostic, placeText } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { FileError } from '../model/errors/file-error.ts';
import { MismatchError } from '../model/errors/mismatch-error.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { StoreError } from '../model/errors/store-error.ts';
import { TemplateError } from '../model/errors/template-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { WriteError } from '../model/errors/write-error.ts';
import type { Language } from '../model/language.ts';
import { say } from './text.ts';

/** 0 done, 1 data errors (nothing written), 2 wrong usage, 3 operation failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** How a command speaks: to a person in a language, or to a machine in JSON. */
export interface Voice {
  readonly language: Language;
  readonly json: boolean;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** To those who sit at the terminal, beside what the command is for. */
export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Diagnostics one by one, worst first, each with its place, and a tally; neighbours that share a remedy have it once. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  language: Language,
  { tally = true }: { readonly tally?: boolean } = {},
): void {
  const order = ['error', 'warning', 'info'] as const;
  const sorted = order.flatMap((severity) => diagnostics.filter((d) => d.severity === severity));
  for (const [index, d] of sorted.entries()) {
    const where = d.at === null ? '' : `${placeText(d.at, language)} `;
    printError(`[${say(language, 'severity', { severity: d.severity })}] ${where}${d.message[language]} (${d.code})`);
    const next = sorted[index + 1];
    // What was decided takes the place of what to do; a correction says it itself.
    if (d.decision && d.code !== figureCorrected.code)
      printError(
        `       → ${say(language, 'decided', { id: d.decision.id, text: decisionText(d.decision)[language] })}`,
      );
    else if (next?.hint[language] !== d.hint[language] || next.decision) printError(`       → ${d.hint[language]}`);
  }
  const count = (severity: string) => String(diagnostics.filter((d) => d.severity === severity).length);
  if (tally && diagnostics.length > 0)
    printError(say(language, 'tally', { errors: count('error'), warnings: count('warning'), infos: count('info') }));
}

/** A diagnostic as other programs read it. */
export function diagnosticJson(d: Diagnostic, language: Language): unknown {
  const { code, severity, at, about, data, decision } = d;
  const said = { code, severity, message: d.message[language], hint: d.hint[language], at, about, data };
  return decision === undefined ? said : { ...said, decision };
}

/** Tells of a failure and returns its exit code. An error of no known kind is a fault of the program and is rethrown. */
export function printFailure(error: unknown, { language, json }: Voice): ExitCode {
  const failure = describe(error, language);
  if (json) {
    const diagnostics = hasDiagnostics(error) ? error.diagnostics.map((d) => diagnosticJson(d, language)) : [];
    print(JSON.stringify({ ok: false, error: (error as Error).name, message: failure.message, diagnostics }, null, 2));
    return failure.code;
  }
  if (hasDiagnostics(error)) printDiagnostics(error.diagnostics, language);
  printError(failure.message);
  return failure.code;
}

function hasDiagnostics(error: unknown): error is DataError | MismatchError | SnapshotError {
  return error instanceof DataError || error instanceof MismatchError || error instanceof SnapshotError;
}

function describe(error: unknown, language: Language): { code: ExitCode; message: string } {
  if (error instanceof DataError) {
    const command = decidable(error.diagnostics);
    return {
      code: 1,
      message: say(language, 'nothingWritten') + (command === null ? '' : say(language, 'orDecide', { command })),
    };
  }
  if (error instanceof MismatchError) return { code: 3, message: say(language, 'mismatch') };
  if (error instanceof SnapshotError) return { code: 1, message: error.text[language] };
  if (error instanceof UsageError) return { code: 2, message: error.text[language] };
  if (error instanceof FileError || error instanceof StoreError) return { code: 3, message: error.text[language] };
  if (error instanceof TemplateError)
    return { code: 3, message: say(language, 'template', { problem: error.message }) };
  if (error instanceof WriteError)
    return { code: 3, message: say(language, 'write', { problem: error.text[language] }) };
  throw error;
}
