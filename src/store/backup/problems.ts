import type { StoreProblem } from "../errors.ts";
import type { FileProblem, RestoreReport } from "./report.ts";

/** Why a backup is refused as a whole. Nothing was changed. */
export type Refusal =
  /** Some other kind of file. */
  | "not-a-zip"
  /** It starts like a zip and has no end: a copy or a download that broke off. */
  | "cut-off"
  /** A zip without our `offscript.json`. */
  | "not-a-backup"
  /** Made by a newer Offscript. */
  | "newer"
  /** Its directory or its `offscript.json` contradicts itself or cannot be read. */
  | "damaged"
  /** Names that lead out of a folder, or two files of one name. */
  | "hostile-names"
  | "encrypted"
  /** It would unpack to more than a backup ever holds. */
  | "bomb";

/** What stops a backup or a restore half-way. What was written by then is whole, and doing it again goes on from there. */
export type Stoppage =
  /** The file can no longer be read: its disk was pulled, or it was changed meanwhile. */
  | "file-gone"
  /** The browser's storage failed; `storage` of the error says how. */
  | "storage"
  /** The backup could not be written where it was to go. */
  | "cannot-write";

/** Everything that can be wrong with a backup; i18n has a sentence for each. */
export type BackupProblem = Refusal | Stoppage | FileProblem;

/** A backup that was refused, or work on one that had to stop. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  /** How the browser's storage failed, for `storage`. */
  readonly storage: StoreProblem | null;
  /** What a restore had done before it had to stop; null for a refusal: nothing. */
  readonly report: RestoreReport | null;

  constructor(
    readonly problem: Refusal | Stoppage,
    {
      cause,
      storage = null,
      report = null,
    }: { cause?: unknown; storage?: StoreProblem | null; report?: RestoreReport | null } = {},
  ) {
    super(`Backup: ${problem}`, { cause });
    this.storage = storage;
    this.report = report;
  }
}
