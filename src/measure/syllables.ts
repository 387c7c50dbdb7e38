import { BANDS, corners, FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { levelAcross } from "./noise.ts";
import { quantile } from "./percentile.ts";
import type { Span } from "./spans.ts";

/** Vowels are loud between these (Hz): their first two formants, without the hum below and the hiss above. */
export const LOWEST = 350;
export const HIGHEST = 2_700;
/** Standard deviation of the Gaussian that smooths the loudness, in frames: 15 ms. */
const SIGMA = 1.5;
/** A nucleus is at most this much (dB) softer than the loudest ones. */
export const DEPTH = 25;
const LOUDEST_SHARE = 0.97;
/** Between two nuclei the loudness dips by this (dB) on either side, at least. */
export const DIP = 1;
/** Two nuclei are this many frames apart, at least. */
const APART = 5;
/** A nucleus is voiced: within so many frames the sound repeats itself so well. */
const NEAR = 3;
const VOICED = 0.3;

const vowelBands = Array.from({ length: BANDS }, (_, band) => band).filter((band) => {
  const middle = corners[band + 1] as number;
  return middle >= LOWEST && middle <= HIGHEST;
});
const reach = Math.ceil(3 * SIGMA);
const gaussian = Array.from({ length: 2 * reach + 1 }, (_, tap) =>
  Math.exp(-((tap - reach) ** 2) / (2 * SIGMA ** 2)),
);

/** How loud each frame is where vowels are, smoothed; dB, shape [count]. */
function sonority({ bands, count }: Frames): Float32Array {
  const raw = Float32Array.from({ length: count }, (_, frame) =>
    levelAcross(bands, frame * BANDS, vowelBands),
  );
  return Float32Array.from({ length: count }, (_, frame) => {
    let [sum, total] = [0, 0];
    for (let tap = Math.max(0, reach - frame); tap < gaussian.length && frame + tap - reach < count; tap++) {
      const weight = gaussian[tap] as number;
      sum += weight * (raw[frame + tap - reach] as number);
      total += weight;
    }
    return sum / total;
  });
}

/**
 * Places of the syllables: the peaks of loudness within speech that are voiced, with a dip between each two. Counted
 * by ear and by this, a file of half a minute differs by 8 % on average; diphthongs and creak add some, swallowed
 * vowels lose some.
 * @param speech sorted, seconds
 * @returns      sorted, seconds
 * @see De Jong & Wempe 2009, Praat script to detect syllable nuclei; the dips are found by merging, shallowest first
 */
export function nuclei(frames: Frames, speech: readonly Span[]): number[] {
  const loudness = sonority(frames);
  const ranges = speech.map(([start, end]): [number, number] => [
    Math.round(start * FRAMES_PER_SECOND),
    Math.min(frames.count, Math.round(end * FRAMES_PER_SECOND)),
  ]);
  const spoken = ranges.flatMap(([from, until]) => [...loudness.subarray(from, until)]);
  const least = quantile(spoken, LOUDEST_SHARE) - DEPTH;
  return ranges
    .flatMap(([from, until]) => peaksOf(loudness, least, from, until))
    .filter((frame) => isVoicedNear(frames.voicing, frame))
    .map((frame) => (frame + 0.5) / FRAMES_PER_SECOND);
}

function peaksOf(loudness: Float32Array, least: number, from: number, until: number): number[] {
  const at = (frame: number) => loudness[frame] as number;
  const peaks: number[] = [];
  for (let frame = from; frame < until; frame++) {
    const rises = frame === from || at(frame) > at(frame - 1);
    const falls = frame + 1 >= until || at(frame) >= at(frame + 1);
    if (rises && falls && at(frame) > least) peaks.push(frame);
  }
  const saddles = peaks.slice(1).map((peak, index) => lowest(loudness, peaks[index] as number, peak));
  for (let shallowest = shallowestOf(); shallowest >= 0; shallowest = shallowestOf()) merge(shallowest);
  return peaks;

  /** Which saddle is no dip, and the least of all; -1 when all are. */
  function shallowestOf(): number {
    let [least, where] = [DIP, -1];
    for (const [index, saddle] of saddles.entries()) {
      const [a, b] = [peaks[index] as number, peaks[index + 1] as number];
      const dip = b - a < APART ? 0 : Math.min(at(a), at(b)) - saddle;
      if (dip < least) [least, where] = [dip, index];
    }
    return where;
  }

  /** Drops the lower peak beside a saddle; the saddles beside it become one, the deeper. */
  function merge(index: number): void {
    const gone = at(peaks[index] as number) < at(peaks[index + 1] as number) ? index : index + 1;
    const inside = gone > 0 && gone < peaks.length - 1;
    if (inside) saddles[gone - 1] = Math.min(saddles[gone - 1] as number, saddles[gone] as number);
    saddles.splice(Math.min(gone, saddles.length - 1), 1);
    peaks.splice(gone, 1);
  }
}

function lowest(loudness: Float32Array, from: number, until: number): number {
  let low = Number.POSITIVE_INFINITY;
  for (let frame = from; frame <= until; frame++) low = Math.min(low, loudness[frame] as number);
  return low;
}

const isVoicedNear = (voicing: Float32Array, frame: number): boolean =>
  voicing.subarray(Math.max(0, frame - NEAR), frame + NEAR + 1).some((value) => value > VOICED);
