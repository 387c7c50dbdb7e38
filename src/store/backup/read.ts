import * as v from "valibot";
import { StoreError } from "../errors.ts";
import { readSettings } from "../settings.ts";
import { type Archive, openArchive } from "./archive.ts";
import { parseJson } from "./bytes.ts";
import {
  headSchema,
  type ListedTake,
  MANIFEST,
  type Manifest,
  manifestSchema,
  recordName,
  VERSION,
} from "./format.ts";
import { isUntouched } from "./merge.ts";
import type { RestoreTarget, Watch } from "./ports.ts";
import { BackupError } from "./problems.ts";
import type { RestoreReport, SkippedFile } from "./report.ts";
import { restoreDecks } from "./restoreDecks.ts";
import { restoreTake } from "./restoreTake.ts";

/**
 * Restores a backup: merges it into what is there, take by take, each wholly or not at all. Twice is the same as once,
 * and nothing is overwritten by something older. A file that is broken is named and left out, the others come back.
 * @param file any size: read in places, a take at a time
 * @throws BackupError a refusal, before anything is changed; or a stoppage, with the report of what was done by then
 * @throws the reason of the signal; takes that were restored by then stay
 */
export async function restoreBackup(
  file: Blob,
  target: RestoreTarget,
  { onProgress, signal }: Watch = {},
): Promise<RestoreReport> {
  signal?.throwIfAborted();
  const archive = await openArchive(file);
  const manifest = await readManifest(archive, signal);
  const skipped: SkippedFile[] = unlisted(archive, manifest);
  const tally = { added: 0, updated: 0, unchanged: 0, kept: 0 };
  let [settings, decks] = [false, 0];
  const report = (): RestoreReport => ({ ...tally, settings, decks, skipped });
  try {
    const theirs = readSettings(manifest.settings);
    if (!isUntouched(theirs) && (await target.isEmpty())) {
      await target.saveSettings(theirs);
      settings = true; // first, since a browser that was stopped in the middle is not empty any more
    }
    const ofBytes = manifest.takes.reduce((sum, take) => sum + packed(take, archive), 0);
    let bytes = 0;
    for (const [place, listed] of manifest.takes.entries()) {
      onProgress?.({ takes: place, ofTakes: manifest.takes.length, bytes, ofBytes });
      const outcome = await restoreTake(listed, archive, target, (file) => skipped.push(file), signal);
      if (outcome !== "skipped") tally[outcome]++;
      bytes += packed(listed, archive);
    }
    onProgress?.({ takes: manifest.takes.length, ofTakes: manifest.takes.length, bytes, ofBytes });
    decks = await restoreDecks(manifest, archive, target, (file) => skipped.push(file), signal);
    return report();
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const { problem, storage } = stoppage(cause);
    throw new BackupError(problem, { cause, storage, report: report() });
  }
}

function stoppage(cause: unknown): Pick<BackupError, "problem" | "storage"> {
  if (cause instanceof BackupError) return cause;
  return { problem: "storage", storage: StoreError.from(cause).problem };
}

/** @throws BackupError */
async function readManifest(archive: Archive, signal: AbortSignal | undefined): Promise<Manifest> {
  const file = await archive.read(MANIFEST, signal);
  if (!("bytes" in file)) throw new BackupError(file.problem === "missing" ? "not-a-backup" : "damaged");
  const value = parseJson(file.bytes);
  if (value === undefined) throw new BackupError("damaged");
  const head = v.safeParse(headSchema, value);
  if (!head.success) throw new BackupError("not-a-backup");
  if (head.output.version > VERSION) throw new BackupError("newer");
  const manifest = v.safeParse(manifestSchema, value);
  if (!manifest.success) throw new BackupError("damaged");
  return manifest.output;
}

const namesOf = ({ id, audio, peaks }: ListedTake): string[] =>
  [recordName(id), audio, peaks].filter((name) => name !== null);

const packed = (take: ListedTake, archive: Archive): number =>
  namesOf(take).reduce((sum, name) => sum + archive.packed(name), 0);

/** Files that `offscript.json` does not speak of. */
function unlisted(archive: Archive, { takes, decks }: Manifest): SkippedFile[] {
  const known = new Set([MANIFEST, ...takes.flatMap(namesOf), ...decks.map(({ file }) => file)]);
  return archive.names.filter((name) => !known.has(name)).map((name) => ({ name, reason: "unknown" }));
}
