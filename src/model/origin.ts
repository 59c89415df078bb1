/** What is known of a source file besides its name. */
export interface Origin {
  readonly sha256: string;
  /** When it came in, ISO UTC; null for a file that lies in a folder. */
  readonly received: string | null;
}
