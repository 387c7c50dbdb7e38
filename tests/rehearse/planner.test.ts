import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { supports } from "../../src/drill/settings.ts";
import { type Day, dateOfDay, dayOfDate, daysAfter } from "../../src/lib/calendarDay.ts";
import { localTime } from "../../src/lib/day.ts";
import { type PlannedRun, planOf, planRuns, todayStep, usualRuns } from "../../src/rehearse/planner.ts";
import { always, uuid } from "../support/builders.ts";
import { anyMoment, anyZone, countsFor, wallAt } from "../support/plainDays.ts";
import { aRehearsal, aRun } from "../support/rehearsals.ts";

const begun = dayOfDate("2026-11-18");
const on = (days: number): Day => daysAfter(begun, days);
/** Days from the beginning on. */
const days = (plan: readonly PlannedRun[]): number[] => plan.map(({ day }) => day - begun);
const plan = (runs: number, done: readonly number[], today: number, talk: number) =>
  planRuns(runs, done.map(on), begun, on(today), on(talk));

describe("a plan to the date", () => {
  it.each<[string, Parameters<typeof plan>, number[]]>([
    ["six runs in thirteen days", [6, [], 0, 13], [0, 2, 5, 7, 10, 12]],
    ["a run a day", [3, [], 0, 3], [0, 1, 2]],
    ["one run: the day before", [1, [], 0, 13], [12]],
    ["the next day nothing has moved, whether or not it has been run", [6, [0], 1, 13], [2, 5, 7, 10, 12]],
    ["a run missed: from today on anew", [6, [0], 3, 13], [3, 5, 8, 10, 12]],
    ["a run done a day late", [6, [0, 3], 4, 13], [5, 8, 10, 12]],
    ["a run done today: on from tomorrow", [6, [0, 3], 3, 13], [5, 8, 10, 12]],
    ["a run done tomorrow, before a flight west: on from there", [6, [0, 4], 3, 13], [6, 8, 10, 12]],
    ["fewer days than runs: two on a day", [4, [], 0, 2], [0, 0, 1, 1]],
    ["far fewer: what is too much is left out", [9, [], 0, 2], [0, 0, 1, 1]],
    ["the last day, after one run on it", [6, [0, 1], 1, 2], [1]],
    ["the last day, after two", [6, [0, 1, 1], 1, 2], []],
    ["nothing is left to do", [3, [0, 1, 2], 3, 9], []],
    ["nothing on the day itself", [6, [], 13, 13], []],
    ["nothing afterwards", [6, [], 20, 13], []],
  ])("%s", (_, [runs, done, today, talk], expected) => {
    const found = plan(runs, done, today, talk);
    expect(days(found)).toEqual(expected);
  });

  it("goes from help to none, from calm to hard, and ends with the whole talk and the worst questions", () =>
    expect(plan(6, [], 0, 13).map(({ day: _, ...step }) => Object.values(step).join(" "))).toEqual([
      "1 6 opening five 0 none",
      "2 6 full three 1 some",
      "3 6 hot-seat three 2 some",
      "4 6 full one 2 some",
      "5 6 third one 3 worst",
      "6 6 full title 4 worst",
    ]));

  it("goes on where it was when some are done", () => {
    const all = plan(6, [], 0, 13);
    expect(plan(6, [0, 2], 3, 13)).toEqual(all.slice(2));
  });

  it.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [4, 2],
    [10, 5],
    [60, 6],
  ])("of %d days is usually one of %d runs", (length, runs) =>
    expect(usualRuns(begun, on(length))).toBe(runs),
  );

  it("keeps its promises on any day, after anything that was done or missed", () =>
    always(
      fc
        .record({
          runs: fc.integer({ min: 0, max: 12 }),
          talk: fc.integer({ min: 0, max: 60 }),
          today: fc.integer({ min: 0, max: 65 }),
          done: fc.array(fc.nat(65), { maxLength: 8 }),
        })
        .map((any) => ({ ...any, done: any.done.filter((at) => at <= any.today) })),
      ({ runs, talk, today, done }) => {
        const found = plan(runs, done, today, talk);
        const placed = days(found);
        expect(placed).toEqual([...placed].sort((a, b) => a - b));
        // Never in the past, never on the day itself or later.
        for (const at of placed) expect(at >= today && at < talk).toBe(true);
        const left = Math.max(0, runs - done.length);
        const doneToday = done.filter((at) => at === today).length;
        const daysLeft = Math.max(0, talk - today - (doneToday > 0 ? 1 : 0)); // days without a run yet
        const most = Math.max(
          0,
          ...placed.map(
            (at) => placed.filter((other) => other === at).length + (at === today ? doneToday : 0),
          ),
        );
        if (left <= daysLeft) {
          expect(placed).toHaveLength(left);
          expect(most).toBeLessThanOrEqual(Math.max(1, doneToday));
          if (doneToday > 0) expect(placed).not.toContain(today);
          // The last one is on the eve.
          if (left > 0) expect(placed.at(-1)).toBe(talk - 1);
          // Evenly: no gap is more than a day longer than another. The way to the first may be any.
          const gaps = placed.slice(1).map((at, index) => at - (placed[index] ?? 0));
          if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
        } else {
          expect(most).toBeLessThanOrEqual(Math.max(2, doneToday));
          if (today < talk && doneToday < 2) expect(placed.length).toBeGreaterThan(0);
        }
        // Help only fades, pressure only rises, and the end is the hardest.
        for (const [index, run] of found.entries()) {
          const before = found[index - 1];
          expect(run.step).toBe(done.length + index + 1);
          if (!before) continue;
          expect(supports.indexOf(run.support)).toBeGreaterThanOrEqual(supports.indexOf(before.support));
          expect(run.pressure).toBeGreaterThanOrEqual(before.pressure);
        }
        const last = found.at(-1);
        if (last)
          expect(last).toMatchObject({
            step: last.of,
            way: "full",
            support: "title",
            pressure: 4,
            questions: "worst",
          });
      },
      3_000,
    ));

  it("stays as it is from day to day while it is kept, and gets everything done", () =>
    always(
      fc.record({ runs: fc.integer({ min: 1, max: 10 }), talk: fc.integer({ min: 1, max: 60 }) }),
      ({ runs, talk }) => {
        const first = days(plan(runs, [], 0, talk));
        const done: number[] = [];
        for (let today = 0; today < talk; today++) {
          for (let due = days(plan(runs, done, today, talk))[0]; due === today; ) {
            done.push(today);
            due = days(plan(runs, done, today, talk))[0];
          }
        }
        expect(done).toHaveLength(Math.min(runs, talk * 2));
        if (runs <= talk) {
          expect(new Set(done).size).toBe(runs);
          // Rounding may move a run by a day once those before it are done.
          for (const [index, at] of done.entries())
            expect(Math.abs(at - (first[index] ?? 0))).toBeLessThanOrEqual(1);
        }
      },
    ));

  it("still ends on the eve when half of its days are missed", () =>
    always(
      fc.record({
        runs: fc.integer({ min: 1, max: 8 }),
        kept: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      }),
      ({ runs, kept }) => {
        const done: number[] = [];
        for (let today = 0; today < 29; today++) {
          const found = days(plan(runs, done, today, 30));
          if (found.length > 0) expect(found.at(-1)).toBe(29);
          if (kept[today] && found[0] === today) done.push(today);
        }
      },
    ));
});

describe("a rehearsal's plan", () => {
  const now = (local: string) => ({ local, utcOffset: 480 });
  const stepOn = (local: string, changes: Parameters<typeof aRehearsal>[0] = {}) =>
    todayStep(aRehearsal(changes), now(local), 4);

  it("asks for a run, or for none, up to the eve", () => {
    expect(stepOn("2026-11-18T21:00:00")).toMatchObject({
      step: "run",
      run: { step: 1, of: 6, way: "opening" },
    });
    const done = [aRun({ way: "opening", started: now("2026-11-18T21:00:00") })];
    expect(stepOn("2026-11-18T22:00:00", { runs: done })).toMatchObject({ step: "rest", next: { step: 2 } });
    expect(stepOn("2026-11-30T22:00:00")).toMatchObject({ step: "run" });
    expect(stepOn("2026-12-01T02:00:00")).toMatchObject({ step: "run" }); // still up: it is the eve for them
    expect(stepOn("2026-11-25T10:00:00", { runsPlanned: 0 })).toEqual({ step: "rest", next: null });
  });

  it("asks for a warm-up on the day, for a debrief once the talk is over, and then for nothing", () => {
    expect(stepOn("2026-12-01T08:00:00")).toEqual({ step: "warm-up" });
    expect(stepOn("2026-12-01T14:19:59")).toEqual({ step: "warm-up" });
    expect(stepOn("2026-12-01T14:20:00")).toEqual({ step: "debrief" });
    expect(stepOn("2026-12-09T08:00:00")).toEqual({ step: "debrief" });
    const debrief = {
      at: now("2026-12-01T17:00:00"),
      rating: null,
      notes: "",
      take: null,
      interruptions: [],
      unexpected: [],
    };
    expect(stepOn("2026-12-01T18:00:00", { debrief })).toEqual({ step: "over" });
  });

  it("counts an opening tried again and again on one day once, whole talks each, and a warm-up not", () => {
    const at = now("2026-11-18T21:00:00");
    const opening = (take: number) => aRun({ way: "opening", take: uuid(take), started: at });
    const left = (...runs: Parameters<typeof aRun>[0][]) =>
      planOf(
        aRehearsal({ runs: runs.map((run) => aRun({ started: at, ...run })) }),
        now("2026-11-19T09:00:00"),
        4,
      ).length;
    expect(left(opening(1), opening(2), opening(3))).toBe(5);
    expect(left({ take: uuid(1) }, { take: uuid(2) })).toBe(4);
    expect(left({ way: "warm-up" })).toBe(6);
  });

  it("never lies in the past and never reaches the talk, wherever one is", () =>
    always(
      fc.record({
        made: anyMoment,
        madeIn: anyZone,
        hours: fc.integer({ min: 0, max: 60 * 24 }),
        later: fc.integer({ min: 0, max: 60 * 24 }),
        zone: anyZone,
        talkIn: anyZone,
        runs: fc.array(fc.integer({ min: 0, max: 60 * 24 }), { maxLength: 6 }),
      }),
      ({ made, madeIn, hours, later, zone, talkIn, runs }) => {
        const hoursOn = (more: number, where: string) => wallAt(made + more * 3_600_000, where);
        const here = hoursOn(later, zone);
        const rehearsal = aRehearsal({
          made: wallAt(made, madeIn),
          at: hoursOn(hours, talkIn),
          runs: runs
            .filter((at) => at <= later)
            .map((at, index) => aRun({ take: uuid(100 + index), started: hoursOn(at, zone) })),
        });
        const found = planOf(rehearsal, here, 4).map(({ day }) => dateOfDay(day));
        for (const date of found)
          expect(date >= countsFor(here, 4) && date < rehearsal.at.local.slice(0, 10)).toBe(true);
        const step = todayStep(rehearsal, here, 4);
        if (step.step === "run") expect(found[0]).toBe(countsFor(here, 4));
      },
      1_000,
    ));

  it("is of the wall's own days", () => {
    const evening = localTime(Date.UTC(2026, 10, 18, 23, 0), -300); // in New York it is still the 18th
    expect(planOf(aRehearsal(), evening, 4)[0]?.day).toBe(dayOfDate("2026-11-18"));
  });
});
