import type { LocalTime } from "../../lib/day.ts";
import type { Database } from "../database.ts";
import { idbBackup } from "./idbBackup.ts";
import type { Watch } from "./ports.ts";
import { restoreBackup } from "./read.ts";
import type { RestoreReport, WrittenBackup } from "./report.ts";
import { writeBackup } from "./write.ts";

/** Backing up and restoring this browser's library. */
export type BackupTools = Readonly<{
  write(sink: WritableStream<Uint8Array>, watch: Watch & { made: LocalTime }): Promise<WrittenBackup>;
  restore(file: Blob, watch?: Watch): Promise<RestoreReport>;
}>;

/** The tools over IndexedDB. This file brings the zip library with it, and is fetched when it is needed. */
export function backupTools(database: Database): BackupTools {
  const library = idbBackup(database);
  return {
    write: (sink, watch) => writeBackup(library, sink, watch),
    restore: (file, watch) => restoreBackup(file, library, watch),
  };
}
