import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { ms, s } from "../../src/lib/units.ts";
import { VoiceDetector } from "../../src/measure/voice.ts";
import {
  blocksOf,
  clicks,
  gain,
  noise,
  over,
  type Part,
  RATE,
  silence,
  sound,
  speech,
  tone,
} from "../support/sounds.ts";
import { speech as fileOrVoice, generatedVoice, hasRealSpeech, type Sound } from "../support/speech.ts";

const FRAME = 0.01;

/** Whether somebody is taken to be speaking after each 10 ms. */
function heard({ samples, sampleRate }: Sound): boolean[] {
  const detector = new VoiceDetector();
  const hop = Math.round(sampleRate * FRAME);
  return Array.from({ length: Math.floor(samples.length / hop) }, (_, frame) =>
    detector.push(samples.subarray(frame * hop, (frame + 1) * hop), sampleRate),
  );
}

/** Stretches of speech, in milliseconds from the sound's start. */
function stretches(speaking: readonly boolean[]): [from: number, until: number][] {
  const found: [number, number][] = [];
  for (const [frame, now] of speaking.entries()) {
    const at = (frame + 1) * 10;
    const last = found.at(-1);
    if (now && !speaking[frame - 1]) found.push([at, Number.POSITIVE_INFINITY]);
    if (!now && last && speaking[frame - 1]) last[1] = at;
  }
  return found;
}

/** A quiet room in which that is heard. */
const inRoom = (loudness: number, ...parts: Part[]): Sound => {
  const spoken = sound(...parts);
  return gain(over(spoken, sound(noise(s(spoken.samples.length / RATE), 0.001))), loudness);
};
const gains = [0.03, 0.1, 0.3, 1, 2.5];

describe("talk", () => {
  it.each(gains)("is heard within 100 ms, its end within 400 ms, once each, at gain %f", (loudness) => {
    const story = inRoom(loudness, silence(s(1)), speech(s(2)), silence(s(0.6)), speech(s(3)), silence(s(1)));
    const found = stretches(heard(story));
    expect(found).toHaveLength(2);
    for (const [at, [from, until]] of [
      [1_000, 3_000],
      [3_600, 6_600],
    ].entries()) {
      const [begun, over] = found[at] ?? [Number.NaN, Number.NaN];
      expect(begun - (from ?? 0)).toBeGreaterThanOrEqual(0);
      expect(begun - (from ?? 0)).toBeLessThanOrEqual(100);
      expect(over - (until ?? 0)).toBeGreaterThanOrEqual(0);
      expect(over - (until ?? 0)).toBeLessThanOrEqual(400);
    }
  });

  it.each(gains)("of twelve seconds without a pause stays talk, at gain %f", (loudness) => {
    const found = stretches(heard(inRoom(loudness, silence(s(1)), speech(s(12)), silence(s(1)))));
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toBeGreaterThan(13_000);
  });

  it("is not broken up by a closed consonant of 150 ms", () => {
    const story = inRoom(1, silence(s(1)), speech(s(1)), silence(ms(150)), speech(s(1)), silence(s(1)));
    expect(stretches(heard(story))).toHaveLength(1);
  });

  it("is heard in a noisy room too: 20 dB above a fan", () => {
    const fan = sound(noise(s(6), 0.017, 4));
    const found = stretches(heard(over(sound(silence(s(2)), speech(s(2)), silence(s(2))), fan)));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toBeLessThanOrEqual(2_100);
  });
});

describe("what is no talk", () => {
  it("digital silence", () => expect(heard(sound(silence(s(5))))).not.toContain(true));

  it.each([0.0001, 0.001, 0.01, 0.1])("a steady noise of ±%f, from its first moment", (amplitude) =>
    expect(heard(sound(noise(s(8), amplitude)))).not.toContain(true),
  );

  it.each(gains)("keys and clicks, at gain %f", (loudness) =>
    expect(heard(inRoom(loudness, silence(s(1)), clicks(s(5), ms(170)), silence(s(1))))).not.toContain(true),
  );

  it("a hum below what a microphone's own noise is", () =>
    expect(heard(sound(silence(s(1)), tone(s(3), 100, 0.0005)))).not.toContain(true));

  it("a fan that is switched on: it is learned within five seconds", () => {
    const found = stretches(heard(sound(noise(s(3), 0.0005), noise(s(9), 0.02, 2))));
    expect(found.length).toBeLessThanOrEqual(1);
    for (const [, until] of found) expect(until).toBeLessThan(8_000);
  });
});

it("hears the same in blocks of any size, at any rate of samples", () => {
  const story = inRoom(1, silence(s(1)), speech(s(2)), silence(s(1)));
  const detector = new VoiceDetector();
  let [begun, over, at] = [0, 0, 0];
  for (const block of blocksOf(story, seeded(9))) {
    const before = begun > 0 && over === 0;
    const now = detector.push(block, story.sampleRate);
    at += block.length;
    if (now && !before) begun = (1000 * at) / RATE;
    if (!now && before) over = (1000 * at) / RATE;
  }
  const [[from = 0, until = 0] = []] = stretches(heard(story));
  expect(begun - from).toBeLessThan(50); // a block may be 50 ms long
  expect(over - until).toBeLessThan(50);
  const [[fast = 0] = []] = stretches(heard({ samples: story.samples, sampleRate: 48_000 }));
  expect(fast - 1_000 / 3).toBeLessThanOrEqual(100);
});

/* Speech with labels: real, when it lies beside the project; always the generated voice, whose phrases are known. */

/** Stretches of speech in seconds; what is ignored is not counted. */
type Labelled = Readonly<{
  file: string;
  tags: string[];
  speech: [number, number][];
  ignore: [number, number][];
}>;

/** The detector speaks of what was: talk is known 50 ms after it began, a pause 280 ms after. */
const [ATTACK, RELEASE] = [0.05, 0.28];

/** Frames that agree with the labels, and all frames that count. */
function agreement(story: Sound, { speech: spoken, ignore }: Pick<Labelled, "speech" | "ignore">) {
  const within = (ranges: readonly [number, number][], at: number, [late, later] = [0, 0]) =>
    ranges.some(([from, until]) => at >= from + late && at < until + later);
  let [agree, all] = [0, 0];
  for (const [frame, speaking] of heard(story).entries()) {
    const at = (frame + 0.5) * FRAME;
    if (within(ignore, at)) continue;
    all++;
    if (speaking === within(spoken, at, [ATTACK, RELEASE])) agree++;
  }
  return { agree, all };
}

/** The phrases of the generated voice, from the rule it is made by. */
function generatedPhrases(): [number, number][] {
  const spoken = Array.from({ length: 2_400 }, (_, frame) => {
    const t = (frame + 0.5) * FRAME;
    return (t * 0.37 + 0.2 * Math.sin(t)) % 1 < 0.78;
  });
  return stretches(spoken).map(([from, until]) => [from / 1000 - FRAME, Math.min(24, until / 1000 - FRAME)]);
}

const generated: Labelled = { file: "generated", tags: [], speech: generatedPhrases(), ignore: [] };
const manifest = new URL("../../../shared/speech/open/manifest.json", import.meta.url);
const labelled: readonly Labelled[] = hasRealSpeech
  ? (
      JSON.parse(readFileSync(manifest, "utf8")) as {
        files: (Omit<Labelled, "speech"> & { speech: Labelled["speech"] | null })[];
      }
    ).files.filter((entry): entry is Labelled => entry.speech !== null)
  : [generated];

describe("speech with labels", () => {
  const counts = new Map<Labelled, { agree: number; all: number }>();
  beforeAll(async () => {
    for (const labels of [generated, ...labelled]) {
      if (counts.has(labels)) continue;
      const story =
        labels === generated ? generatedVoice() : await fileOrVoice(labels.file.replace(/\.flac$/, ""));
      counts.set(labels, agreement(story, labels));
    }
  }, 30_000);

  /** The share of frames that agree, over all files that are wanted; over the generated voice where there are none. */
  const agreeing = (wanted: (labels: Labelled) => boolean): number => {
    const some = [...counts].filter(([labels]) => labels !== generated && wanted(labels));
    const pooled = some.length > 0 ? some : [...counts];
    const sum = (part: "agree" | "all") => pooled.reduce((total, [, count]) => total + count[part], 0);
    return sum("agree") / sum("all");
  };

  const pooledOf = (labels: Labelled): number => {
    const { agree, all } = counts.get(labels) ?? { agree: 0, all: 1 };
    return agree / all;
  };

  it("agrees on the generated voice", () => expect(pooledOf(generated)).toBeGreaterThanOrEqual(0.9)); // measured: 0.915
  it("agrees where it was read into a clean microphone", () =>
    expect(agreeing(({ tags }) => tags.includes("clean"))).toBeGreaterThanOrEqual(
      hasRealSpeech ? 0.95 : 0.9,
    )); // measured: 0.964
  it("agrees in real recordings, clean and noisy, read and free", () =>
    expect(agreeing(({ file }) => file.startsWith("r-"))).toBeGreaterThanOrEqual(0.87)); // measured: 0.881
  it("agrees over everything: noise of 10 dB, keys, breaths, echo, gain control", () =>
    expect(agreeing(() => true)).toBeGreaterThanOrEqual(0.84)); // measured: 0.849
});
