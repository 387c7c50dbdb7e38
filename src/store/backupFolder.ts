import { del, get, set } from "idb-keyval";
import type { Database } from "./database.ts";
import { guard } from "./errors.ts";

/** The folder that backups go to by themselves; the browser keeps the handle, and asks again after a while. */
export interface BackupFolder {
  load(): Promise<FileSystemDirectoryHandle | null>;
  /** null: no folder any more. */
  save(folder: FileSystemDirectoryHandle | null): Promise<void>;
}

const KEY = "backup-folder";

export function idbBackupFolder(database: Database): BackupFolder {
  const store = database.store("settings");
  return {
    load: () => guard(async () => (await get<FileSystemDirectoryHandle>(KEY, store)) ?? null),
    save: (folder) => guard(() => (folder ? set(KEY, folder, store) : del(KEY, store))),
  };
}
