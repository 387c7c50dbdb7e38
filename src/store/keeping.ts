import type { Locks } from "../lib/locks.ts";
import type { BackupTools } from "./backup/tools.ts";
import { type BackupFolder, idbBackupFolder } from "./backupFolder.ts";
import type { Database } from "./database.ts";
import { eraseEverything } from "./erase.ts";
import { guard } from "./errors.ts";
import { eraseId, idbShelf } from "./idbShelf.ts";
import type { Shelf } from "./inspection.ts";

/** What a user may do with all that is stored. */
export interface Keeping {
  readonly shelf: Shelf;
  readonly folder: BackupFolder;
  /** Fetched when needed: it brings the zip library with it. */
  backup(): Promise<BackupTools>;
  /** Erases one id for good: record, sound, waveform, pieces. */
  erase(id: string): Promise<void>;
  /** Erases every take for good; settings stay. */
  eraseTakes(): Promise<void>;
  /** Erases everything in this browser. The page has to be loaded again. */
  eraseEverything(): Promise<void>;
}

/** Keeping over IndexedDB. */
export function idbKeeping(database: Database, locks: Locks): Keeping {
  const sound = ["takes", "audio", "peaks", "drafts", "chunks"] as const;
  return {
    shelf: idbShelf(database, locks),
    folder: idbBackupFolder(database),
    backup: async () => (await import("./backup/tools.ts")).backupTools(database),
    erase: (id) => eraseId(database, id),
    eraseTakes: () =>
      guard(() =>
        database.together(sound, (store) => {
          for (const name of sound) store(name).clear();
        }),
      ),
    eraseEverything: () => guard(() => eraseEverything(database)),
  };
}
