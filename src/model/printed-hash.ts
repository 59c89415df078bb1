/** How many digits of a hash are printed, and so can be asked for. */
const printedDigits = 16;

/** The hash of a snapshot as it is printed. */
export function printedHash(hash: string): string {
  return hash.slice(0, printedDigits);
}
