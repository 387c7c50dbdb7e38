import { FRAMES_PER_SECOND } from "./bands.ts";
import { quantile } from "./percentile.ts";

/** Fewer syllables than this say nothing of how loudness varies. */
const ENOUGH = 8;

/**
 * How much louder the loud syllables are than the soft ones: the distance of the 90th from the 10th percentile of
 * their levels, in decibels. The level itself depends on microphone, distance and automatic gain, and says nothing.
 * @param levels of the frames in dBFS, shape [count]
 * @param nuclei places of the syllables in seconds
 * @returns      dB, 0 or more; null with fewer than eight syllables
 */
export function loudnessRange(levels: Float32Array, nuclei: readonly number[]): number | null {
  if (nuclei.length < ENOUGH) return null;
  const heights = nuclei.map((at) => levels[Math.floor(at * FRAMES_PER_SECOND)] ?? 0);
  return quantile(heights, 0.9) - quantile(heights, 0.1);
}
