import { del, entries, set } from "idb-keyval";
import * as v from "valibot";
import type { SpokenLine } from "../client/sound.ts";
import { languages } from "../prompts/deck.ts";
import type { Database } from "./database.ts";
import { guard } from "./errors.ts";

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** A client's line as the user or a colleague spoke it. It stands by itself: its deck may be gone. */
const recordedLineSchema = v.object({
  version: v.literal(1),
  language: v.picklist(languages),
  text: v.string(),
  audio: v.instance(Blob),
  /** In seconds, see `SpokenLine`. */
  start: v.pipe(v.number(), v.finite(), v.minValue(0)),
  length: positive,
  gain: positive,
  /** Milliseconds since 1970 UTC. */
  recorded: v.number(),
});

export type RecordedLine = Readonly<v.InferOutput<typeof recordedLineSchema>> & SpokenLine;

/** Lines spoken for a client, by `lineKey`. */
export interface VoiceStore {
  /** All of them. One that cannot be read is left where it is, and left out. */
  list(): Promise<ReadonlyMap<string, RecordedLine>>;
  /** Keeps a line, anew or over its older self. */
  save(key: string, line: RecordedLine): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Recorded lines in IndexedDB. */
export function idbVoices(database: Database): VoiceStore {
  const store = database.store("voices");
  return {
    list: () =>
      guard(async () => {
        const lines = new Map<string, RecordedLine>();
        for (const [key, value] of await entries<string, unknown>(store)) {
          const read = v.safeParse(recordedLineSchema, value);
          if (read.success) lines.set(key, read.output as RecordedLine);
        }
        return lines;
      }),
    save: (key, line) => guard(async () => set(key, v.parse(recordedLineSchema, line), store)),
    remove: (key) => guard(() => del(key, store)),
  };
}
