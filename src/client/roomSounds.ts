import { fork, type Random, seeded } from "../lib/random.ts";
import type { RoomSound } from "./sound.ts";
import { type Bench, envelope, filtered, hiss, knock, through } from "./soundBench.ts";

/** How a sound is made: its length in seconds, how loud it is, and what is put on the bench. */
export type Recipe = Readonly<{
  length: number;
  /** Level of its loudest 50 ms in dBFS (a full-scale sine is 0): quiet, as things are across a table. */
  level: number;
  make(bench: Bench): void;
}>;

/** The recipe of each sound. They are drawn from what such things do: air, wood, metal, two people behind a hand. */
export const recipes: Readonly<Record<RoomSound, Recipe>> = {
  /** Air drawn in through an open mouth, brightening, and held: somebody is about to speak. */
  breath: {
    length: 0.36,
    level: -36,
    make: (bench) => {
      const air = hiss(bench, 0, 0.36);
      for (const [from, to, share] of [
        [700, 1_150, 1],
        [1_500, 2_300, 0.8],
        [3_200, 4_600, 0.35],
      ] as const) {
        const { filter, gain } = through(bench, air, "bandpass", from, 1.4);
        filter.frequency.linearRampToValueAtTime(to, 0.3);
        envelope(gain.gain, [0, 0], [0.08, 0.25 * share], [0.24, share], [0.31, 0.3 * share], [0.36, 0]);
      }
    },
  },
  /** A pen is laid down on wood: it lands, bounces twice, and rolls a little. */
  pen: {
    length: 0.55,
    level: -29,
    make: (bench) => {
      for (const [at, strength] of [
        [0.01, 1],
        [0.085, 0.42],
        [0.125, 0.2],
      ] as const) {
        knock(bench, at, strength, [
          [380, 0.9, 0.022],
          [1_240, 0.7, 0.014],
          [2_910, 0.45, 0.009],
          [5_200, 0.2, 0.004],
        ]);
      }
      for (let at = 0.2; at < 0.5; at += 0.035 + 0.01 * bench.random()) {
        knock(bench, at, 0.06 * (1 - at / 0.55), [
          [900 + 300 * bench.random(), 0.6, 0.01],
          [2_600, 0.3, 0.005],
        ]);
      }
    },
  },
  /** A phone buzzes on the table, twice: a weight turns 160 times a second, and the table rattles with it. */
  phone: {
    length: 1.5,
    level: -31,
    make: (bench) => {
      for (const at of [0.02, 0.82]) {
        const speed = 158 + 8 * bench.random();
        const motor = bench.context.createOscillator();
        motor.type = "sawtooth";
        motor.frequency.setValueAtTime(120, at);
        motor.frequency.linearRampToValueAtTime(speed, at + 0.08);
        motor.frequency.setValueAtTime(speed, at + 0.46);
        motor.frequency.linearRampToValueAtTime(110, at + 0.58);
        motor.start(at);
        motor.stop(at + 0.6);
        for (const [hertz, share] of [
          [165, 0.5],
          [490, 0.5],
          [1_130, 0.35],
          [2_300, 0.12],
        ] as const) {
          const { gain } = through(bench, motor, "bandpass", hertz, 3);
          envelope(gain.gain, [at, 0], [at + 0.05, share], [at + 0.45, share], [at + 0.58, 0]);
        }
      }
    },
  },
  /** A chair: somebody leans back, wood sticks and slips, cloth rustles. */
  chair: {
    length: 0.9,
    level: -34,
    make: (bench) => {
      const creak = bench.context.createOscillator();
      creak.type = "sawtooth"; // each tooth is one slip
      creak.frequency.setValueAtTime(34, 0.08);
      for (let at = 0.1; at < 0.6; at += 0.03) {
        const arch = Math.sin((Math.PI * (at - 0.08)) / 0.55);
        creak.frequency.linearRampToValueAtTime(34 + 50 * arch + 14 * bench.random(), at);
      }
      creak.start(0.08);
      creak.stop(0.64);
      for (const [hertz, share] of [
        [310, 1],
        [740, 0.7],
        [1_480, 0.35],
      ] as const) {
        const { gain } = through(bench, creak, "bandpass", hertz, 14);
        envelope(gain.gain, [0.08, 0], [0.2, share], [0.34, 0.45 * share], [0.5, 0.9 * share], [0.64, 0]);
      }
      const cloth = through(bench, hiss(bench, 0, 0.9), "bandpass", 900, 0.6).gain;
      envelope(cloth.gain, [0, 0], [0.12, 0.16], [0.4, 0.05], [0.62, 0.14], [0.88, 0]);
    },
  },
  /** A door: the handle, the air that comes in, the door in its frame, the latch. */
  door: {
    length: 1.5,
    level: -29,
    make: (bench) => {
      const latch = (at: number, strength: number) =>
        knock(bench, at, strength, [
          [620, 0.6, 0.02],
          [1_870, 0.6, 0.016],
          [3_350, 0.5, 0.012],
        ]);
      latch(0.02, 0.3);
      latch(0.11, 0.2);
      const air = through(bench, hiss(bench, 0.15, 1), "lowpass", 420, 0.7).gain;
      envelope(air.gain, [0.15, 0], [0.55, 0.1], [0.98, 0.16], [1.02, 0]);
      knock(bench, 1.02, 1, [
        [74, 1, 0.09],
        [131, 0.8, 0.07],
        [247, 0.5, 0.045],
        [520, 0.25, 0.02],
      ]);
      latch(1.045, 0.35);
    },
  },
  /** Two people murmur behind a hand: a low voice, a higher one answers; no word can be made out. */
  murmur: {
    length: 2.6,
    level: -34,
    make: (bench) => {
      talk(bench, { at: 0.05, until: 1.35, pitch: 104, size: 1 });
      talk(bench, { at: 1.15, until: 2.5, pitch: 178, size: 1.16 });
    },
  },
};

type Talk = Readonly<{ at: number; until: number; pitch: number; size: number }>;

/** First and second resonance of five vowels, in hertz, for a man's mouth. @see Peterson & Barney 1952, table II */
const VOWELS = [
  [270, 2_290],
  [530, 1_840],
  [730, 1_090],
  [570, 840],
  [300, 870],
] as const;

/** Something like talk, half voiced and half whispered, about five syllables a second. */
function talk(bench: Bench, { at: begin, until, pitch, size }: Talk): void {
  const { context, random } = bench;
  const throat = context.createOscillator();
  throat.type = "sawtooth";
  throat.frequency.setValueAtTime(pitch * 1.12, begin);
  throat.start(begin);
  throat.stop(until);
  const source = context.createGain();
  throat.connect(source);
  const breath = context.createGain();
  breath.gain.value = 0.5;
  hiss(bench, begin, until - begin)
    .connect(breath)
    .connect(source);
  const mouths = [0, 1].map((place) => {
    const low = filtered(bench, source, "lowpass", 1_900, 0.7).gain; // behind a hand
    const mouth = through(bench, low, "bandpass", 500, place === 0 ? 4 : 7);
    mouth.gain.gain.setValueAtTime(0, begin);
    return mouth;
  });
  for (let at = begin; at < until - 0.12; ) {
    const length = 0.13 + 0.11 * random();
    const vowel = VOWELS[Math.floor(random() * VOWELS.length)] ?? VOWELS[0];
    const strength = 0.55 + 0.45 * random();
    const fall = 1.12 - (0.28 * (at - begin)) / (until - begin); // a sentence sinks
    throat.frequency.linearRampToValueAtTime(pitch * fall * (0.94 + 0.14 * random()), at + length / 2);
    for (const [place, { filter, gain }] of mouths.entries()) {
      filter.frequency.linearRampToValueAtTime((vowel[place] ?? 500) * size, at + 0.05);
      gain.gain.linearRampToValueAtTime(strength * (place === 0 ? 1 : 0.5), at + 0.05);
      gain.gain.setValueAtTime(strength * (place === 0 ? 1 : 0.5), at + length - 0.05);
      gain.gain.linearRampToValueAtTime(0.06, at + length);
    }
    at += length + (random() < 0.2 ? 0.12 : 0.015); // a word ends
  }
  for (const { gain } of mouths) gain.gain.linearRampToValueAtTime(0, until);
}

/** The chance that a sound is made with: another `variant`, another pen. */
export const chanceOf = (sound: RoomSound, variant: number): Random => seeded(fork(variant, "sound", sound));

/** Level of the loudest 50 ms. @returns dBFS; a full-scale sine is 0, silence is -Infinity */
export function loudest(samples: Float32Array, sampleRate: number): number {
  const frame = Math.round(sampleRate / 20);
  const hop = Math.round(sampleRate / 100);
  let most = 0;
  for (let at = 0; at === 0 || at + frame <= samples.length; at += hop) {
    let sum = 0;
    for (const sample of samples.subarray(at, at + frame)) sum += sample * sample;
    most = Math.max(most, sum / frame);
  }
  return 10 * Math.log10(2 * most);
}

/** Brings samples to a level, in place. Silence stays silence. @param level of the loudest 50 ms, dBFS */
export function bringTo(samples: Float32Array, sampleRate: number, level: number): void {
  const is = loudest(samples, sampleRate);
  if (!Number.isFinite(is)) return;
  const factor = 10 ** ((level - is) / 20);
  for (let at = 0; at < samples.length; at++) samples[at] = (samples[at] ?? 0) * factor;
}
