import { type Random, seeded } from "../../src/lib/random.ts";
import type { Ms } from "../../src/lib/units.ts";
import type { Sound } from "./speech.ts";

/*
 * Made-up sound to listen to, told as parts one after the other: `sound(silence(s(0.6)), speech(s(2)))`. The same
 * every time; lengths are in milliseconds, levels are amplitudes in [0, 1].
 */

export const RATE = 16_000;

/** A part of a sound: its samples, mono. */
export type Part = Float32Array;

const part = (length: Ms, sample: (index: number, t: number) => number): Part =>
  Float32Array.from({ length: Math.round((length / 1000) * RATE) }, (_, index) =>
    sample(index, index / RATE),
  );

/** Digital silence: what a microphone delivers that was pulled out. */
export const silence = (length: Ms): Part => part(length, () => 0);

/** A sine of that amplitude; 1 is full scale, 0 dBFS. */
export const tone = (length: Ms, hertz = 440, amplitude = 1): Part =>
  part(length, (_, t) => amplitude * Math.sin(2 * Math.PI * hertz * t));

/** White noise: what a quiet room sounds like. */
export function noise(length: Ms, amplitude = 0.001, seed = 1): Part {
  const random = seeded(seed);
  return part(length, () => amplitude * (2 * random() - 1));
}

/** Clicks of 5 ms, `every` milliseconds: keys, a pen put down. */
export const clicks = (length: Ms, every: Ms, amplitude = 0.5): Part =>
  part(length, (index) => {
    const into = index % Math.round((every / 1000) * RATE);
    return into < 0.005 * RATE ? amplitude * (into % 2 === 0 ? 1 : -1) : 0;
  });

/**
 * Something like talk, loud from its first sample: a buzz of about 120 Hz in syllables, four a second, with closures
 * of 40 ms between them, which are no pause.
 */
export const speech = (length: Ms, amplitude = 0.3): Part =>
  part(length, (_, t) => {
    const opening = Math.abs(Math.cos(2 * Math.PI * 2 * t));
    const phase = 2 * Math.PI * (120 * t + 2 * Math.sin(1.7 * t));
    const buzz = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + Math.sin(k * phase) / k, 0);
    return (amplitude / 2) * (opening < 0.25 ? 0.01 : opening ** 0.5) * buzz;
  });

/** The parts one after the other. */
export function sound(...parts: readonly Part[]): Sound {
  const samples = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of parts) {
    samples.set(each, at);
    at += each.length;
  }
  return { samples, sampleRate: RATE };
}

/** Two sounds at once; as long as the first. */
export const over = (first: Sound, second: Sound): Sound => ({
  ...first,
  samples: first.samples.map((sample, index) => sample + (second.samples[index] ?? 0)),
});

/** Louder or softer by a factor. */
export const gain = (loud: Sound, factor: number): Sound => ({
  ...loud,
  samples: loud.samples.map((sample) => sample * factor),
});

/** The blocks in which the tap hands a sound over: 20 ms each, or of the sizes that chance gives. */
export function* blocksOf({ samples, sampleRate }: Sound, random?: Random): Generator<Float32Array> {
  for (let at = 0; at < samples.length; ) {
    const size = random ? 1 + Math.floor(random() * sampleRate * 0.05) : Math.round(sampleRate / 50);
    yield samples.subarray(at, at + size);
    at += size;
  }
}
