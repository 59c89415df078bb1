/** A finished file that goes to a reader. */
export interface PacketFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
