import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf, spokenSeconds } from "../../src/progress/facts.ts";
import { always, aTake } from "../support/builders.ts";

const measures = {
  duration: 60,
  speech: [
    [1.5, 20],
    [22, 31.5],
  ],
  pauses: [
    [20, 22],
    [25, 25.4],
  ],
  speechRate: 3.9,
  articulationRate: null,
  responseLatency: 1.44,
  cues: [
    { kind: "cut-in", at: 10, until: 12, stopLatency: 0.4, recovery: 1.2, held: false },
    { kind: "cold-stare", at: 15, until: null, stopLatency: null, recovery: null, held: true },
    { kind: "blank", at: 30, until: null, stopLatency: null, recovery: null, held: false },
  ],
};

describe("the facts of a take", () => {
  it("are what is known, and nothing of what is not", () => {
    const facts = factsOf(aTake({ measures, rating: { opening: 4 } }), true, 4);
    expect(facts).toMatchObject({ spoken: 30, replayed: true, rating: { opening: 4 } });
    expect(facts.measures).toEqual({
      speechRate: 3.9,
      responseLatency: 1.44,
      pausesPerMinute: 2,
      longPausesPerMinute: 1,
    });
    expect(facts.cues).toEqual([
      { kind: "cut-in", at: 10, recovery: 1.2, held: false },
      { kind: "cold-stare", at: 15, recovery: null, held: true },
      { kind: "blank", at: 30, recovery: null, held: false },
    ]);
  });

  it("count a rating without a mark as none", () =>
    expect(factsOf(aTake({ rating: {} }), false, 4).rating).toBeNull());

  it("tell how long was spoken: pauses too, silence before and after not", () => {
    expect(spokenSeconds(aTake({ measures }))).toBe(30);
    expect(spokenSeconds(aTake({ measures: { ...measures, speech: [] } }))).toBe(0);
  });

  it("take the time after the go signal where speech was not measured", () =>
    expect(spokenSeconds(aTake({ length: 75, goAt: 15, measures: null }))).toBe(60));

  it("are had from whatever measures there may be", () =>
    always(fc.dictionary(fc.constantFrom(...Object.keys(measures)), fc.jsonValue()), (any) => {
      const { spoken, measures: found, cues } = factsOf(aTake({ measures: any }), false, 4);
      for (const value of [spoken, ...Object.values(found)]) expect(Number.isFinite(value)).toBe(true);
      for (const { at, recovery } of cues)
        expect([typeof at, recovery === null || Number.isFinite(recovery)]).toEqual(["number", true]);
    }));
});
