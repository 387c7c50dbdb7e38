import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largerThan, type Point, spreadOf, theilSen } from "../../src/progress/robust.ts";
import { always } from "../support/builders.ts";

const value = fc.integer({ min: -50, max: 50 }).map((tenth) => tenth / 10);
const points = (least: number, most: number): fc.Arbitrary<Point[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: least, maxLength: most })
    .chain((xs) => fc.tuple(...xs.map((x) => value.map((y) => ({ x, y })))))
    .map((all) => all.sort((a, b) => a.x - b.x));

/** Kendall's S of what is left when a line of that slope is taken away: pairs that rise less pairs that fall. */
const kendall = (all: readonly Point[], slope: number): number => {
  let sum = 0;
  for (const a of all)
    for (const b of all) if (b.x > a.x) sum += Math.sign(Math.fround(b.y - a.y - slope * (b.x - a.x)));
  return sum;
};

describe("the middle half", () => {
  it.each([
    [[3], [3, 3, 3]],
    [
      [1, 2],
      [1.25, 1.5, 1.75],
    ],
    [
      [4, 1, 3, 2],
      [1.75, 2.5, 3.25],
    ],
    [
      [1, 2, 3, 4, 100],
      [2, 3, 4],
    ],
  ])("of %j", (values, [lower, median, upper]) =>
    expect(spreadOf(values)).toEqual({ count: values.length, lower, median, upper }),
  );
  it("of nothing is nothing", () => expect(spreadOf([])).toBeNull());
  it("holds half of the values, and leaves them where they are", () =>
    always(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
      const before = [...values];
      const spread = spreadOf(values);
      expect(values).toEqual(before);
      const inside = values.filter((one) => one >= (spread?.lower ?? 0) && one <= (spread?.upper ?? 0));
      expect(inside.length * 2).toBeGreaterThanOrEqual(values.length - 2);
      expect(values.filter((one) => one < (spread?.median ?? 0)).length * 2).toBeLessThanOrEqual(
        values.length,
      );
    }));
});

describe("a line that wild values do not move", () => {
  it("is found exactly when there is one", () =>
    always(fc.record({ all: points(5, 30), slope: value, intercept: value }), ({ all, slope, intercept }) => {
      const line = theilSen(all.map(({ x }) => ({ x, y: intercept + slope * x })));
      expect(line?.slope).toBeCloseTo(slope, 6);
      expect(line?.intercept).toBeCloseTo(intercept, 6);
    }));

  it("stays where it is when a quarter of the values go mad", () => {
    const line = theilSen(
      Array.from({ length: 20 }, (_, x) => ({ x, y: x % 4 === 3 ? 1e6 * (x % 8) : 5 - 0.1 * x })),
    );
    expect(line?.slope).toBeCloseTo(-0.1, 9);
    expect(line?.intercept).toBeCloseTo(5, 9);
  });

  it("knows its interval: just the slopes that Kendall's test would not refuse at 5 %", () =>
    always(points(5, 25), (all) => {
      const line = theilSen(all);
      const n = all.length;
      const counts = [...new Set(all.map(({ y }) => y))].map(
        (y) => all.filter((point) => point.y === y).length,
      );
      const ties = counts.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
      const limit = 1.959964 * Math.sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18);
      if (line?.interval) {
        const [low, high] = line.interval;
        expect(low).toBeLessThanOrEqual(line.slope);
        expect(high).toBeGreaterThanOrEqual(line.slope);
        // Beyond its ends the test refuses; rounding the rank outwards may cost one pair, which is two of S.
        expect(kendall(all, low - 1e-4)).toBeGreaterThanOrEqual(limit - 1e-9);
        expect(-kendall(all, high + 1e-4)).toBeGreaterThanOrEqual(limit - 1e-9);
        expect(Math.abs(kendall(all, line.slope))).toBeLessThanOrEqual(limit + n);
      } else expect((n * (n - 1)) / 2 - limit).toBeLessThan(2);
    }));

  it.each([2, 3, 4, 5])("has no interval of %d points, however well they lie", (n) =>
    expect(theilSen(Array.from({ length: n }, (_, x) => ({ x, y: x })))).toMatchObject({
      slope: 1,
      interval: null,
    }),
  );
  // Fifteen slopes; 10.43 pairs to and fro leave the second and the fourteenth of them.
  it("has one of six", () =>
    expect(theilSen([5, 4, 3.5, 2, 1, 0.5].map((y, x) => ({ x, y })))?.interval).toEqual([-1.25, -0.5]));
  it("is none of one point", () => expect(theilSen([{ x: 1, y: 1 }])).toBeNull());

  it("is wrong about a direction in about one case of twenty when there is none", () => {
    let wrong = 0;
    always(
      fc.noBias(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 })),
      (ys) => {
        const interval = theilSen(ys.map((y, x) => ({ x, y })))?.interval;
        if (interval && (interval[0] > 0 || interval[1] < 0)) wrong++;
      },
      1_000,
    );
    expect(wrong).toBeGreaterThan(15);
    expect(wrong).toBeLessThan(80);
  });
});

describe("larger than", () => {
  it("is the pairs that are, by hand", () => {
    // U = 9 of 9 pairs, 4.5 expected, less a half for continuity, by √(9 · 7 / 12).
    expect(largerThan([4, 5, 6], [1, 2, 3])).toBeCloseTo(4 / Math.sqrt(5.25), 9);
    expect(largerThan([1, 2, 3], [4, 5, 6])).toBeCloseTo(-4 / Math.sqrt(5.25), 9);
  });
  it.each([
    [[], [1]],
    [[1], []],
    [
      [2, 2],
      [2, 2, 2],
    ],
  ])("is not known of %j and %j", (these, those) => expect(largerThan(these, those)).toBe(0));
  it("counts pairs, with halves for equal ones", () =>
    always(
      fc.tuple(
        fc.array(value, { minLength: 1, maxLength: 15 }),
        fc.array(value, { minLength: 1, maxLength: 15 }),
      ),
      ([these, those]) => {
        let pairs = 0;
        for (const a of these) for (const b of those) pairs += a > b ? 1 : a === b ? 0.5 : 0;
        const z = largerThan(these, those);
        const above = pairs - (these.length * those.length) / 2;
        expect(Math.sign(z) + 0).toBe(Math.abs(above) <= 0.5 ? 0 : Math.sign(above));
        expect(largerThan(those, these)).toBeCloseTo(-z, 9);
      },
    ));
});
