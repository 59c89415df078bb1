import type { Message } from '../../model/language.ts';
import type { NewMail } from '../../model/new-mail.ts';
import type { Period } from '../../model/period.ts';
import type { KeptFile } from './documents.ts';
import type { Lease } from './lease.ts';

/** A pause of this step is one of all of them. */
export const everyStep = '*';

/** `waiting`: its step was looked at and cannot be done yet, `reason` says why; it is taken up again. */
export type RunState = 'running' | 'waiting' | 'done' | 'failed' | 'skipped';

/** One step of one month: there is one run at most, whatever the step's rule was when. */
export interface Run {
  /** `2023-06/close` */
  readonly id: string;
  readonly period: Period;
  readonly step: string;
  /** When it was due by the rule of that time. */
  readonly due: string;
  /** Begun long after it was due. */
  readonly late: boolean;
  /** Who had it done: null for the schedule, otherwise a person. */
  readonly by: string | null;
  readonly state: RunState;
  /** 1 for the first. With `owner` the fence: who lost it cannot write any more. */
  readonly attempt: number;
  readonly owner: string | null;
  readonly leaseUntil: string | null;
  /** Number of tasks that it was to do, and of those that are done; null until it is planned. */
  readonly planned: number | null;
  readonly produced: number;
  /** Why it waits, failed or was skipped. */
  readonly reason: Message | null;
  /** When the present or last attempt began; the audit log has those before. */
  readonly startedAt: string;
  /** When it ended, or was looked at last. */
  readonly endedAt: string | null;
}

export interface Fence {
  readonly run: string;
  readonly owner: string;
  readonly attempt: number;
}

export interface Runs {
  /** Begins a run; null where the month has one of this step already, or where nobody ordered it and the step is paused. */
  begin(run: Pick<Run, 'period' | 'step' | 'due' | 'late' | 'by'>, lease: Lease): Promise<Run | null>;
  /**
   * Takes up a run that waits, or whose owner's lease is over, or that this owner itself had to leave when the store went away; with `failed`, one that failed too, or that was skipped where a
   * person asks (`by`). Its failed tasks are open again. Null where another was faster, or nobody asked and the step is paused.
   */
  takeUp(
    id: string,
    lease: Lease,
    which?: { readonly failed: boolean; readonly by: string | null },
  ): Promise<Run | null>;
  /** Adds the tasks of a run; those that it has stay as they are. False where the fence is lost. */
  plan(fence: Fence, tasks: readonly string[], now: string): Promise<boolean>;
  /** Ends a task with its result, its mails and their documents, all or nothing. False where the fence is lost or it had ended. */
  endTask(fence: Fence, task: TaskEnd, now: string): Promise<boolean>;
  renew(fence: Fence, leaseUntil: string): Promise<boolean>;
  /**
   * Ends the run, for now if it waits. `done` becomes `failed`, and says why, where tasks are open or failed, none was ever planned,
   * or none was to be done and no `reason` tells why. Null where the fence is lost.
   */
  end(fence: Fence, end: RunEnd, now: string): Promise<Run | null>;
  /** Leaves a step of a month out: one that was not begun, waits, failed or was left by its owner. Null where it is done, skipped or running. */
  skip(run: Pick<Run, 'period' | 'step' | 'due'>, by: string, because: string, now: string): Promise<Run | null>;
  run(id: string): Promise<Run | null>;
  /** In the order in which they were due. */
  list(which: {
    readonly period?: Period;
    readonly step?: string;
    readonly states?: readonly RunState[];
  }): Promise<Run[]>;
  /** In the order of planning. */
  tasks(run: string): Promise<Task[]>;
  /** Steps that do not begin by themselves, or all (`everyStep`), and who said so. */
  pauses(): Promise<Pause[]>;
  /** False where it is paused already. */
  pause(step: string, by: string, because: string, now: string): Promise<boolean>;
  /** False where it is not paused. */
  resume(step: string, by: string, now: string): Promise<boolean>;
}

export interface RunEnd {
  readonly state: Exclude<RunState, 'running' | 'skipped'>;
  readonly reason: Message | null;
}

export interface Pause {
  readonly step: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

/** One part of a run that is done whole or not at all: one reporter's form, one reader's packet. */
export interface Task {
  readonly run: string;
  /** `上城区` */
  readonly key: string;
  readonly state: 'open' | 'done' | 'failed';
  readonly reason: Message | null;
  readonly endedAt: string | null;
}

export interface TaskEnd {
  readonly key: string;
  readonly state: 'done' | 'failed';
  readonly reason: Message | null;
  /** Mails whose key is in the outbox already are left as they are. */
  readonly mails: readonly NewMail[];
  /** What the mails carry, unless it is kept already. */
  readonly documents: readonly KeptFile[];
}
