/**
 * What a file of an office may hold. Each bound is many times what a real allocation table or return needs, and low
 * enough that the worst file within it is read in seconds and in some hundred megabytes.
 */
export const limits = {
  /** Entries of one zip package. */
  entries: 5_000,
  /** Bytes of one part, unpacked. */
  partBytes: 128 * 1024 * 1024,
  /** Bytes of a part that only lists things: relations, styles, sheets. */
  listBytes: 16 * 1024 * 1024,
  /** Bytes of all parts that are read. */
  readBytes: 192 * 1024 * 1024,
  /** Bytes of all parts together, pictures too, as the package declares them. */
  packageBytes: 512 * 1024 * 1024,
  /** How many times larger than its packed form a part may be; only looked at above `ratioFrom` bytes. */
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
  /** Elements within elements. */
  depth: 256,
  /** Tables within tables. */
  tableDepth: 8,
  /** Positions of all tables of one file, blank ones counted: rows × columns. */
  positions: 500_000,
  /** Columns of one table. */
  columns: 1_000,
  /** Characters of one cell or paragraph: what a spreadsheet cell can hold. */
  textLength: 32_767,
  /** Shared strings of a workbook. */
  strings: 1_000_000,
  /** Merged areas of one sheet. */
  merges: 100_000,
} as const;
