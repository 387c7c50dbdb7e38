import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { s } from "../../src/lib/units.ts";
import { FrameBuilder } from "../../src/measure/frames.ts";
import { framesOf, type Measures, measure, measureFrames } from "../../src/measure/measure.ts";
import { semitones } from "../../src/measure/pitch.ts";
import { resample } from "../../src/measure/resample.ts";
import { totalOf } from "../../src/measure/spans.ts";
import { always } from "../support/builders.ts";
import { clicks, noise, silence, sound, tone } from "../support/sounds.ts";
import type { Sound } from "../support/speech.ts";
import { inARow, inNoise, silenceThen, talk, type Vowel, vowel } from "../support/voices.ts";

const measured = ({ samples, sampleRate }: Sound) => measure(samples, sampleRate);
const phrases = [9, 12, 7];

/** Says that everything is there, in its range, and nothing is a nonsense number. */
function expectSense(measures: Measures): void {
  expect(Object.keys(measures)).toEqual([
    "duration",
    "speech",
    "pauses",
    "fillers",
    "syllables",
    "speechRate",
    "articulationRate",
    "phonationTimeRatio",
    "meanLengthOfRun",
    "f0Median",
    "f0SdSemitones",
    "loudness",
    "responseLatency",
    "cues",
  ]);
  expect(JSON.parse(JSON.stringify(measures))).toEqual(measures); // a number that is none would turn into null
  const { duration, speech, pauses, fillers, phonationTimeRatio, f0Median } = measures;
  for (const spans of [speech, pauses, fillers])
    for (const [index, [start, end]] of spans.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
      expect(end).toBeLessThanOrEqual(duration + 0.001);
    }
  if (phonationTimeRatio !== null) expect(phonationTimeRatio).toBeLessThanOrEqual(1);
  if (f0Median !== null) expect(f0Median).toBeGreaterThan(45);
  if (f0Median !== null) expect(f0Median).toBeLessThan(620);
  for (const key of [
    "speechRate",
    "articulationRate",
    "meanLengthOfRun",
    "f0SdSemitones",
    "loudness",
    "responseLatency",
  ] as const)
    expect(measures[key] ?? 0).toBeGreaterThanOrEqual(0);
}

const nothing = {
  speech: [],
  pauses: [],
  fillers: [],
  syllables: 0,
  speechRate: null,
  articulationRate: null,
  phonationTimeRatio: null,
  meanLengthOfRun: null,
  f0Median: null,
  f0SdSemitones: null,
  loudness: null,
  responseLatency: null,
};

describe("what is no speech", () => {
  it.each([
    ["nothing at all", new Float32Array()],
    ["one sample", Float32Array.of(0.5)],
    ["half a frame", new Float32Array(80).fill(0.1)],
    ["digital silence", silence(s(5))],
    ["a quiet room", noise(s(8), 0.0005)],
    ["a loud fan", noise(s(8), 0.2)],
    ["a fan that is switched on", sound(noise(s(4), 0.0005), noise(s(6), 0.05, 2)).samples],
    ["a constant offset", new Float32Array(48_000).fill(0.7)],
    ["clicks", sound(noise(s(1), 0.001), clicks(s(6), s(0.17))).samples],
    ["no numbers", new Float32Array(48_000).fill(Number.NaN)],
    ["infinite ones", new Float32Array(48_000).fill(Number.POSITIVE_INFINITY)],
    ["full scale, up and down at random", Float32Array.from(noise(s(4), 1), Math.sign)],
  ])("is unknown: %s", (_, samples) => {
    const measures = measure(samples, 16_000);
    expectSense(measures);
    expect(measures).toMatchObject(nothing);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("at a rate of %d Hz is unknown", (rate) => {
    const measures = measure(new Float32Array(100), rate);
    expectSense(measures);
    expect(measures).toMatchObject({ ...nothing, duration: 0 });
  });
});

describe("speech that has suffered", () => {
  const { sound: clean, syllables } = talk(4, phrases);
  const shaped = (change: (sample: number, index: number) => number): Sound => ({
    ...clean,
    samples: clean.samples.map(change),
  });
  const usual = measured(clean);
  it.each<[string, Sound]>([
    ["clipped", shaped((sample) => Math.max(-0.06, Math.min(0.06, sample)))],
    ["with an offset", shaped((sample) => sample + 0.3)],
    [
      "with a hole of no numbers",
      shaped((sample, index) => (index > 9_000 && index < 9_100 ? Number.NaN : sample)),
    ],
    ["at 8 kHz", { samples: resample(clean.samples, 16_000, 8_000), sampleRate: 8_000 }],
    ["at 11.025 kHz", { samples: resample(clean.samples, 16_000, 11_025), sampleRate: 11_025 }],
  ])("is still measured: %s", (_, heard) => {
    const measures = measured(heard);
    expectSense(measures);
    expect(Math.abs(measures.syllables - syllables)).toBeLessThanOrEqual(1);
    expect(measures.f0Median).toBeCloseTo(usual.f0Median ?? 0, -0.5);
    expect(measures.pauses).toHaveLength(2);
  });

  it(
    "any sound at all ends in a result",
    () =>
      always(
        fc.tuple(
          fc.array(
            fc.tuple(
              fc.constantFrom("voice", "noise", "silence", "broken", "tone"),
              fc.integer({ min: 1, max: 400 }),
            ),
            { maxLength: 6 },
          ),
          fc.constantFrom(8_000, 16_000, 44_100),
          fc.array(
            fc.record({
              kind: fc.constant("cut-in"),
              at: fc.double({ noNaN: false, min: -5, max: 30 }),
              until: fc.option(fc.double({ min: 0, max: 30 })),
              leak: fc.boolean(),
            }),
            { maxLength: 3 },
          ),
        ),
        ([parts, rate, cues]) => {
          const sounds = parts.map(([kind, hundredths]) => {
            const length = s(hundredths / 100);
            if (kind === "voice") return talk(5, [Math.ceil(hundredths / 25)]).sound.samples;
            if (kind === "noise") return noise(length, 0.1, hundredths);
            if (kind === "tone") return tone(length, hundredths * 3, 0.9);
            if (kind === "broken") return silence(length).map((_, index) => (index % 3 ? Number.NaN : 9));
            return silence(length);
          });
          expectSense(measure(sound(...sounds).samples, rate, { cues, goAt: parts.length }));
        },
        25,
      ),
    30_000,
  );
});

describe("a made-up speaker", () => {
  const rates = [2, 3, 4, 5, 6, 7];
  const rooms = [60, 30, 20];
  it.each(rates)("is counted at %i syllables a second, in every vowel and room", (perSecond) => {
    for (const [index, mouth] of (["a", "i", "u", "ə"] as Vowel[]).entries())
      for (const decibels of [rooms[(index + perSecond) % rooms.length] ?? 60]) {
        const told = talk(perSecond, phrases, { vowel: mouth, peak: 0.03 * (index + 1) ** 2 });
        const measures = measured(inNoise(told.sound, decibels));
        expect(Math.abs(measures.syllables - told.syllables)).toBeLessThanOrEqual(1);
        expect(measures.pauses).toHaveLength(2);
        expect(measures.speech).toHaveLength(3);
        for (const [index, [start, end]] of told.speech.entries()) {
          // a slow swell drowns in the room before it is over
          const drowned = 0.04 + 0.15 / perSecond;
          expect(Math.abs((measures.speech[index]?.[0] ?? 99) - start)).toBeLessThan(drowned);
          expect(Math.abs((measures.speech[index]?.[1] ?? 99) - end)).toBeLessThan(drowned);
        }
        const spoken = totalOf(told.speech);
        expect(Math.abs((measures.articulationRate ?? 0) / (told.syllables / spoken) - 1)).toBeLessThan(0.15);
      }
  });

  it.each([60, 80, 120, 200, 300, 400, 500])("is heard at %i Hz, at any rate and in any room", (hertz) => {
    for (const [index, sampleRate] of [8_000, 16_000, 44_100, 48_000].entries())
      for (const decibels of [rooms[(index + hertz / 10) % rooms.length] ?? 60]) {
        const { f0Median, f0SdSemitones } = measured(
          inNoise(silenceThen(0.5, vowel(hertz, 3, { sampleRate })), decibels),
        );
        expect(Math.abs(semitones(f0Median ?? 1) - semitones(hertz))).toBeLessThan(0.05);
        expect(f0SdSemitones).toBeLessThan(0.15);
      }
  });

  it("has the pitch variation that was put in: a swing of ±3 semitones is 2.12 of standard deviation", () => {
    const swinging = vowel(150, 4, { pitch: (t) => 150 * 2 ** ((3 * Math.sin(2 * Math.PI * 0.5 * t)) / 12) });
    expect(measured(inNoise(silenceThen(0.5, swinging), 40)).f0SdSemitones).toBeCloseTo(3 / Math.SQRT2, 1);
  });

  it("who says a long even vowel hesitates; one who glides does not", () => {
    const mouths: Vowel[] = ["a", "i", "u", "a", "ə", "i", "a", "u"];
    const told = inARow(
      ...mouths.map((mouth, at) =>
        vowel(0, 0.2, { vowel: mouth, pitch: (t) => 105 + 8 * (at % 4) + 120 * t }),
      ),
    );
    const rest = { samples: new Float32Array(6_400), sampleRate: 16_000 };
    const um = vowel(118, 0.6, { vowel: "ə" });
    const glide = vowel(118, 0.6, { vowel: "ə", pitch: (t) => 100 * 2 ** t });
    const withUm = measured(inNoise(inARow(told, rest, um, rest, told), 40));
    expect(withUm.fillers).toHaveLength(1);
    const at = (told.samples.length + rest.samples.length) / 16_000;
    expect(Math.abs((withUm.fillers[0]?.[0] ?? 99) - at)).toBeLessThan(0.1);
    expect(measured(inNoise(inARow(told, rest, glide, rest, told), 40)).fillers).toEqual([]);
  });
});

describe("the numbers do not depend on", () => {
  const told = inNoise(talk(4, phrases, { vowel: "ə" }).sound, 35);
  const usual = measured(told);
  const factor = (by: number): Sound => ({ ...told, samples: told.samples.map((sample) => sample * by) });
  const later = (span: readonly [number, number], by: number) => span.map((at) => expect.closeTo(at + by, 2));

  it.each([0.1, 0.3, 3, 10])("gain: a factor of %d", (by) => {
    const measures = measured(factor(by));
    expect(measures.syllables).toBe(usual.syllables);
    expect(totalOf(measures.speech)).toBeCloseTo(totalOf(usual.speech), 1);
    expect(measures.f0Median).toBeCloseTo(usual.f0Median ?? 0, 1);
    expect(measures.loudness).toBeCloseTo(usual.loudness ?? 0, 1);
    expect(measures.pauses).toHaveLength(usual.pauses.length);
  });

  it("polarity", () => expect(measured(factor(-1))).toEqual(usual));

  it.each([1, 3, 20])("silence before: %i s only move it", (by) => {
    const measures = measured(silenceThen(by, told));
    expect(measures.speech).toEqual(usual.speech.map((span) => later(span, by)));
    expect(measures.pauses).toEqual(usual.pauses.map((span) => later(span, by)));
    expect(measures).toMatchObject({
      syllables: usual.syllables,
      f0Median: expect.closeTo(usual.f0Median ?? 0, 1),
    });
  });

  it("its own repetition: twice the talk has twice the numbers", () => {
    const measures = measured(inARow(told, told));
    expect(measures.syllables).toBe(2 * usual.syllables);
    expect(totalOf(measures.speech)).toBeCloseTo(2 * totalOf(usual.speech), 1);
    expect(measures.f0SdSemitones).toBeCloseTo(usual.f0SdSemitones ?? 0, 1);
  });

  it.each([22_050, 44_100, 48_000])("the rate of samples: %i Hz", (rate) => {
    const measures = measure(resample(told.samples, 16_000, rate), rate);
    expect(measures.syllables).toBe(usual.syllables);
    expect(totalOf(measures.speech)).toBeCloseTo(totalOf(usual.speech), 1);
    expect(semitones(measures.f0Median ?? 1)).toBeCloseTo(semitones(usual.f0Median ?? 1), 1);
  });

  it("the blocks it came in", () =>
    always(
      fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 8 }),
      (sizes) => {
        const builder = new FrameBuilder(16_000);
        let at = 0;
        for (const size of [...sizes, told.samples.length]) {
          builder.push(told.samples.subarray(at, at + size));
          at = Math.min(told.samples.length, at + size);
        }
        expect(measureFrames(builder.finish()).measures).toEqual(usual);
      },
      10,
    ));
});

describe("a take with cues", () => {
  const { samples } = inNoise(talk(4, phrases).sound, 40);
  it("counts the response from the go signal, and each cue's effect on the same line", () => {
    // phrases at 1 to 3.25, 4.05 to 7.05 and 7.85 to 9.6 s
    const cues = [
      { kind: "cut-in", at: 6.8, until: 7.4 },
      { kind: "blank", at: 2, until: null },
    ];
    const measures = measure(samples, 16_000, { cues, goAt: 0.4 });
    expect(measures.responseLatency).toBeCloseTo(0.6, 1);
    expect(measures.cues.map(({ at }) => at)).toEqual([2, 6.8]);
    expect(measures.cues[0]).toMatchObject({
      kind: "blank",
      until: null,
      stopLatency: null,
      recovery: expect.closeTo(2.05, 1),
    });
    expect(measures.cues[1]?.stopLatency).toBeCloseTo(0.25, 1);
    expect(measures.cues[1]?.recovery).toBeCloseTo(0.45, 1);
  });

  it("leaves out cues that lie nowhere", () =>
    expect(measure(samples, 16_000, { cues: [{ kind: "blank", at: Number.NaN, until: null }] }).cues).toEqual(
      [],
    ));

  it("has its resumptions and windows in the order of its cues", () => {
    const cues = [{ kind: "cut-in", at: 6.8, until: 7.4 }];
    const { resumptions, around, clipped } = measureFrames(framesOf(samples, 16_000), { cues });
    expect(resumptions[0]).toBeCloseTo(7.85, 1);
    expect(around[0]?.before?.span).toEqual([0, 6.8]);
    expect(clipped).toBe(0);
  });
});
