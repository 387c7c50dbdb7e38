import { seeded } from "../../src/lib/random.ts";
import type { Span } from "../../src/measure/spans.ts";
import type { Sound } from "./speech.ts";

/*
 * A made-up speaker whose pitch, syllables and pauses are known: pulses of a glottis through the resonances of a
 * mouth. At any rate of samples; the same every time.
 */

/** Formants of a vowel in Hz, their bandwidths 60 to 120 Hz. @see Peterson & Barney 1952 */
export const vowels = {
  a: [730, 1090, 2440],
  i: [270, 2290, 3010],
  u: [300, 870, 2240],
  ə: [500, 1500, 2500],
} as const;
export type Vowel = keyof typeof vowels;

type Utterance = Readonly<{
  /** Hz at a time in seconds. */
  pitch: (t: number) => number;
  /** How loud it is at a time, in [0, 1]. */
  loudness: (t: number) => number;
  length: number;
  sampleRate?: number;
  vowel?: Vowel;
  /** Amplitude of the loudest sample. */
  peak?: number;
}>;

/** A voice that follows a pitch and a loudness. */
export function voice({
  pitch,
  loudness,
  length,
  sampleRate = 16_000,
  vowel = "a",
  peak = 0.3,
}: Utterance): Sound {
  const pulses = new Float64Array(Math.round(length * sampleRate));
  let phase = 0;
  for (let index = 0; index < pulses.length; index++) {
    const t = index / sampleRate;
    phase += pitch(t) / sampleRate;
    if (phase < 1) continue;
    phase -= 1;
    // the pulse falls between two samples: shared out, its place is known to a fraction of one
    const late = phase / (pitch(t) / sampleRate);
    const height = loudness(t);
    pulses[index] = (pulses[index] ?? 0) + height * (1 - late);
    if (index > 0) pulses[index - 1] = (pulses[index - 1] ?? 0) + height * late;
  }
  let sound = onePole(pulses, Math.exp((-2 * Math.PI * 100) / sampleRate));
  for (const [index, formant] of vowels[vowel].entries())
    if (formant < sampleRate / 2) sound = resonance(sound, formant, 60 + 30 * index, sampleRate);
  const highest = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) || 1;
  return { samples: Float32Array.from(sound, (sample) => (peak * sample) / highest), sampleRate };
}

const onePole = (sound: Float64Array, pole: number): Float64Array => {
  let state = 0;
  return sound.map((sample) => {
    state = sample + pole * state;
    return state;
  });
};

/** A two-pole resonance. @see Klatt 1980 */
function resonance(sound: Float64Array, hertz: number, bandwidth: number, sampleRate: number): Float64Array {
  const radius = Math.exp((-Math.PI * bandwidth) / sampleRate);
  const [b, c] = [2 * radius * Math.cos((2 * Math.PI * hertz) / sampleRate), -radius * radius];
  let [last, before] = [0, 0];
  return sound.map((sample) => {
    const now = (1 - b - c) * sample + b * last + c * before;
    before = last;
    last = now;
    return now;
  });
}

/** A vowel held at one pitch, with soft edges. */
export const vowel = (hertz: number, length: number, more: Partial<Utterance> = {}): Sound =>
  voice({
    pitch: () => hertz,
    loudness: (t) => Math.min(1, t / 0.02, (length - t) / 0.02),
    length,
    ...more,
  });

/** Talk of so many syllables a second in phrases, all of whose numbers are known. */
export type Talk = Readonly<{ sound: Sound; speech: readonly Span[]; syllables: number }>;

/**
 * Phrases of syllables, each a swell of a vowel with a dip of 14 dB before the next, with silences between the phrases.
 * @param phrases syllables of each
 * @param pause   seconds between two phrases
 */
export function talk(
  perSecond: number,
  phrases: readonly number[],
  {
    pause = 0.8,
    lead = 1,
    pitch = 120,
    ...more
  }: { pause?: number; lead?: number; pitch?: number } & Partial<Omit<Utterance, "pitch">> = {},
): Talk {
  const speech: Span[] = [];
  let at = lead;
  for (const syllables of phrases) {
    speech.push([at, at + syllables / perSecond]);
    at += syllables / perSecond + pause;
  }
  const loudness = (t: number) => {
    const phrase = speech.find(([start, end]) => t >= start && t < end);
    if (!phrase) return 0;
    const swing = 0.5 - 0.5 * Math.cos(2 * Math.PI * (t - phrase[0]) * perSecond);
    const inner = t > phrase[0] + 0.5 / perSecond && t < phrase[1] - 0.5 / perSecond;
    return inner ? 0.2 + 0.8 * swing : swing;
  };
  const sound = voice({
    pitch: (t) => pitch * 2 ** ((2 * Math.sin(1.9 * t)) / 12),
    loudness,
    length: at + 0.5,
    ...more,
  });
  return { sound, speech, syllables: phrases.reduce((sum, count) => sum + count, 0) };
}

/** With white noise under it, so many dB below the loud vowels' peaks. */
export function inNoise({ samples, sampleRate }: Sound, decibels: number, seed = 5): Sound {
  const random = seeded(seed);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const amplitude = peak * 10 ** (-decibels / 20);
  return { samples: samples.map((sample) => sample + amplitude * (2 * random() - 1)), sampleRate };
}

/** So many seconds of digital silence, then the sound. */
export function silenceThen(seconds: number, { samples, sampleRate }: Sound): Sound {
  const later = new Float32Array(samples.length + Math.round(seconds * sampleRate));
  later.set(samples, later.length - samples.length);
  return { samples: later, sampleRate };
}

/** One sound after the other, at one rate. */
export function inARow(...sounds: readonly Sound[]): Sound {
  const samples = new Float32Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return { samples, sampleRate: sounds[0]?.sampleRate ?? 16_000 };
}
