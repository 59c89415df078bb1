/** As many rows as both databases take in one statement with room to spare. */
const rowsAtOnce = 500;

/** Rows in pieces for one statement each. */
export function inChunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, i) =>
    rows.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce),
  );
}
