import { type Seconds, seconds } from "../lib/units.ts";
import { level, peak } from "../measure/level.ts";

/** Where a line lies in its recording, and what brings it to the loudness all lines have. */
export type SpokenSpan = Readonly<{ start: Seconds; length: Seconds; gain: number }>;

/** Frame in seconds. */
const FRAME = 0.01;
/** This far below the loudest frame is no longer speech, nor is anything below the floor (dBFS). */
const BELOW_LOUDEST = 30;
const FLOOR = -55;
/** Kept before the first loud frame, for soft consonants, and after the last, for a vowel that dies away; in frames. */
const BEFORE = 6;
const AFTER = 12;
/** A shorter noise is no line; in frames that are loud. */
const LEAST = 15;
/** Level of the loud frames of every line (dBFS), as far as no sample goes over full scale. */
const LOUDNESS = -20;
const CEILING = 0.9;
/** More would bring up the room instead of the voice. */
const MOST_GAIN = 12;

/**
 * Finds a spoken line in a recording of one.
 * @param samples mono PCM in [-1, 1]
 * @returns null when nothing was said
 */
export function spokenSpan(samples: Float32Array, sampleRate: number): SpokenSpan | null {
  const hop = Math.round(sampleRate * FRAME);
  const levels = Array.from({ length: Math.floor(samples.length / hop) }, (_, frame) =>
    level(samples.subarray(frame * hop, (frame + 1) * hop)),
  );
  const fence = Math.max(FLOOR, levels.reduce((most, each) => Math.max(most, each), FLOOR) - BELOW_LOUDEST);
  const isLoud = (frame: number) => (levels[frame] ?? FLOOR) > fence;
  const loud = levels.flatMap((_, frame) => (isLoud(frame) ? [frame] : []));
  // A click stands alone: a line begins and ends where there is more of it.
  const talk = loud.filter((frame) =>
    [1, 2].some((near) => isLoud(frame + near) && isLoud(frame + near - 3)),
  );
  const [first, last] = [talk[0], talk.at(-1)];
  if (first === undefined || last === undefined || talk.length < LEAST) return null;
  const start = Math.max(0, first - BEFORE) * hop;
  const end = Math.min(samples.length, (last + 1 + AFTER) * hop);
  const line = samples.subarray(start, end);
  const power = talk.reduce((sum, frame) => sum + 10 ** ((levels[frame] ?? FLOOR) / 10), 0) / talk.length;
  const wanted = 10 ** ((LOUDNESS - 10 * Math.log10(power)) / 20);
  return {
    start: seconds(start / sampleRate),
    length: seconds((end - start) / sampleRate),
    gain: Math.min(wanted, CEILING / peak(line), MOST_GAIN),
  };
}
