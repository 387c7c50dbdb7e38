import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Baseline, baselineOf } from "../../src/review/baseline.ts";
import { median, medianDeviation } from "../../src/review/statistics.ts";
import type { Take } from "../../src/store/take.ts";
import { always, aTake } from "../support/builders.ts";

/** Takes a day apart, oldest first, each with the value given as its measure. */
const takes = (values: readonly (number | null)[], take: Partial<Take> = {}): Take[] =>
  values.map((value, index) =>
    aTake({
      started: { local: new Date(Date.UTC(2026, 0, index + 1)).toISOString().slice(0, 19), utcOffset: 480 },
      measures: { recovery: value },
      ...take,
    }),
  );
const usual = (all: readonly Take[], language: Take["language"] = "en", before?: number): Baseline | null =>
  baselineOf(all, language, ({ measures }) => measures?.recovery as number | null, before);

describe("one's own baseline", () => {
  it("is not there before the sixth take", () => {
    expect(usual(takes([3, 3, 3, 3, 3]))).toBeNull();
    expect(usual(takes([1, 2, 3, 4, 5, 6]))).toEqual({ median: 3.5, spread: 1.5, takes: 6 });
  });
  it("is of the last 20 takes in which the measure is known", () => {
    const values = [
      ...Array.from({ length: 30 }, () => 100),
      null,
      ...Array.from({ length: 20 }, (_, at) => at),
      null,
    ];
    expect(usual(takes(values))).toEqual({ median: 9.5, spread: 5, takes: 20 });
    expect(usual(takes(values).toReversed())).toEqual({ median: 9.5, spread: 5, takes: 20 });
  });
  it("does not count what is unknown as anything", () => {
    expect(usual(takes([3, 3, 3, 3, 3, null, Number.NaN]))).toBeNull();
    expect(usual(takes([3, 3, 3, 3, 3, 3]).map((take) => ({ ...take, measures: null })))).toBeNull();
  });
  it("keeps languages apart, and leaves the bin out", () => {
    const chinese = takes([9, 9, 9, 9, 9, 9], { language: "zh-CN" });
    const binned = takes([7, 7, 7], { binned: 1 });
    expect(usual([...takes([3, 3, 3, 3, 3]), ...chinese, ...binned])).toBeNull();
    expect(usual([...takes([3, 3, 3]), ...chinese], "zh-CN")?.median).toBe(9);
  });
  it("holds a take against what went before it", () => {
    const all = takes([1, 1, 1, 1, 1, 1, 50, 60]);
    const begun = Date.UTC(2026, 0, 7) - 480 * 60_000;
    expect(usual(all, "en", begun)).toEqual({ median: 1, spread: 0, takes: 6 });
    expect(usual(all, "en", begun + 1)?.takes).toBe(7);
  });
});

describe("the median", () => {
  const some = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 40 });
  it("has as many values above as below it", () =>
    always(some, (values) => {
      const middle = median(values) ?? Number.NaN;
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
    }));
  it("and its deviation hold half of the values between them", () =>
    always(some, (values) => {
      const [middle, spread] = [median(values) ?? Number.NaN, medianDeviation(values) ?? Number.NaN];
      const near = values.filter((value) => Math.abs(value - middle) <= spread).length;
      expect(near).toBeGreaterThanOrEqual(values.length / 2);
    }));
  it("is moved by nobody who is far off", () => expect(median([1, 2, 3, 4, 1e9])).toBe(3));
  it("leaves its values alone, and is none of nothing", () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
    expect([median([]), medianDeviation([])]).toEqual([null, null]);
  });
});
