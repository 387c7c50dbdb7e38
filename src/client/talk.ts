/** How a mouth says a line: shapes of the mouth in time, and the frames that show them. */

import { fork, pick, type Random, seeded } from "../lib/random.ts";
import { spokenTime } from "../lib/spokenTime.ts";
import { type MouthPose, mouthSize } from "./mouth.ts";

/** Mouth shapes of speech: lips shut (b, m, p), nearly (d, n, s), a, o and u, e and i, and teeth on the lip (f, v). */
export const visemes = ["closed", "narrow", "open", "round", "wide", "teeth"] as const;
export type Viseme = (typeof visemes)[number];

/** A shape the mouth takes at a moment (s), until the next one. */
export type Beat = Readonly<{ at: number; viseme: Viseme }>;
/** A line as the mouth says it. `beats` begin at 0 with shut lips and are in order; the last one is shut again. */
export type Talk = Readonly<{ beats: readonly Beat[]; length: number }>;

const shapes: Readonly<
  Record<Viseme, Readonly<{ width: number; open: number; press: number; teeth: number }>>
> = {
  closed: { width: 0.98, open: 0, press: 0.3, teeth: 0.3 },
  narrow: { width: 0.94, open: 0.2, press: 0.08, teeth: 0.6 },
  open: { width: 0.98, open: 0.78, press: 0, teeth: 0.26 },
  round: { width: 0.68, open: 0.5, press: 0, teeth: 0.1 },
  wide: { width: 1.12, open: 0.34, press: 0.05, teeth: 0.55 },
  teeth: { width: 1, open: 0.17, press: 0.15, teeth: 1 },
};

/** The mouth of a viseme in the mood of a pose: who smiles smiles while talking, only less. */
export function visemePose(mood: MouthPose, viseme: Viseme): MouthPose {
  const { width, open, press, teeth } = shapes[viseme];
  return {
    mouthWidth: width * (1 + (mood.mouthWidth - 1) * 0.5),
    mouthOpen: open,
    mouthPress: press,
    mouthTeeth: teeth,
    mouthCurve: mood.mouthCurve * 0.6,
    mouthSkew: mood.mouthSkew * 0.5,
  };
}

type Sound = Readonly<{ viseme: Viseme; weight: number }>;

const consonants: readonly (readonly [RegExp, Viseme])[] = [
  [/[bmp]/, "closed"],
  [/[fv]/, "teeth"],
  [/[wqr]|[sc]h/, "round"],
];
const vowels: readonly (readonly [RegExp, Viseme])[] = [
  [/^(oo|ou|o|u)/, "round"],
  [/^(ee|ea|ie|i|y|e)/, "wide"],
];
const heard = (table: readonly (readonly [RegExp, Viseme])[], letters: string, otherwise: Viseme): Viseme =>
  table.find(([pattern]) => pattern.test(letters))?.[1] ?? otherwise;

/** A syllable: the lips go where it begins, then open for its vowel. */
const syllable = (onset: Viseme, vowel: Viseme, random: Random): Sound[] => [
  { viseme: onset, weight: 0.36 + 0.12 * random() },
  { viseme: vowel, weight: 0.55 + 0.4 * random() },
];
const rest = (weight: number): Sound => ({ viseme: "closed", weight });

const anyOnset: readonly Viseme[] = ["closed", "narrow", "narrow", "narrow", "round", "narrow", "teeth"];
const anyVowel: readonly Viseme[] = ["open", "open", "wide", "wide", "round", "narrow", "open"];

/** What one word, character or mark does to the mouth. Characters have no letters: theirs is drawn, each its own. */
function soundsOf(token: string, random: Random): Sound[] {
  if (/^[\s]/u.test(token)) return [];
  if (/^\p{P}/u.test(token)) return [rest(/[.!?。！？…—]/u.test(token) ? 1.5 : 0.9)];
  if (!/^\p{Script=Latin}/u.test(token)) {
    const own = seeded(token.codePointAt(0) ?? 0);
    return syllable(pick(anyOnset, own), pick(anyVowel, own), random);
  }
  const parts = token.toLowerCase().match(/[^aeiouy]*[aeiouy]+/g) ?? [token.toLowerCase()];
  return parts.flatMap((part) => {
    const vowel = part.search(/[aeiouy]/);
    const [onset, nucleus] = vowel < 0 ? [part, ""] : [part.slice(0, vowel), part.slice(vowel)];
    return syllable(heard(consonants, onset, "narrow"), heard(vowels, nucleus, "open"), random);
  });
}

/** Shortest a shape is held, s: faster ones blur, so they are left out. */
const LEAST = 0.055;

/**
 * The mouth's way through a line, as long as the line takes to say. The same line by the same person is always said
 * alike; two lines, or two people, are not.
 * @param line what is said; null for talk nobody hears the words of, about 9 s of it
 * @param seed who says it
 */
export function talkOf(line: string | null, seed: number): Talk {
  const random = seeded(fork(seed, line ?? ""));
  const tokens = line?.match(/[\p{Script=Latin}'’-]+|\p{P}|\s+|./gu) ?? [];
  const sounds = tokens.flatMap((token) => soundsOf(token, random));
  const length = line === null ? 9 : spokenTime(line) / 1000;
  if (line === null)
    for (let left = 5; sounds.length < 84; left--) {
      sounds.push(...syllable(pick(anyOnset, random), pick(anyVowel, random), random));
      if (left > 0) continue;
      sounds.push(rest(1.2 + random()));
      left = 4 + Math.floor(5 * random());
    }
  const weight = sounds.reduce((sum, sound) => sum + sound.weight, 0);
  const begin = 0.06;
  const scale = weight > 0 ? (length - begin - 0.12) / weight : 0;
  const beats: Beat[] = [{ at: 0, viseme: "closed" }];
  let at = begin;
  for (const sound of sounds) {
    const held = sound.weight * scale;
    const last = beats.at(-1);
    if (held >= LEAST && last?.viseme !== sound.viseme) beats.push({ at, viseme: sound.viseme });
    at += held;
  }
  if (beats.at(-1)?.viseme !== "closed") beats.push({ at: length - 0.12, viseme: "closed" });
  return { beats, length };
}

/** Key frames as the Web Animations API takes them: opacity and transform alone, which need no layout and no paint. */
export type Frame = Readonly<{ offset: number; opacity?: number; transform?: string; easing?: string }>;

const scaled = (x: number, y: number) => `scale(${x.toFixed(3)}, ${y.toFixed(3)})`;

/**
 * Frames of one viseme through a talk. Where one shape follows another each is stretched half-way to the other, and
 * they change places in the middle: the eye sees one mouth move.
 */
export function visemeFrames(
  { beats, length }: Talk,
  viseme: Viseme,
  mood: MouthPose,
  lips: number,
): Readonly<{ shown: Frame[]; shape: Frame[] }> {
  const sizeOf = (of: Viseme) => mouthSize(visemePose(mood, of), lips);
  const own = sizeOf(viseme);
  const toward = (other: Viseme | undefined) => {
    const size = sizeOf(other ?? viseme);
    return scaled(Math.sqrt(size.width / own.width), Math.sqrt(size.height / own.height));
  };
  const shown: Frame[] = [{ offset: 0, opacity: beats[0]?.viseme === viseme ? 1 : 0, easing: "step-end" }];
  const shape: Frame[] = [];
  const easing = "ease-in-out";
  for (const [i, beat] of beats.entries()) {
    if (beat.viseme !== viseme) continue;
    const end = beats[i + 1]?.at ?? length;
    const part = Math.min(0.045, (end - beat.at) * 0.4);
    if (i > 0) shown.push({ offset: beat.at / length, opacity: 1, easing: "step-end" });
    if (end < length) shown.push({ offset: end / length, opacity: 0, easing: "step-end" });
    shape.push(
      { offset: beat.at / length, transform: toward(beats[i - 1]?.viseme), easing },
      { offset: (beat.at + part) / length, transform: scaled(1, 1), easing: "linear" },
      { offset: (end - part) / length, transform: scaled(1, 1), easing },
      { offset: end / length, transform: toward(beats[i + 1]?.viseme), easing: "step-end" },
    );
  }
  shown.push({ ...shown.at(-1), offset: 1 });
  return { shown, shape };
}

/** Frames of the jaw, which follows the mouth a little. */
export function jawFrames({ beats, length }: Talk): Frame[] {
  const drop = (viseme: Viseme) => `scaleY(${(1 + 0.03 * shapes[viseme].open).toFixed(4)})`;
  const frames = beats.map(({ at, viseme }, i): Frame => {
    const end = beats[i + 1]?.at ?? length;
    return {
      offset: (at + Math.min(0.06, (end - at) / 2)) / length,
      transform: drop(viseme),
      easing: "ease-in-out",
    };
  });
  return [{ offset: 0, transform: drop("closed") }, ...frames, { offset: 1, transform: drop("closed") }];
}
