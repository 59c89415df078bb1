/** Files that mails carry, kept once by their SHA-256. */
export interface Documents {
  /** Keeps bytes; what is there stays. Throws where the bytes have another SHA-256. */
  keep(files: readonly KeptFile[], now: string): Promise<void>;
  bytes(sha256: string): Promise<Uint8Array | null>;
}

export interface KeptFile {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}
