import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dateOfDay, dayOfDate, daysAfter, practiceDay } from "../../src/lib/calendarDay.ts";
import { usualGoal } from "../../src/progress/goal.ts";
import { type Practice, practiceOf } from "../../src/progress/practice.ts";
import { type Rhythm, rhythmOf } from "../../src/progress/rhythm.ts";
import { always, uuid } from "../support/builders.ts";
import { anyHistory, anyWeeks, facts, factsAt } from "../support/history.ts";
import { anyLateHour, anyMoment, anyZone, countsFor, wallAt } from "../support/plainDays.ts";
import { plainPractice, plainRhythm } from "../support/plainRhythm.ts";

const settings = (goal = 1) => ({ lateHour: 4, goals: [{ ...usualGoal, goal }] });

/** What the plain telling says, of ours. */
const plainly = (rhythm: Rhythm) => ({
  weeks: rhythm.weeks.map(({ monday, done, outcome }) => ({ monday: dateOfDay(monday), done, outcome })),
  weeksInARow: rhythm.weeksInARow,
  longest: rhythm.longestWeeksInARow,
  reserves: rhythm.reserves,
  daysInARow: rhythm.daysInARow,
  dots: rhythm.dots.map(({ done }) => done),
});

const practiceOn = (...dates: string[]): Practice => {
  const practice = new Map<Day, number>();
  for (const date of dates) practice.set(dayOfDate(date), (practice.get(dayOfDate(date)) ?? 0) + 1);
  return practice;
};

const monday = dayOfDate("2026-01-05");

/** `KMMK.`: weeks from 5 January 2026 on, kept on the Saturday or missed; a dot is this week, not kept yet. */
function played(weeks: string): Rhythm {
  const dates = [...weeks].flatMap((week, at) =>
    week === "K" ? [dateOfDay(daysAfter(monday, at * 7 + 5))] : [],
  );
  const today = daysAfter(monday, (weeks.length - 1) * 7 + (weeks.endsWith("K") ? 5 : 3));
  return rhythmOf(practiceOn(...dates), settings(), today);
}

describe("what counts", () => {
  const one = (changes: Parameters<typeof facts>[0]) => practiceOf([facts(changes)], []).size;
  it.each([
    ["a minute spoken and rated", { spoken: 60 }, 1],
    ["a minute spoken and heard again", { spoken: 60, rating: null, replayed: true }, 1],
    ["a minute spoken, and neither", { spoken: 60, rating: null }, 0],
    ["a second less, and both", { spoken: 59, replayed: true }, 0],
  ])("%s", (_, changes, count) => expect(one(changes)).toBe(count));

  it("is the drill: its rounds add up, and one of them is rated", () => {
    const rounds = [
      facts({ id: uuid(1), spoken: 30, rating: null }),
      facts({ id: uuid(3), spoken: 30, started: { local: "2026-11-22T04:01:00", utcOffset: 480 } }),
    ];
    // Begun on Saturday's night, at half past three: the drill is Saturday's, and counts once.
    const night = { local: "2026-11-22T03:30:00", utcOffset: 480 };
    const drill = [facts({ id: uuid(1), spoken: 30, rating: null, started: night }), ...rounds.slice(1)];
    expect([...practiceOf(drill, [])]).toEqual([[dayOfDate("2026-11-21"), 1]]);
    expect([...practiceOf([...drill].reverse(), [])]).toEqual([[dayOfDate("2026-11-21"), 1]]);
  });

  it("is a field rep on the day it happened, and its debrief is not counted again", () => {
    const rep = { id: uuid(9), date: "2026-11-18", debrief: uuid(1) };
    expect([...practiceOf([facts()], [rep])]).toEqual([[dayOfDate("2026-11-18"), 1]]);
    expect(practiceOf([facts()], [{ ...rep, debrief: null }]).size).toBe(2);
  });
});

describe("the rhythm", () => {
  it("is what one would tell a friend, for whatever was done wherever", () =>
    always(
      fc.record({
        history: anyHistory,
        goal: fc.integer({ min: 1, max: 7 }),
        lateHour: anyLateHour,
        now: anyMoment,
        zone: anyZone,
      }),
      ({ history: { takes, reps }, goal, lateHour, now, zone }) => {
        const wall = wallAt(now, zone);
        const dates = plainPractice(takes, reps, lateHour);
        const practice = practiceOf(
          takes.map((take) => factsAt(take, lateHour)),
          reps,
        );
        expect([...practice].flatMap(([day, times]) => Array(times).fill(dateOfDay(day)))).toEqual(
          dates.sort(),
        );
        const ours = rhythmOf(practice, { ...settings(goal), lateHour }, practiceDay(wall, lateHour));
        expect(plainly(ours)).toEqual(plainRhythm(dates, goal, countsFor(wall, lateHour)));
      },
      250,
    ));

  it("is the same for busy weeks, reserves and all", () =>
    always(
      fc.record({
        weeks: anyWeeks,
        goal: fc.integer({ min: 1, max: 4 }),
        ahead: fc.integer({ min: -3, max: 9 }),
      }),
      ({ weeks, goal, ahead }) => {
        const dates = weeks.flatMap((days, at) =>
          days.map((day) => dateOfDay(daysAfter(monday, at * 7 + day - 1))),
        );
        const today = daysAfter(monday, (weeks.length - 1) * 7 + ahead);
        const ours = rhythmOf(practiceOn(...dates), settings(goal), today);
        expect(plainly(ours)).toEqual(plainRhythm(dates, goal, dateOfDay(today)));
      },
      500,
    ));

  it("does not care in which order things were done, written down or imported, nor whether twice", () =>
    always(
      anyHistory.chain(({ takes, reps }) =>
        fc.record({
          takes: fc.constant(takes),
          reps: fc.constant(reps),
          mixed: fc.shuffledSubarray([...takes, ...takes], { minLength: takes.length * 2 }),
          mixedReps: fc.shuffledSubarray([...reps, ...reps], { minLength: reps.length * 2 }),
        }),
      ),
      ({ takes, reps, mixed, mixedReps }) => {
        const at4 = (all: typeof takes) => all.map((take) => factsAt(take, 4));
        const [once, again] = [practiceOf(at4(takes), reps), practiceOf(at4(mixed), mixedReps)];
        expect([...again]).toEqual([...once]);
      },
      100,
    ));

  it.each([
    // weeks, in a row, reserves, until the next one
    ["K", 1, 0, 3],
    ["KKK.", 3, 0, 1],
    ["KKKK", 4, 1, 4],
    ["KKKKM.", 4, 0, 4],
    ["KKKKMK", 5, 0, 3],
    ["KKKKMM.", 0, 0, 4],
    ["KKKKKKKK.", 8, 2, null],
    ["KKKKKKKKKKK.", 11, 2, null],
    ["KKKKKKKKMM.", 8, 0, 4],
    ["KKKKKKKKMMM.", 0, 0, 4],
    ["KKKKKKKKKMK", 10, 1, 3],
    ["KKMKK.", 2, 1, 4],
    ["KMMMMK", 1, 0, 2],
    ["M.", 0, 0, 4],
  ])("%s", (weeks, inARow, reserves, until) =>
    expect(played(weeks)).toMatchObject({ weeksInARow: inARow, reserves, untilReserve: until }),
  );

  it("says which weeks a reserve stood in for", () =>
    expect(played("KKKKMMK.").weeks.map(({ outcome }) => outcome)).toEqual([
      "kept",
      "kept",
      "kept",
      "kept",
      "reserve",
      "missed",
      "kept",
      "open",
    ]));

  it("is nothing before the first practice, and no fault", () =>
    expect(rhythmOf(new Map(), settings(), monday)).toMatchObject({
      weeks: [],
      weeksInARow: 0,
      reserves: 0,
      daysInARow: 0,
      strength: 0,
      since: null,
      thisWeek: { monday, done: 0, goal: 1, outcome: "open" },
    }));

  it("shows this week as dots: what was done, what is meant, what is still to come", () => {
    const { dots } = rhythmOf(practiceOn("2026-11-18", "2026-11-18"), settings(), dayOfDate("2026-11-20"));
    expect(dots.map(({ done, planned, when }) => `${done}${planned ? "!" : ""} ${when}`)).toEqual([
      "0 past",
      "0 past",
      "2 past",
      "0 past",
      "0 today",
      "0! coming",
      "0! coming",
    ]);
  });

  it("waits for today: days in a row are not over before the day is", () => {
    const practice = practiceOn("2026-11-18", "2026-11-19", "2026-11-20");
    const rowOn = (date: string) => rhythmOf(practice, settings(), dayOfDate(date)).daysInARow;
    expect([rowOn("2026-11-20"), rowOn("2026-11-21"), rowOn("2026-11-22")]).toEqual([3, 3, 0]);
  });

  it("takes nothing away from who flies west after practising", () => {
    const practice = practiceOn("2026-11-22", "2026-11-23"); // Monday morning in Auckland
    const landed = rhythmOf(practice, settings(), dayOfDate("2026-11-22")); // still Sunday in Los Angeles
    expect(landed).toEqual(rhythmOf(practice, settings(), dayOfDate("2026-11-23")));
    expect(landed).toMatchObject({ weeksInARow: 2, daysInARow: 2 });
  });

  it("lets practice from a clock that is years ahead wait for its day", () => {
    const practice = practiceOn("2026-11-21", "2036-01-01");
    expect(rhythmOf(practice, settings(), dayOfDate("2026-11-21"))).toMatchObject({
      weeksInARow: 1,
      daysInARow: 1,
      since: dayOfDate("2026-11-21"),
    });
  });

  it("never gets worse by one more drill today", () =>
    always(
      fc.record({
        weeks: anyWeeks,
        goal: fc.integer({ min: 1, max: 4 }),
        ahead: fc.integer({ min: 0, max: 6 }),
      }),
      ({ weeks, goal, ahead }) => {
        const dates = weeks.flatMap((days, at) =>
          days.map((day) => dateOfDay(daysAfter(monday, at * 7 + day - 1))),
        );
        const today = daysAfter(monday, (weeks.length - 1) * 7 + ahead);
        const before = rhythmOf(practiceOn(...dates), settings(goal), today);
        const after = rhythmOf(practiceOn(...dates, dateOfDay(before.today)), settings(goal), today);
        for (const key of ["weeksInARow", "longestWeeksInARow", "reserves", "daysInARow"] as const)
          expect(after[key]).toBeGreaterThanOrEqual(before[key]);
        expect(after.strength).toBeGreaterThanOrEqual(before.strength - 1e-12);
      },
    ));
});
