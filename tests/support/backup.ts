import type { LocalTime } from "../../src/lib/day.ts";
import type { Deck } from "../../src/prompts/deck.ts";
import type { Bytes } from "../../src/store/backup/bytes.ts";
import { isStill, isUntouched } from "../../src/store/backup/merge.ts";
import type { BackupSource, RestoreTarget, TakeWrite, Watch } from "../../src/store/backup/ports.ts";
import { sha256 } from "../../src/store/backup/sha256.ts";
import { writeBackup } from "../../src/store/backup/write.ts";
import { defaultSettings, type Settings } from "../../src/store/settings.ts";
import type { Take } from "../../src/store/take.ts";
import { aTake, uuid } from "./builders.ts";

export const made: LocalTime = { local: "2026-11-21T18:45:30", utcOffset: 480 };

/** Bytes that look like nothing, and the same ones for the same number. */
export function noise(number: number, length: number): Bytes {
  let state = number * 2_654_435_761 + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

export type Recording = Readonly<{ take: Take; audio: Blob; peaks: Float32Array }>;

/** A whole take with its sound and its waveform, all from its number. */
export async function aRecording(number: number, edit: Partial<Take> = {}, size = 300): Promise<Recording> {
  const bytes = noise(number, size);
  const type = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"][number % 3] ?? "";
  const audio = { type, bytes: size, sha256: await sha256(bytes), gaps: [] };
  const take = aTake({ id: uuid(number), seed: number, audio, ...edit });
  return {
    take,
    audio: new Blob([bytes], { type }),
    peaks: Float32Array.from(noise(number, 40), (byte) => byte / 255),
  };
}

/** A library in memory: what a backup is made from and restored to, with a count of what was written. */
export class Library implements BackupSource, RestoreTarget {
  records = new Map<string, unknown>();
  sounds = new Map<string, Blob>();
  waves = new Map<string, Float32Array>();
  preferences: Settings = defaultSettings;
  ownDecks = new Map<string, Deck>();
  writes = 0;
  /** Called before a write happens, for what another tab does meanwhile. */
  beforeWrite: (change: TakeWrite) => void = () => undefined;

  static of(...recordings: readonly Recording[]): Library {
    const library = new Library();
    for (const recording of recordings) library.put(recording);
    return library;
  }

  put({ take, audio, peaks }: Recording): void {
    this.records.set(take.id, take);
    this.sounds.set(take.id, audio);
    this.waves.set(take.id, peaks);
  }

  take(number: number): Take {
    return this.records.get(uuid(number)) as Take;
  }

  edit(number: number, edit: Partial<Take>): void {
    this.records.set(uuid(number), { ...this.take(number), ...edit });
  }

  copy(): Library {
    const copy = new Library();
    copy.records = new Map(this.records);
    copy.sounds = new Map(this.sounds);
    copy.waves = new Map(this.waves);
    copy.preferences = this.preferences;
    copy.ownDecks = new Map(this.ownDecks);
    return copy;
  }

  list = async () =>
    [...this.records].map(([id, record]) => ({ id, bytes: (record as Partial<Take>)?.audio?.bytes ?? 0 }));
  record = async (id: string) => this.records.get(id);
  audio = async (id: string) => this.sounds.get(id);
  peaks = async (id: string) => this.waves.get(id);
  settings = async () => this.preferences;
  decks = async () => [...this.ownDecks.values()];
  saveDeck = async (deck: Deck) => {
    this.writes++;
    this.ownDecks.set(deck.id, deck);
  };
  isEmpty = async () => this.records.size === 0 && isUntouched(this.preferences);
  write = async (change: TakeWrite, judged: unknown) => {
    this.beforeWrite(change);
    const { take, sound } = change;
    if (!isStill(this.records.get(take.id), judged)) return false;
    this.writes++;
    this.records.set(take.id, structuredClone(take));
    if (!sound) return true;
    this.sounds.set(take.id, sound.audio);
    if (sound.peaks) this.waves.set(take.id, sound.peaks);
    else this.waves.delete(take.id);
    return true;
  };
  saveSettings = async (settings: Settings) => {
    this.writes++;
    this.preferences = settings;
  };
}

/** All that a source holds, byte by byte, as something that can be compared. */
export async function contents(source: BackupSource): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = { settings: await source.settings(), decks: await source.decks() };
  for (const { id } of (await source.list()).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const audio = await source.audio(id);
    all[id] = {
      record: await source.record(id),
      type: audio?.type,
      bytes: audio && hex(new Uint8Array(await audio.arrayBuffer())),
      peaks: [...((await source.peaks(id)) ?? [])],
    };
  }
  return all;
}

const hex = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
};

/** Somewhere to write to, that remembers how it ended. */
export function aSink() {
  const chunks: Bytes[] = [];
  const end: { closed: boolean; aborted: unknown } = { closed: false, aborted: undefined };
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => void chunks.push(chunk.slice()),
    close: () => {
      end.closed = true;
    },
    abort: (reason) => {
      end.aborted = reason ?? true;
    },
  });
  return { sink, end, blob: () => new Blob(chunks) };
}

/** A backup of everything a source holds. */
export async function backupOf(source: BackupSource, watch: Watch = {}): Promise<Blob> {
  const { sink, blob } = aSink();
  await writeBackup(source, sink, { made, ...watch });
  return blob();
}

/** Where the files of a recording by that number lie in a backup. */
export const recordOf = (number: number): string => `takes/${uuid(number)}.json`;
export const audioOf = (number: number): string =>
  `audio/${uuid(number)}.${["webm", "m4a", "ogg"][number % 3]}`;
export const peaksOf = (number: number): string => `peaks/${uuid(number)}.f32`;
