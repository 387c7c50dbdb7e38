/** How much one import may bring. More is refused, or left out and told; nothing is ever examined without end. */
export const limits = {
  /** Of a file or a paste. */
  megabytes: 10,
  bytes: 10 * 1024 * 1024,
  /** Rows of a list or a table, blank ones too. */
  rows: 100_000,
  /** Titles, and client lines, that one deck holds. */
  titles: 2_000,
  lines: 2_000,
  /** Problems, hints, duplicates that are listed one by one. */
  listed: 100,
  /** Longer rows are not looked into: no title is in there. */
  rowLength: 2_000,
} as const;
