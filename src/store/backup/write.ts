import type { LocalTime } from "../../lib/day.ts";
import type { Deck } from "../../prompts/deck.ts";
import { deckText } from "../../prompts/exporting.ts";
import { readTake } from "../take.ts";
import { type Bytes, jsonBytes, peakBytes } from "./bytes.ts";
import {
  audioName,
  deckName,
  isId,
  LIMITS,
  type ListedTake,
  MANIFEST,
  type Manifest,
  peaksName,
  recordName,
  VERSION,
} from "./format.ts";
import type { BackupSource, Watch } from "./ports.ts";
import { BackupError } from "./problems.ts";
import type { FileProblem, SkippedFile, WrittenBackup } from "./report.ts";
import { sha256 } from "./sha256.ts";
import { Zip } from "./zip.ts";

/**
 * Writes a backup of everything, take by take: no more than one is in memory.
 *
 * The same library made at the same moment gives the same bytes. What is damaged here is put in as it is, and named: it
 * is all there is of it. Records that this version cannot read go in too; a newer one may.
 * @param sink closed at the end; aborted when it fails or is stopped, so that no half file looks like a whole one
 * @param made when, on the user's wall
 * @throws BackupError `cannot-write`; StoreError; the reason of the signal
 */
export async function writeBackup(
  source: BackupSource,
  sink: WritableStream<Uint8Array>,
  { made, onProgress, signal }: Watch & { made: LocalTime },
): Promise<WrittenBackup> {
  const out = sink.getWriter();
  let bytes = 0;
  const relay = new WritableStream<Uint8Array>({
    write: async (chunk) => {
      signal?.throwIfAborted();
      await out.write(chunk).catch(cannotWrite);
      bytes += chunk.length;
    },
  });
  try {
    signal?.throwIfAborted();
    const zip = new Zip(relay, made, signal);
    const skipped: SkippedFile[] = [];
    const takes: ListedTake[] = [];
    const all = [...(await source.list())].sort((a, b) => (a.id < b.id ? -1 : 1));
    const ofBytes = all.reduce((sum, take) => sum + take.bytes, 0);
    for (const [place, { id }] of all.entries()) {
      signal?.throwIfAborted();
      onProgress?.({ takes: place, ofTakes: all.length, bytes, ofBytes: Math.max(ofBytes, bytes) });
      const listed = await writeTake(source, id, zip, skipped);
      if (listed) takes.push(listed);
    }
    const decks = await source.decks();
    for (const deck of decks) await zip.add(deckName(deck.id), new TextEncoder().encode(deckText(deck)));
    const settings = await source.settings();
    await zip.add(MANIFEST, jsonBytes(manifest(takes, decks, settings, made)));
    await zip.close();
    signal?.throwIfAborted();
    await out.close().catch(cannotWrite);
    onProgress?.({ takes: all.length, ofTakes: all.length, bytes, ofBytes: bytes });
    return { takes: takes.length, bytes, skipped };
  } catch (cause) {
    await out.abort(cause).catch(() => undefined); // what went wrong first is what is told
    throw signal?.aborted ? signal.reason : cause;
  }
}

async function writeTake(
  source: BackupSource,
  id: string,
  zip: Zip,
  skipped: SkippedFile[],
): Promise<ListedTake | undefined> {
  const skip = (name: string, reason: FileProblem) => void skipped.push({ name, reason });
  const name = recordName(id);
  if (!isId(id)) return skip(name, "unreadable"); // nor is it a name one can give a file
  const record = await source.record(id);
  if (record === undefined) return undefined; // erased since it was listed
  const read = readTake(record);
  if (!("take" in read) || read.take.id !== id) skip(name, "unreadable");
  const json = asJson(record);
  if (!json) return undefined;
  if (json.length > LIMITS.record) return skip(name, "too-large");
  await zip.add(name, json);
  const audio = await writeAudio(source, id, zip, skip);
  if (audio && "take" in read && audio.sha256 !== read.take.audio.sha256) skip(audio.name, "checksum");
  const peaks = await source.peaks(id);
  const drawn = peaks !== undefined && peaks.length > 0 && peaks.length * 4 <= LIMITS.peaks;
  if (drawn) await zip.add(peaksName(id), peakBytes(peaks));
  return {
    id,
    audio: audio?.name ?? null,
    sha256: audio?.sha256 ?? null,
    peaks: drawn ? peaksName(id) : null,
  };
}

/** A record that this version cannot read may be anything; what JSON cannot say is left out, and was named. */
function asJson(record: unknown): Bytes | undefined {
  try {
    return jsonBytes(record);
  } catch {
    return undefined;
  }
}

async function writeAudio(
  source: BackupSource,
  id: string,
  zip: Zip,
  skip: (name: string, reason: FileProblem) => void,
): Promise<{ name: string; sha256: string } | undefined> {
  const audio = await source.audio(id);
  const name = audioName(id, audio?.type ?? "");
  if (!audio) return void skip(name, "missing");
  if (audio.size > LIMITS.audio) return void skip(name, "too-large"); // it would make the whole unrestorable
  const bytes = await audio.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined, // a sound that a power cut has left in name only
  );
  if (!bytes) return void skip(name, "damaged");
  await zip.add(name, bytes);
  return { name, sha256: await sha256(bytes) };
}

const manifest = (
  takes: readonly ListedTake[],
  decks: readonly Deck[],
  settings: unknown,
  made: LocalTime,
): Manifest => ({
  app: "offscript",
  version: VERSION,
  made: { local: made.local, utcOffset: made.utcOffset },
  counts: {
    takes: takes.length,
    audio: takes.filter(({ audio }) => audio !== null).length,
    peaks: takes.filter(({ peaks }) => peaks !== null).length,
  },
  settings,
  takes: [...takes],
  decks: decks.map(({ id }) => ({ id, file: deckName(id) })),
});

function cannotWrite(cause: unknown): never {
  throw new BackupError("cannot-write", { cause });
}
