import type { Deck } from "../../prompts/deck.ts";
import type { Settings } from "../settings.ts";
import type { Take } from "../take.ts";

/** What a backup is made from. `idbBackup.ts` is the real one. Every call may reject with a StoreError. */
export interface BackupSource {
  /** All takes there are, binned and unreadable ones too; `bytes` as their records have it. Loads no sound. */
  list(): Promise<readonly Readonly<{ id: string; bytes: number }>[]>;
  /** The record as it is stored, of whatever version; undefined when it has been erased since. */
  record(id: string): Promise<unknown>;
  /** The sound, or undefined when there is none. */
  audio(id: string): Promise<Blob | undefined>;
  /** The stored waveform, or undefined when there is none. */
  peaks(id: string): Promise<Float32Array | undefined>;
  settings(): Promise<Settings>;
  /** Decks of the user's own. */
  decks(): Promise<readonly Deck[]>;
}

/** One take to be written. */
export type TakeWrite = Readonly<{
  take: Take;
  /** null: sound and waveform stay as they are. */
  sound: Readonly<{ audio: Blob; peaks: Float32Array | null }> | null;
}>;

/** Where a backup is restored to. `idbBackup.ts` is the real one. Every call may reject with a StoreError. */
export interface RestoreTarget {
  /** No takes, and settings as they come. */
  isEmpty(): Promise<boolean>;
  /** The record as it is stored, of whatever version; undefined when there is none. */
  record(id: string): Promise<unknown>;
  audio(id: string): Promise<Blob | undefined>;
  /**
   * Writes one take, all or nothing.
   * @param judged the record that was found here before, or undefined when there was none
   * @returns false, and nothing is written, when the record is no longer that one: somebody works in another tab
   */
  write(change: TakeWrite, judged: unknown): Promise<boolean>;
  saveSettings(settings: Settings): Promise<void>;
  decks(): Promise<readonly Deck[]>;
  saveDeck(deck: Deck): Promise<void>;
}

/** How far it is. */
export type Progress = Readonly<{ takes: number; ofTakes: number; bytes: number; ofBytes: number }>;

/** How one is watched and stopped. An aborted call rejects with the signal's reason, which is an AbortError. */
export type Watch = Readonly<{ onProgress?: (progress: Progress) => void; signal?: AbortSignal }>;
