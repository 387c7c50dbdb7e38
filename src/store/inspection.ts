import { checksum } from "../lib/checksum.ts";
import type { Take } from "./take.ts";
import type { UnreadableTake } from "./takes.ts";

/** One thing that is not as it should be. Nothing is deleted by looking; what to do is the user's to say. */
export type Finding =
  /** The sound is not the one that was recorded, or cannot be read at all (`audio` null). */
  | Readonly<{ problem: "damaged"; take: Take; audio: Blob | null }>
  /** There is a record, and no sound. */
  | Readonly<{ problem: "no-audio"; take: Take }>
  /** There is sound, and no record. */
  | Readonly<{ problem: "no-record"; id: string; audio: Blob }>
  /** There is a record that cannot be read: made by a newer version, or damaged. */
  | Readonly<{ problem: "unreadable"; record: UnreadableTake; audio: Blob | null }>
  /** Pieces of a recording that was never made whole. */
  | Readonly<{ problem: "pieces"; id: string; audio: Blob }>;

/** What an inspection looks at. */
export interface Shelf {
  /** Every readable take, those in the bin too, and what cannot be read. */
  records(): Promise<Readonly<{ takes: readonly Take[]; unreadable: readonly UnreadableTake[] }>>;
  audioIds(): Promise<readonly string[]>;
  /** null when there is none. */
  audio(id: string): Promise<Blob | null>;
  /** Chunks that belong to nothing living, joined. */
  pieces(): Promise<readonly Readonly<{ id: string; audio: Blob }>[]>;
}

export type Inspection = Readonly<{ checked: number; findings: readonly Finding[] }>;

/**
 * Looks at everything that is stored: every recording against its checksum, every record for its sound, all sound for
 * its record.
 * @param onProgress how many of how many takes have been looked at
 */
export async function inspect(
  shelf: Shelf,
  onProgress: (done: number, of: number) => void,
): Promise<Inspection> {
  const { takes, unreadable } = await shelf.records();
  const findings: Finding[] = [];
  for (const [index, take] of takes.entries()) {
    const audio = await shelf.audio(take.id);
    if (!audio) findings.push({ problem: "no-audio", take });
    else {
      const found = await checksum(audio).catch(() => null);
      if (found !== take.audio.sha256)
        findings.push({ problem: "damaged", take, audio: found ? audio : null });
    }
    onProgress(index + 1, takes.length);
  }
  for (const record of unreadable) {
    findings.push({ problem: "unreadable", record, audio: await shelf.audio(record.id) });
  }
  const known = new Set([...takes, ...unreadable].map(({ id }) => id));
  for (const id of await shelf.audioIds()) {
    if (known.has(id)) continue;
    const audio = await shelf.audio(id);
    if (audio) findings.push({ problem: "no-record", id, audio });
  }
  for (const { id, audio } of await shelf.pieces()) findings.push({ problem: "pieces", id, audio });
  return { checked: takes.length, findings };
}
