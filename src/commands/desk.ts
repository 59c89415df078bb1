import type { Command } from 'commander';
import type { ExitCode, Voice } from '../cli/output.ts';
import type { MailPasswords } from '../delivery/office-transport.ts';

/** What a command knows of the terminal that it was typed at. */
export interface Desk {
  /** How to speak; known when a command begins. */
  voice(): Voice;
  /** `DATABASE_URL`; null where it is not set. */
  readonly databaseUrl: string | null;
  /** `JIANBAO_SMTP_PASSWORD` and `JIANBAO_IMAP_PASSWORD`. */
  readonly mailPasswords: MailPasswords;
  /** ISO UTC time: the clock's, or the one that `--now` names. */
  now(): string;
  /** True where `--now` stands for the clock. */
  readonly clockSet: boolean;
  /** Ends with another code than 0, without being a failure. */
  end(code: ExitCode): void;
}

/** Adds commands with their flags to the program. */
export type Registers = (program: Command, desk: Desk) => void;
