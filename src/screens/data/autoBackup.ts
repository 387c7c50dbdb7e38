import { localTime } from "../../lib/day.ts";
import { mayWrite } from "../../lib/fileAccess.ts";
import type { AppContext } from "../services.tsx";

/** The one file in the folder; each backup replaces the one before, and only once it is complete. */
const NAME = "offscript-backup.zip";

/** Renews the backup in the chosen folder; tells whether it did. Does nothing when there is none, or it must be asked for again. */
export async function autoBackup({ keeping, clock, choose }: AppContext): Promise<boolean> {
  const folder = await keeping?.folder.load();
  if (!keeping || !folder || !(await mayWrite(folder, false))) return false;
  const { epoch, utcOffset } = clock.date();
  const file = await folder.getFileHandle(NAME, { create: true });
  const tools = await keeping.backup();
  const { takes } = await tools.write(await file.createWritable(), { made: localTime(epoch, utcOffset) });
  choose({ backup: { at: epoch, takes } });
  return true;
}
