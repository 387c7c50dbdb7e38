import { FRAMES_PER_SECOND } from "./bands.ts";
import { HIGHEST_PITCH, LOW_RATE, LOWEST_PITCH } from "./frameStream.ts";
import type { Frames } from "./frames.ts";
import { quantile } from "./percentile.ts";
import { Periodicity } from "./periodicity.ts";
import { PitchTracker } from "./pitchTracker.ts";
import type { Span } from "./spans.ts";

/** The rough pitch counts where the sound repeats itself this well. */
const ROUGHLY_VOICED = 0.5;
/** Fewer rough frames than this tell no range: the whole one is searched. */
const ENOUGH = 20;
/** A voice moves between these shares of its lower and its upper quartile. */
const BELOW = 0.75;
const ABOVE = 2;
/** And no lower (Hz) than this, where creak begins. */
const CREAK = 50;
/** Fewer voiced frames than this, 0.3 s, are no voice to speak of. */
const LEAST = 30;

/** Semitones above 100 Hz: the ear hears pitch in ratios. */
export const semitones = (hertz: number): number => 12 * Math.log2(hertz / 100);
/** And back. */
export const hertzOf = (tone: number): number => 100 * 2 ** (tone / 12);

/**
 * The pitch of each frame within speech, in two passes: a rough one tells the voice's own range, the second looks in
 * it alone, which does away with most octave errors.
 * @returns Hz, shape [count]; 0 where there is no pitch
 * @see Boersma 1993; the two passes: De Looze & Hirst 2008, Detecting changes in key and range
 */
export function trackPitch(frames: Frames, speech: readonly Span[]): Float32Array {
  const track = new Float32Array(frames.count);
  const [floor, ceiling] = rangeOf(frames, speech);
  const tracker = new PitchTracker(new Periodicity(LOW_RATE, floor, ceiling), [floor, ceiling], frames.low);
  tracker.loudest = loudestOf(frames, speech);
  for (const [start, end] of speech) {
    const from = Math.round(start * FRAMES_PER_SECOND);
    tracker.track(from, Math.min(frames.count, Math.round(end * FRAMES_PER_SECOND)), track);
  }
  return track;
}

/** The range a voice moves in. */
function rangeOf(frames: Frames, speech: readonly Span[]): readonly [floor: number, ceiling: number] {
  const heard: number[] = [];
  for (const [start, end] of speech) {
    const until = Math.min(frames.count, Math.round(end * FRAMES_PER_SECOND));
    for (let frame = Math.round(start * FRAMES_PER_SECOND); frame < until; frame++)
      if ((frames.voicing[frame] as number) > ROUGHLY_VOICED) heard.push(frames.hertz[frame] as number);
  }
  if (heard.length < ENOUGH) return [LOWEST_PITCH, HIGHEST_PITCH];
  const floor = Math.max(CREAK, BELOW * quantile(heard, 0.25));
  return [floor, Math.min(HIGHEST_PITCH, Math.max(2 * floor, ABOVE * quantile(heard, 0.75)))];
}

function loudestOf({ low }: Frames, speech: readonly Span[]): number {
  let peak = 0;
  for (const [start, end] of speech)
    for (const sample of low.subarray(Math.round(start * LOW_RATE), Math.round(end * LOW_RATE)))
      peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** A voice's pitch in semitones above 100 Hz: its median, standard deviation, and 10th and 90th percentile. */
export type Pitch = Readonly<{ median: number; sd: number; low: number; high: number }>;

/**
 * What a track says of a voice.
 * @param track Hz, 0 where there is no pitch
 * @returns     null with less than 0.3 s of it
 */
export function pitchOf(track: Float32Array): Pitch | null {
  const tones = Float64Array.from(
    track.filter((hertz) => hertz > 0),
    semitones,
  );
  if (tones.length < LEAST) return null;
  const mean = tones.reduce((sum, tone) => sum + tone, 0) / tones.length;
  const variance = tones.reduce((sum, tone) => sum + (tone - mean) ** 2, 0) / tones.length;
  return {
    median: quantile(tones, 0.5),
    sd: Math.sqrt(variance),
    low: quantile(tones, 0.1),
    high: quantile(tones, 0.9),
  };
}
