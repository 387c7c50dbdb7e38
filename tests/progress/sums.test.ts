import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfDate } from "../../src/lib/calendarDay.ts";
import { yearCells, yearsOf } from "../../src/progress/heatmap.ts";
import { practiceOf } from "../../src/progress/practice.ts";
import { sumsOf } from "../../src/progress/sums.ts";
import { nextRoundNumber } from "../../src/progress/total.ts";
import { always, uuid } from "../support/builders.ts";
import { anyHistory, facts, factsAt } from "../support/history.ts";
import { countsFor, dayAfter, leap, weekdayOfDate } from "../support/plainDays.ts";

describe("the next round number", () => {
  it.each([
    [0, 10],
    [9, 10],
    [10, 50],
    [49, 50],
    [50, 100],
    [99, 100],
    [100, 200],
    [287, 300],
    [300, 400],
    [10_000, 10_100],
  ])("after %d is %d", (count, next) => expect(nextRoundNumber(count)).toBe(next));
});

describe("what it adds up to", () => {
  it("tells takes, drills, seconds and titles by the kind of their deck", () => {
    const bees = { deck: "en/nature", id: "bees" };
    const takes = [
      facts({ id: uuid(1), title: bees, spoken: 60, pressure: 1 }),
      facts({ id: uuid(2), title: bees, spoken: 30, pressure: 4 }),
      facts({ id: uuid(3), title: { deck: "en/gone", id: "bees" }, drill: uuid(9), spoken: 10 }),
    ];
    expect(sumsOf(takes, (deck) => (deck === "en/nature" ? "story" : null))).toEqual({
      takes: 3,
      nextRoundNumber: 10,
      drills: 2,
      spoken: 100,
      highestPressure: 4,
      titlesByKind: [
        { kind: "story", takes: 2, titles: 1, spoken: 90 },
        { kind: null, takes: 1, titles: 1, spoken: 10 },
      ],
    });
  });
  it("is nothing before the first take", () =>
    expect(sumsOf([], () => null)).toMatchObject({
      takes: 0,
      spoken: 0,
      highestPressure: null,
      titlesByKind: [],
    }));
});

describe("a year as a heatmap", () => {
  it("has a cell for every day, in its column and row, with all that was done on it", () =>
    always(
      fc.record({ history: anyHistory, year: fc.integer({ min: 2023, max: 2028 }) }),
      ({ history: { takes, reps }, year }) => {
        const known = takes.map((take) => factsAt(take, 4));
        const practice = practiceOf(known, reps);
        const cells = yearCells(year, known, practice);
        expect(cells).toHaveLength(leap(year) ? 366 : 365);
        let date = `${year}-01-01`;
        let week = 0;
        for (const cell of cells) {
          if (weekdayOfDate(date) === 1 && date !== `${year}-01-01`) week++;
          const mine = takes.filter(({ started }) => countsFor(started, 4) === date);
          expect(cell).toMatchObject({ date, week, weekday: weekdayOfDate(date), takes: mine.length });
          expect(cell.spoken).toBeCloseTo(
            mine.reduce((sum, { spoken }) => sum + spoken, 0),
            6,
          );
          expect(cell.practice).toBe(practice.get(cell.day) ?? 0);
          expect(cell.level > 0).toBe(mine.length > 0 || cell.practice > 0);
          date = dayAfter(date);
        }
      },
      40,
    ));

  it.each([
    [30, 1],
    [120, 2],
    [300, 3],
    [599, 3],
    [600, 4],
  ])("is darker the more was said: %d s is level %d", (spoken, level) => {
    const [cell] = yearCells(2026, [facts({ spoken })], new Map()).filter(({ takes }) => takes > 0);
    expect(cell).toMatchObject({ date: "2026-11-21", level });
  });
  it("shows a field rep, though nothing was recorded", () => {
    const practice = practiceOf([], [{ id: uuid(1), date: "2026-03-04", debrief: null }]);
    expect(yearCells(2026, [], practice)[62]).toMatchObject({ date: "2026-03-04", practice: 1, level: 2 });
  });
  it("is there for each year with anything in it, and for this one", () => {
    const practice = practiceOf([], [{ id: uuid(1), date: "2024-12-31", debrief: null }]);
    const newYear = facts({ started: { local: "2026-01-01T01:00:00", utcOffset: 480 } }); // still New Year's Eve
    expect(yearsOf([newYear], practice, dayOfDate("2027-02-01"))).toEqual([2027, 2025, 2024]);
  });
});
