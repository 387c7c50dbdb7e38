import type { Ms, Seconds } from "../lib/units.ts";

/** The sounds a room makes while somebody listens in it. A closed list: each has a recipe in `roomSounds.ts`. */
export const roomSounds = ["breath", "pen", "phone", "chair", "door", "murmur"] as const;
export type RoomSound = (typeof roomSounds)[number];

/** How much of the client the user wants to hear; each step brings the ones before it. */
export const voiceModes = ["off", "sounds", "recordings", "synthesis"] as const;
export type VoiceMode = (typeof voiceModes)[number];

/** A line as somebody spoke it. `audio` is as it was recorded; what is played of it is said beside. */
export type SpokenLine = Readonly<{
  audio: Blob;
  /** Where the first word begins in it, and how long the line is from there. */
  start: Seconds;
  length: Seconds;
  /** Factor that brings it to the loudness all lines have. */
  gain: number;
}>;

/** One thing to be heard, `after` the moment it is asked for. `line` is a `lineKey`. */
export type Part = Readonly<{ after: Ms }> & (Readonly<{ sound: RoomSound }> | Readonly<{ line: string }>);

/** What sounds, until it is over or stopped. */
export type Playing = Readonly<{
  /** From the moment it was asked for to the end of its last part. */
  length: Ms;
  /** Falls silent at once. Calling it twice is harmless. */
  stop(): void;
}>;

/** What a client is heard through. `voice.ts` is the real one. */
export interface ClientSound {
  /**
   * Makes ready what may be played, so that each part starts at its very moment. To be called after the user has
   * pressed something: browsers are silent before.
   * @param lines by `lineKey`; one that cannot be decoded is left out
   */
  prepare(lines: ReadonlyMap<string, SpokenLine>): Promise<void>;
  /** Whether this line could be played now. */
  has(line: string): boolean;
  /** Plays the parts on one clock. Parts that are not ready are left out; nothing is ever waited for. */
  play(parts: readonly Part[]): Playing;
  /** @param loudness as the slider has it, 0 to 1 */
  setLoudness(loudness: number): void;
  /** Everything falls silent. */
  silence(): void;
  close(): void;
}

/**
 * The gain of a slider's place. The ear hears differences as ratios: squared, the middle sounds like half.
 * @param loudness 0 to 1; beyond, it is the nearest of them
 * @returns 0 to 1
 */
export const gainOf = (loudness: number): number => Math.min(1, Math.max(0, loudness)) ** 2;
