import { FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { levelsOf, prominence, prominenceOfSteady } from "./noise.ts";
import { quantile } from "./percentile.ts";
import type { Span } from "./spans.ts";
import { isVoiced, longEnough, VoiceProof } from "./voiced.ts";

/** Speech stands out of the noise by this share of what its vowels do, and by no less and no more than this (dB). */
const ON_SHARE = 0.3;
const ON_LEAST = 1.8;
const ON_MOST = 5;
/** Once begun, it goes on down to this share of that. */
export const OFF = 0.5;
/** Frames that a beginning is followed back, while it stands out at all. */
const BACK = 10;
/** What is this much (dB) softer than the loud vowels is breath, or the next room. */
export const DEPTH = 33;
const LOUD_SHARE = 0.9;
/** By how much (dB) a frame must stand out, where vowels usually stand out by `usual`. */
export const onFor = (usual: number): number => Math.max(ON_LEAST, Math.min(ON_MOST, ON_SHARE * usual));
/** Shorter gaps, in frames, are closures; in noise, which hides soft consonants, longer ones are too. */
export const CLOSURE = 12;
export const CLOSURE_IN_NOISE = 20;
/** Vowels that stand out by this much (dB) are in noise; by that much, in the clear. */
const NOISY = 15;
const CLEAR = 18.5;
/** Shorter stretches, in frames, are no speech. */
const LEAST = 10;
/** Unvoiced sound, in frames, that may lead a voiced one, and follow it: a longer one is breath, or a key. */
export const HEAD = 18;
export const TAIL = 24;

type Range = [from: number, until: number];

/**
 * Where somebody speaks: an adaptive detector over a whole recording. What stands out of the noise in some bands is
 * sound (the noise is learned around each moment, and followed); a stretch of sound is speech if its pitch moves like
 * a voice's somewhere, and only near there. The thresholds follow the recording: nothing in it is an absolute level.
 *
 * Whispering has no pitch and is not found.
 * @returns sorted, seconds, to a hundredth; gaps under 120 ms are filled
 */
export function findSpeech(frames: Frames): Span[] {
  const levels = levelsOf(frames);
  const found = speechIn(frames, prominence(frames), levels);
  return found.length === 0 && isMostlyVoiced(frames)
    ? speechIn(frames, prominenceOfSteady(frames), levels)
    : found;
}

/** Whether a voice goes on for most of the time: held, from the first moment to the last, it is its own noise. */
function isMostlyVoiced({ voicing, hertz, count }: Frames): boolean {
  let voiced = 0;
  for (let frame = 0; frame < count; frame++)
    if (isVoiced(voicing[frame] as number, hertz[frame] as number)) voiced++;
  return voiced > count / 2;
}

/** @param scores how far each frame stands out, dB; @param levels of the frames, dBFS */
function speechIn(frames: Frames, scores: Float32Array, levels: Float32Array): Span[] {
  const [heights, loudness]: [number[], number[]] = [[], []];
  for (let frame = 0; frame < frames.count; frame++) {
    const height = scores[frame] as number;
    if (height <= ON_LEAST || !isVoiced(frames.voicing[frame] as number, frames.hertz[frame] as number))
      continue;
    heights.push(height);
    loudness.push(levels[frame] as number);
  }
  if (!longEnough(heights.length)) return [];
  const usual = quantile(heights, 0.5);
  const on = onFor(usual);
  const softest = quantile(loudness, LOUD_SHARE) - DEPTH;
  const clear = Math.max(0, Math.min(1, (usual - NOISY) / (CLEAR - NOISY)));
  const closure = CLOSURE * clear + CLOSURE_IN_NOISE * (1 - clear);
  return closed(standingOut(scores, levels, on, softest), closure)
    .filter(([from, until]) => until - from >= LEAST)
    .map((range) => voicedPart(frames, range))
    .filter((range) => range !== null)
    .map(([from, until]): Span => [from / FRAMES_PER_SECOND, until / FRAMES_PER_SECOND]);
}

/** Stretches that rise over one threshold and fall under a lower one. */
function standingOut(scores: Float32Array, levels: Float32Array, on: number, softest: number): Range[] {
  const found: Range[] = [];
  const over = (frame: number, threshold: number) =>
    (scores[frame] as number) > threshold && (levels[frame] as number) > softest;
  let start = -1;
  for (let frame = 0; frame < scores.length; frame++) {
    if (start < 0 && over(frame, on)) {
      const earliest = Math.max(found.at(-1)?.[1] ?? 0, frame - BACK);
      start = frame;
      while (start > earliest && over(start - 1, on * OFF)) start--;
    } else if (start >= 0 && !over(frame, on * OFF)) {
      found.push([start, frame]);
      start = -1;
    }
  }
  if (start >= 0) found.push([start, scores.length]);
  return found;
}

/** With the gaps filled that are shorter than a closure. */
function closed(ranges: readonly Range[], closure: number): Range[] {
  const out: Range[] = [];
  for (const [from, until] of ranges) {
    const last = out.at(-1);
    if (last && from - last[1] < closure) last[1] = until;
    else out.push([from, until]);
  }
  return out;
}

/** What of a stretch lies close enough to its voiced sound; null when a voice is not proved in it. */
function voicedPart({ voicing, hertz }: Frames, [from, until]: Range): Range | null {
  const proof = new VoiceProof();
  for (let frame = from; frame < until; frame++)
    proof.hear(frame, voicing[frame] as number, hertz[frame] as number);
  if (!proof.proved) return null;
  return [Math.max(from, proof.first - HEAD), Math.min(until, proof.last + TAIL)];
}
