import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { s } from "../../src/lib/units.ts";
import { contextOf, keptOf } from "../../src/measure/kept.ts";
import { framesOf, measure, measureFrames } from "../../src/measure/measure.ts";
import { signalToNoise } from "../../src/measure/signalToNoise.ts";
import { LEAST_SIGNAL, SCRIPTED, summaryOf } from "../../src/measure/summary.ts";
import { measuresSchema } from "../../src/store/measures.ts";
import { aTake, line } from "../support/builders.ts";
import { someMeasures } from "../support/measures.ts";
import { noise, silence, sound, tone } from "../support/sounds.ts";
import type { Sound } from "../support/speech.ts";
import { inNoise, talk } from "../support/voices.ts";

const keptFrom = ({ samples, sampleRate }: Sound, take = aTake({ cues: [] })) =>
  keptOf(measureFrames(framesOf(samples, sampleRate), contextOf(take)));
const cue = (at: number, more = {}) => ({
  kind: "cut-in",
  at,
  until: at + 0.6,
  line,
  origin: "plan",
  ...more,
});

describe("what is kept of a take's measures", () => {
  const spoken = inNoise(talk(4, [9, 12, 14]).sound, 40);
  const take = aTake({ goAt: 0.2, cues: [cue(3), cue(6, { kind: "blank", line: null })] });

  it("holds every number of the command line, under its name", () => {
    const printed = measure(spoken.samples, spoken.sampleRate, contextOf(take));
    expect(keptFrom(spoken, take)).toMatchObject(printed);
    expect(printed.cues).toHaveLength(2);
  });

  it("holds what the review needs besides", () => {
    const kept = keptFrom(spoken, take);
    expect(kept.cues[0]?.after?.span).toEqual([3.6, expect.closeTo(kept.duration, 2)]);
    expect(kept.f0Range?.[0]).toBeLessThanOrEqual(kept.f0Median ?? 0);
    expect(kept.confidences).toHaveLength(kept.fillers.length);
    expect(kept.signalToNoise).toBeGreaterThan(25);
  });

  it.each<[string, Sound]>([
    ["talk", spoken],
    ["nothing at all", sound()],
    ["one sample", { samples: Float32Array.of(0.5), sampleRate: 16_000 }],
    ["digital silence", sound(silence(s(8)))],
    ["a quiet room", sound(noise(s(8)))],
    ["a clipped tone", sound(tone(s(8), 300, 4))],
    ["no numbers", { samples: new Float32Array(48_000).fill(Number.NaN), sampleRate: 16_000 }],
  ])("fits its schema whatever was recorded: %s", (_, heard) => {
    const kept = keptFrom(heard, aTake({ cues: [cue(1), cue(5)] }));
    expect(v.safeParse(measuresSchema, kept).issues).toBeUndefined();
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });

  it("takes a cue without a line for one in which the client says nothing", () => {
    const { cues } = contextOf(aTake({ cues: [cue(1), cue(2, { line: null })] }));
    expect(cues?.map(({ silent, until }) => [silent, until])).toEqual([
      [false, 1.6],
      [true, 2.6],
    ]);
  });

  it("takes only that cue for heard in the recording which says so", () => {
    const { cues } = contextOf(aTake({ cues: [cue(1), cue(2, { leak: true })] }));
    expect(cues?.map(({ leak }) => leak)).toEqual([false, true]);
  });
});

describe("signal to noise", () => {
  it("falls by as much as the noise rises", () => {
    const { sound: clean, speech } = talk(4, [9, 12, 14]);
    const [quiet = 0, louder = 0, loud = 0] = [40, 30, 20].map((decibels) => {
      const { samples, sampleRate } = inNoise(clean, decibels);
      return signalToNoise(framesOf(samples, sampleRate), speech) ?? Number.NaN;
    });
    expect(Math.abs(quiet - louder - 10)).toBeLessThan(0.5);
    expect(Math.abs(louder - loud - 10)).toBeLessThan(0.5);
  });

  it("is unknown where there is nothing between the speech, or only digital silence", () => {
    const { samples, sampleRate } = sound(silence(s(2)), tone(s(2)), silence(s(2)));
    const frames = framesOf(samples, sampleRate);
    expect(signalToNoise(frames, [[2, 4]])).toBeNull();
    expect(signalToNoise(frames, [[0, 6]])).toBeNull();
    expect(signalToNoise(frames, [])).toBeNull();
  });
});

describe("what is shown of it", () => {
  it("counts pauses by the minute of talk, from the first sound to the last", () => {
    const { pauses, pausesPerMinute, longPausesPerMinute, verdict } = summaryOf(someMeasures());
    expect({ pauses, verdict }).toEqual({ pauses: 2, verdict: "fine" });
    expect(pausesPerMinute).toBeCloseTo(4, 9); // 2 in 30 s
    expect(longPausesPerMinute).toBeCloseTo(2, 9);
  });

  it("says of a talk without a pause that it sounds scripted, but not of a short one", () => {
    const without = (talked: number) => summaryOf(someMeasures({ speech: [[1, 1 + talked]], pauses: [] }));
    expect(without(SCRIPTED)).toMatchObject({ scripted: true, pausesPerMinute: 0 });
    expect(without(SCRIPTED - 1).scripted).toBe(false);
    expect(summaryOf(someMeasures()).scripted).toBe(false);
  });

  it("knows nothing where nobody spoke: no pauses either, and nobody held", () => {
    const kept = keptFrom(sound(noise(s(20))), aTake({ cues: [cue(4)] }));
    const { verdict, scripted, cues, ...numbers } = summaryOf(kept);
    expect({ verdict, scripted, cues }).toEqual({
      verdict: "silent",
      scripted: false,
      cues: [{ kind: "cut-in", at: 4, recovery: null, held: false, stopLatency: null }],
    });
    expect(new Set(Object.values(numbers))).toEqual(new Set([null]));
  });

  it("knows nothing where it is noisier than anything the measures were checked on", () => {
    const { verdict, speechRate, cues } = summaryOf(someMeasures({ signalToNoise: LEAST_SIGNAL - 0.1 }));
    expect({ verdict, speechRate, recovery: cues[0]?.recovery }).toEqual({
      verdict: "noisy",
      speechRate: null,
      recovery: null,
    });
    expect(summaryOf(someMeasures({ signalToNoise: LEAST_SIGNAL })).verdict).toBe("fine");
    expect(summaryOf(someMeasures({ signalToNoise: null })).verdict).toBe("fine");
  });

  it("knows no pace, and no pauses a minute, of two seconds; when they began, it does", () => {
    const kept = keptFrom(inNoise(talk(4, [6]).sound, 40));
    expect(summaryOf(kept)).toMatchObject({
      verdict: "short",
      pauses: null,
      pausesPerMinute: null,
      speechRate: null,
    });
    expect(summaryOf(kept).responseLatency).not.toBeNull();
  });
});
