import type { Diagnostic } from '../model/diagnostic.ts';
import type { Message } from '../model/language.ts';
import type { NewMail } from '../model/new-mail.ts';
import type { Office } from '../office/office.ts';
import type { PlannedStep } from '../schedule/month-steps.ts';
import type { KeptFile } from '../store/ledger/documents.ts';
import type { Run, RunEnd } from '../store/ledger/runs.ts';
import type { Format } from '../writers/index.ts';
import type { Memory } from './memory.ts';

/** One step of one month, and everything that is known when it is looked at. */
export interface StepJob {
  readonly office: Office;
  readonly step: PlannedStep & { readonly late: boolean };
  /** All steps of the month, in the order in which they run. */
  readonly month: readonly PlannedStep[];
  /** Number of the edition that a `deliver` brings: 0, or n for 更正版n. */
  readonly edition: number;
  /** As the ledger has it; null for a step that was not begun. */
  readonly run: Run | null;
  /** ISO UTC time. */
  readonly now: string;
  /** True where a command asks for it now, early or not; false where the schedule does. */
  readonly asked: boolean;
  /** Who asks, and why; null for the schedule, and where the command names nobody. */
  readonly person: Person | null;
  readonly memory: Memory;
  /** Formats of the packets; PDF, Word and Excel if left out. */
  readonly formats?: readonly Format[] | undefined;
}

export interface Person {
  readonly by: string;
  /** Null where no reason was given: then nothing is decided, the step is merely run. */
  readonly because: string | null;
}

/** What a step comes to. Made without changing anything, so that a dry run may ask for it too. */
export interface StepPlan {
  readonly tasks: readonly StepTask[];
  /** What becomes of the run once the tasks are done. Done without any task needs a reason, or it is a failure. */
  readonly end: RunEnd;
  /** What the officer should know besides. */
  readonly told?: readonly Diagnostic[];
}

/** One part of a step that is done whole or not at all. */
export interface StepTask {
  /** Unique in the run: a reader's or reporter's name, or what is done. */
  readonly key: string;
  /** What it does, as a dry run tells it. */
  readonly says: Message;
  /** Where only a person can mend what goes wrong, the whole step waits for it; left out, this task has failed and the others go on. */
  readonly waitsOnTrouble?: true;
  do(): Promise<TaskResult>;
}

export interface TaskResult {
  /** Into the outbox, together with the end of the task. */
  readonly mails: readonly NewMail[];
  /** What they carry. */
  readonly documents: readonly KeptFile[];
  /** What was held back, and what to do: the task has failed then, although its mails leave. Null where nothing was. */
  readonly held: Message | null;
}

/** Nothing to mail. */
export const nothingToMail: TaskResult = { mails: [], documents: [], held: null };

/** Looks at a step: what is to be done now. What it throws is why the step cannot be done. */
export type Prepare = (job: StepJob) => Promise<StepPlan>;
