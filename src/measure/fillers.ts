import { BANDS, FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { powerOf } from "./noise.ts";
import { Percentile, quantile } from "./percentile.ts";
import { semitones } from "./pitch.ts";
import type { Span } from "./spans.ts";

/** Frames to either side that are compared: the sound may not have changed over 80 ms. */
const APART = 4;
/** Spectra this close (radians) are the same sound; they are compared by loudness, not by power. */
const ANGLE = 0.3;
const LOUDNESS = 0.3;
/** And the pitch may not have moved further than this, in semitones. */
export const STEP = 0.6;
const VOICED = 0.25;
/** Frames of still sound that count; two such runs are one ("u" and "m") over a gap of voice no longer than this. */
const RUN = 6;
const JOIN = 14;
const LEAP = 1;
/** A hesitation lasts so many frames: 240 ms. */
export const LEAST = 24;
/** It is not higher (semitones) than the speaker usually is: a stressed vowel is. */
export const ABOVE = 2;
/** From this long on, in seconds, its length leaves no doubt. */
const SURE = 0.5;

/** A stretch that sounds like a hesitation; `confidence` in [0, 1]. */
export type Filler = Readonly<{ span: Span; confidence: number }>;

type Range = [from: number, until: number];

/**
 * Filled pauses ("um", 呃) by their sound: voiced, with a spectrum that stands still and a flat pitch, for 240 ms or
 * more. Stretched words sound the same, and words used as fillers (那个, "like") do not: this offers marks to be
 * confirmed or dismissed, and is no count.
 * @param speech sorted, seconds; @param track pitch of each frame in Hz, 0 where there is none
 * @returns      sorted
 * @see Goto, Itou & Hayamizu 1999, A real-time filled pause detection system
 */
export function findFillers(frames: Frames, speech: readonly Span[], track: Float32Array): Filler[] {
  const tones = track.map((hertz) => (hertz > 0 ? semitones(hertz) : Number.NaN));
  const highest = quantile(tones.filter(Number.isFinite), 0.5) + ABOVE;
  const floors = floorsOf(frames);
  return speech.flatMap(([start, end]) => {
    const from = Math.round(start * FRAMES_PER_SECOND);
    const until = Math.min(frames.count, Math.round(end * FRAMES_PER_SECOND));
    const turns = turning(frames, floors, from, until);
    const still = (frame: number) =>
      (turns[frame - from] as number) < ANGLE &&
      (frames.voicing[frame] as number) > VOICED &&
      !moved(tones, Math.max(from, frame - APART), Math.min(until - 1, frame + APART), STEP);
    return joinedRuns(runsOf(still, from, until), frames.voicing, tones)
      .filter(([a, b]) => b - a >= LEAST)
      .filter(([a, b]) => !(quantile(tones.subarray(a, b).filter(Number.isFinite), 0.5) > highest))
      .map(([a, b]) => ({
        span: [a / FRAMES_PER_SECOND, b / FRAMES_PER_SECOND] as const,
        confidence: confidenceOf(turns.subarray(a - from, b - from)),
      }));
  });
}

/** Whether a pitch moved; where there is none, it did not. */
const moved = (tones: Float32Array, a: number, b: number, step: number): boolean =>
  Math.abs((tones[a] as number) - (tones[b] as number)) >= step;

/** The longer and the stiller, the surer. */
function confidenceOf(turns: Float32Array): number {
  const turned = turns.reduce((sum, turn) => sum + turn, 0) / turns.length;
  const long = Math.min(1, turns.length / FRAMES_PER_SECOND / SURE);
  return Math.max(0, Math.min(1, long * (1 - (0.5 * turned) / ANGLE)));
}

function runsOf(still: (frame: number) => boolean, from: number, until: number): Range[] {
  const runs: Range[] = [];
  let start = -1;
  for (let frame = from; frame <= until; frame++) {
    const now = frame < until && still(frame);
    if (now && start < 0) start = frame;
    if (!now && start >= 0) {
      if (frame - start >= RUN) runs.push([start, frame]);
      start = -1;
    }
  }
  return runs;
}

/** With those made one that only a change of sound parts, without a break of voice or a leap of pitch. */
function joinedRuns(runs: readonly Range[], voicing: Float32Array, tones: Float32Array): Range[] {
  const out: Range[] = [];
  for (const [from, until] of runs) {
    const last = out.at(-1);
    const bridged =
      last !== undefined &&
      from - last[1] <= JOIN &&
      voicing.subarray(last[1], from).every((value) => value > VOICED) &&
      !moved(tones, last[1] - 1, from, LEAP);
    if (bridged) last[1] = until;
    else out.push([from, until]);
  }
  return out;
}

/** The quietest tenth of each band, as power. */
function floorsOf({ bands, count }: Frames): Float64Array {
  return Float64Array.from({ length: BANDS }, (_, band) => {
    const quiet = new Percentile(0.1);
    for (let frame = 0; frame < count; frame++) quiet.add(bands[frame * BANDS + band] as number);
    return powerOf(quiet.value());
  });
}

/** How far the spectrum turns around each frame, in radians; shape [until - from]. */
function turning({ bands }: Frames, floors: Float64Array, from: number, until: number): Float32Array {
  const count = until - from;
  const unit = new Float32Array(count * BANDS);
  for (let frame = 0; frame < count; frame++) {
    let square = 0;
    for (let band = 0; band < BANDS; band++) {
      const power = powerOf(bands[(from + frame) * BANDS + band] as number) - (floors[band] as number);
      const loudness = power > 0 ? Math.exp(LOUDNESS * Math.log(power)) : 0;
      unit[frame * BANDS + band] = loudness;
      square += loudness * loudness;
    }
    const norm = Math.sqrt(square) || 1;
    for (let band = 0; band < BANDS; band++)
      unit[frame * BANDS + band] = (unit[frame * BANDS + band] as number) / norm;
  }
  return Float32Array.from({ length: count }, (_, frame) => {
    const [a, b] = [Math.max(0, frame - APART) * BANDS, Math.min(count - 1, frame + APART) * BANDS];
    let product = 0;
    for (let band = 0; band < BANDS; band++)
      product += (unit[a + band] as number) * (unit[b + band] as number);
    return Math.acos(Math.max(-1, Math.min(1, product)));
  });
}
