import type fc from 'fast-check';
import type { Ledger } from '../../../../src/store/ledger/ledger.ts';

/** One thing that some program does, on a model of the ledger and on the ledger itself; it expects that both answer alike. */
export type LedgerCommand<Model extends object> = fc.AsyncCommand<Model, Ledger>;

export function command<Model extends object>(
  name: string,
  run: (model: Model, ledger: Ledger) => Promise<void>,
): LedgerCommand<Model> {
  return { check: () => true, run, toString: () => name };
}
