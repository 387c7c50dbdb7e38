/** Why one file of many is left out. */
export type FileProblem =
  /** Named in `offscript.json` and not there. */
  | "missing"
  /** Its zip entry is broken: CRC, length or compression is wrong. */
  | "damaged"
  /** The sound is not the one that was recorded: its SHA-256 differs from the record's. */
  | "checksum"
  /** Packed in a way that only some zip programs know. */
  | "unsupported"
  /** A record that is none, or that belongs to another take. */
  | "unreadable"
  /** A record made by a newer Offscript. */
  | "newer-record"
  /** Bigger than such a file ever is. */
  | "too-large"
  /** A file that this version does not know. */
  | "unknown";

/** A file that was left out, by its name in the zip. */
export type SkippedFile = Readonly<{ name: string; reason: FileProblem }>;

/** What a backup holds, and what could not be put in. */
export type WrittenBackup = Readonly<{ takes: number; bytes: number; skipped: readonly SkippedFile[] }>;

/** What a restore did, in takes. */
export type RestoreReport = Readonly<{
  added: number;
  /** The record here was older, or its sound was damaged or missing, and the backup had better. */
  updated: number;
  unchanged: number;
  /** Newer here than in the backup, and left alone; deletions among them. */
  kept: number;
  /** Decks of the user's own that were added, or that had something added to them. */
  decks: number;
  skipped: readonly SkippedFile[];
  /** Whether settings were taken over. */
  settings: boolean;
}>;
