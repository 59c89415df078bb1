import type { Diagnostic } from '../diagnostic.ts';
import type { Message } from '../language.ts';

/**
 * `changed`: not what was frozen. `layout`: of another version of the program. `differs`: what comes
 * out is not what came out then. `unjudged`: the program of today cannot judge it. */
export type SnapshotFault = 'changed' | 'layout' | 'differs' | 'unjudged';

/** A snapshot does not give what it gave; nothing was written. Exit code 1. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly fault: SnapshotFault;
  readonly text: Message;
  /** The files concerned, where there are any. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(fault: SnapshotFault, text: Message, diagnostics: readonly Diagnostic[] = [], options?: ErrorOptions) {
    super(text['zh-CN'], options);
    this.fault = fault;
    this.text = text;
    this.diagnostics = diagnostics;
  }
}
