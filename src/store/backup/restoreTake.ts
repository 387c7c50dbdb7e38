import { checksum } from "../../lib/checksum.ts";
import { readTake, type Take, takeSchema } from "../take.ts";
import type { Archive } from "./archive.ts";
import { parseJson, parsePeaks } from "./bytes.ts";
import { type ListedTake, recordName } from "./format.ts";
import { standing, withEdits } from "./merge.ts";
import type { RestoreTarget, TakeWrite } from "./ports.ts";
import type { FileProblem, SkippedFile } from "./report.ts";
import { sha256 } from "./sha256.ts";

export type Outcome = "added" | "updated" | "unchanged" | "kept" | "skipped";

type Sound = NonNullable<TakeWrite["sound"]>;

/** Somebody who edits this very take in another tab is given way so often before the backup's copy is. */
const PATIENCE = 3;

/**
 * Restores one take, wholly or not at all. What is wrong with its files is told through `skip`, needed or not: a backup
 * with a broken file is not one to rely on.
 */
export async function restoreTake(
  listed: ListedTake,
  archive: Archive,
  target: RestoreTarget,
  skip: (file: SkippedFile) => void,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const name = recordName(listed.id);
  const theirs = await readRecord(name, listed, archive, signal);
  if (!("take" in theirs)) {
    skip({ name, reason: theirs.problem });
    return "skipped";
  }
  const sound = await readSound(theirs.take, listed, archive, skip, signal);
  for (let tries = 0; tries < PATIENCE; tries++) {
    signal?.throwIfAborted();
    const here = await target.record(listed.id);
    const { outcome, change } = await judge(here, theirs.take, sound, target);
    if (!change || (await target.write(change, here))) return outcome;
  }
  return "kept";
}

/** What becomes of a take, and what has to be written for it. */
async function judge(
  here: unknown,
  theirs: Take,
  sound: Sound | null,
  target: RestoreTarget,
): Promise<Readonly<{ outcome: Outcome; change: TakeWrite | null }>> {
  const ours = standing(here, theirs);
  if (ours.is === "absent") {
    return sound
      ? { outcome: "added", change: { take: theirs, sound } }
      : { outcome: "skipped", change: null };
  }
  const stored = await storedChecksum(target, theirs.id);
  if (ours.is === "older") {
    if (stored === theirs.audio.sha256) return { outcome: "updated", change: { take: theirs, sound: null } };
    if (sound) return { outcome: "updated", change: { take: theirs, sound } };
    if (!ours.take) return { outcome: "skipped", change: null };
    return { outcome: "updated", change: { take: withEdits(ours.take, theirs), sound: null } };
  }
  const untouched = { outcome: ours.is === "same" ? "unchanged" : "kept", change: null } as const;
  if (!ours.take || !sound || stored === ours.take.audio.sha256) return untouched;
  const healed = ours.take.audio.sha256 === theirs.audio.sha256 ? ours.take : withEdits(theirs, ours.take);
  return { outcome: "updated", change: { take: healed, sound } };
}

/** SHA-256 of the sound that is here; null when there is none, or none that can be read. */
async function storedChecksum(target: RestoreTarget, id: string): Promise<string | null> {
  const audio = await target.audio(id);
  return audio ? checksum(audio).catch(() => null) : null;
}

async function readRecord(
  name: string,
  { id }: ListedTake,
  archive: Archive,
  signal: AbortSignal | undefined,
): Promise<Readonly<{ take: Take }> | Readonly<{ problem: FileProblem }>> {
  const file = await archive.read(name, signal);
  if (!("bytes" in file)) return file;
  const value = parseJson(file.bytes);
  const read = readTake(value);
  if (!("take" in read)) return { problem: isNewer(value) ? "newer-record" : "unreadable" };
  return read.take.id === id ? read : { problem: "unreadable" };
}

const isNewer = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  Number.isInteger(value.version) &&
  Number(value.version) > takeSchema.entries.version.literal;

/** The sound as it was recorded, or null when the backup does not have it any more. */
async function readSound(
  take: Take,
  { audio, peaks }: ListedTake,
  archive: Archive,
  skip: (file: SkippedFile) => void,
  signal: AbortSignal | undefined,
): Promise<Sound | null> {
  if (audio === null) {
    skip({ name: `audio/${take.id}`, reason: "missing" });
    return null;
  }
  const file = await archive.read(audio, signal);
  const problem = "bytes" in file ? await soundProblem(file.bytes, take) : file.problem;
  if (problem !== null || !("bytes" in file)) {
    skip({ name: audio, reason: problem ?? "damaged" });
    return null;
  }
  const blob = new Blob([file.bytes], { type: take.audio.type });
  return { audio: blob, peaks: peaks === null ? null : await readPeaks(peaks, archive, skip, signal) };
}

const soundProblem = async (bytes: Uint8Array<ArrayBuffer>, { audio }: Take): Promise<FileProblem | null> =>
  bytes.length === audio.bytes && (await sha256(bytes)) === audio.sha256 ? null : "checksum";

/** A take whose waveform is lost is a take all the same: it is drawn anew. */
async function readPeaks(
  name: string,
  archive: Archive,
  skip: (file: SkippedFile) => void,
  signal: AbortSignal | undefined,
): Promise<Float32Array | null> {
  const file = await archive.read(name, signal);
  const peaks = "bytes" in file ? parsePeaks(file.bytes) : undefined;
  if (!peaks) skip({ name, reason: "bytes" in file ? "damaged" : file.problem });
  return peaks ?? null;
}
