import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, daysAfter } from "../../src/lib/calendarDay.ts";
import { strengthOver, strengthStep } from "../../src/progress/strength.ts";
import { always } from "../support/builders.ts";
import { loopScore } from "../support/plainRhythm.ts";

const start = day(20_458); // a Monday, 2026-01-05

/** Practice of consecutive days, so many drills each. */
const practice = (counts: readonly number[]) =>
  new Map(counts.flatMap((count, at) => (count > 0 ? [[daysAfter(start, at), count] as const] : [])));
const strengthAfter = (counts: readonly number[], goal: number): number =>
  strengthOver(practice(counts), () => goal, start, daysAfter(start, counts.length - 1)).at(-1) ?? Number.NaN;

describe("strength", () => {
  it("is Loop's score, to a millionth, of any history and any goal", () =>
    always(
      fc.record({
        checked: fc.array(fc.boolean(), { minLength: 1, maxLength: 400 }),
        goal: fc.integer({ min: 1, max: 7 }),
      }),
      ({ checked, goal }) =>
        expect(Math.abs(strengthAfter(checked.map(Number), goal) - loopScore(checked, goal, 7))).toBeLessThan(
          1e-6,
        ),
      500,
    ));

  it.each([
    // Worked out by hand: m = 0.5^(1/13) = 0.948077… for a daily habit; three days done are 1 − m³.
    ["three days of a daily habit", [1, 1, 1], 7, 1 - 0.5 ** (3 / 13)],
    // Half of what two weeks ask for is there from the first day on: 0.5 · (1 − m), m = 0.5^(√(1/7)/13).
    ["the first day of a weekly one", [1], 1, 0.5 * (1 - 0.5 ** (Math.sqrt(1 / 7) / 13))],
    ["a day without", [0], 1, 0],
  ])("of %s", (_, counts, goal, strength) => expect(strengthAfter(counts, goal)).toBeCloseTo(strength, 9));

  it.each([1, 2, 3, 4, 5, 6, 7])(
    "nears 1 when a goal of %d a week is kept for a year, on the same days",
    (goal) => {
      const year = Array.from({ length: 52 * 7 }, (_, at) => (at % 7 < goal ? 1 : 0));
      expect(strengthAfter(year, goal)).toBeGreaterThan(0.99);
    },
  );

  it("nears 1 when a weekend is kept on Saturday or on Sunday, as it comes", () =>
    always(
      fc.array(fc.boolean(), { minLength: 52, maxLength: 52 }),
      (sundays) =>
        expect(
          strengthAfter(
            sundays.flatMap((sunday) => [0, 0, 0, 0, 0, sunday ? 0 : 1, sunday ? 1 : 0]),
            1,
          ),
        ).toBeGreaterThan(0.9),
      200,
    ));

  it("nears 1 as well when the whole week's goal is done on one day", () => {
    const saturdays = Array.from({ length: 52 * 7 }, (_, at) => (at % 7 === 5 ? 3 : 0));
    expect(strengthAfter(saturdays, 3)).toBeGreaterThan(0.99);
  });

  it("is not doubled by two drills on the day of a weekly goal", () =>
    expect(strengthAfter([2, 0, 0], 1)).toBe(strengthAfter([1, 0, 0], 1)));

  it("bends at a miss and does not break", () => {
    const kept = Array.from({ length: 30 * 7 }, (_, at) => (at % 7 === 5 ? 1 : 0));
    const missed = [...kept, 0, 0, 0, 0, 0, 0, 0];
    const [before, after] = [strengthAfter(kept, 1), strengthAfter(missed, 1)];
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThan(before - 0.08);
  });

  it("stays between 0 and 1 and moves towards what was done", () =>
    always(
      fc.record({
        frequency: fc.double({ min: 1 / 7, max: 1, noNaN: true }),
        previous: fc.double({ min: 0, max: 1, noNaN: true }),
        done: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      ({ frequency, previous, done }) => {
        const next = strengthStep(frequency, previous, done);
        expect(next).toBeGreaterThanOrEqual(Math.min(previous, done) - 1e-12);
        expect(next).toBeLessThanOrEqual(Math.max(previous, done) + 1e-12);
      },
    ));
});
