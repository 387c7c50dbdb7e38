import type { KeptMeasures } from "./measures.ts";
import type { Take, TakeEdit } from "./take.ts";

/** A record that is there but cannot be read: kept aside, and said so. */
export type UnreadableTake = Readonly<{ id: string; problem: string }>;

export type TakeList = Readonly<{ takes: readonly Take[]; unreadable: readonly UnreadableTake[] }>;

/** What the app needs of storage. `idb.ts` is the real one. Every call may reject with a StoreError. */
export interface TakeStore {
  /** All takes that are not in the bin, newest first. */
  list(): Promise<TakeList>;
  /** One take, in the bin or not; undefined when there is none. */
  get(id: string): Promise<Take | undefined>;
  /** The sound of a take. Rejects with StoreError `missing`. */
  audio(id: string): Promise<Blob>;
  /** The stored waveform, 50 values a second; empty when none was kept. */
  peaks(id: string): Promise<Float32Array>;
  /** Keeps a finished take with its sound, and forgets its draft, all or nothing. */
  keep(take: Take, audio: Blob, peaks: Float32Array): Promise<void>;
  /** Changes what the user may change. Rejects with StoreError `missing`. */
  edit(id: string, edit: TakeEdit): Promise<void>;
  /**
   * Keeps what was measured of a take. It is no edit: `changed` stays, and a copy of the take in a backup is still the
   * same. A recording that is not the measured one any more (its sound came back from a backup) is left alone.
   * Rejects with StoreError `missing`.
   */
  measured(take: Pick<Take, "id" | "audio">, measures: KeptMeasures): Promise<void>;
  /** Puts a take in the bin, or takes it out again (`binned` null). */
  bin(id: string, binned: number | null): Promise<void>;
  /** Erases for good what was put in the bin before `before`. */
  emptyBin(before: number): Promise<void>;
}
