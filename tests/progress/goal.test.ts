import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { day, dayOfDate, daysAfter, mondayOf, type Weekday } from "../../src/lib/calendarDay.ts";
import { goalIn, rhythmSettingsSchema, usualRhythm, withGoal } from "../../src/progress/goal.ts";
import { rhythmOf } from "../../src/progress/rhythm.ts";
import { always } from "../support/builders.ts";

const friday = dayOfDate("2026-11-20");
const [thisMonday, nextMonday] = [dayOfDate("2026-11-16"), dayOfDate("2026-11-23")];

describe("the weekly goal", () => {
  it("is one at the weekend, unless somebody says otherwise", () =>
    expect(goalIn(usualRhythm, thisMonday)).toMatchObject({ goal: 1, days: [6, 7] }));

  it("is harder from next Monday on, on the new days at once", () => {
    const harder = withGoal(usualRhythm, 3, [5, 1, 3], friday);
    expect(goalIn(harder, daysAfter(thisMonday, -7))).toMatchObject({ goal: 1, days: [6, 7] });
    expect(goalIn(harder, thisMonday)).toMatchObject({ goal: 1, days: [1, 3, 5] });
    expect(goalIn(harder, nextMonday)).toMatchObject({ goal: 3, days: [1, 3, 5] });
  });

  it("is easier from this week on", () => {
    const three = withGoal(usualRhythm, 3, [1, 3, 5], daysAfter(friday, -28));
    const easier = withGoal(three, 2, [6], friday);
    expect(goalIn(easier, daysAfter(thisMonday, -7)).goal).toBe(3);
    expect(goalIn(easier, thisMonday)).toMatchObject({ goal: 2, days: [6] });
  });

  it("may be taken back before it begins", () => {
    const back = withGoal(withGoal(usualRhythm, 5, [1], friday), 1, [7], friday);
    expect(goalIn(back, nextMonday)).toMatchObject({ goal: 1, days: [7] });
  });

  it("survives being stored, and what is broken costs only itself", () => {
    const harder = withGoal(usualRhythm, 3, [1, 3, 5], friday);
    expect(v.parse(rhythmSettingsSchema, JSON.parse(JSON.stringify(harder)))).toEqual(harder);
    expect(v.parse(rhythmSettingsSchema, { lateHour: 24, goals: harder.goals })).toEqual({
      ...harder,
      lateHour: 4,
    });
    expect(
      v.parse(rhythmSettingsSchema, { lateHour: 5, goals: [{ since: "2026-02-30", goal: 8, days: [] }] }),
    ).toEqual({
      lateHour: 5,
      goals: [],
    });
  });

  it("changes no week that was kept, and nothing in a row", () =>
    always(
      fc.record({
        done: fc.array(fc.integer({ min: 0, max: 7 * 30 - 1 }), { maxLength: 150 }),
        changes: fc.array(
          fc.record({
            on: fc.integer({ min: 0, max: 7 * 30 - 1 }),
            goal: fc.integer({ min: 1, max: 7 }),
            days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as Weekday[], { minLength: 1 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
      }),
      ({ done, changes }) => {
        const start = dayOfDate("2026-01-05");
        let settings = usualRhythm;
        for (const { on, goal, days } of changes.toSorted((a, b) => a.on - b.on)) {
          const today = daysAfter(start, on);
          const practice = new Map(done.filter((at) => at <= on).map((at) => [daysAfter(start, at), 1]));
          const before = rhythmOf(practice, settings, today);
          settings = withGoal(settings, goal, days, today);
          const after = rhythmOf(practice, settings, today);
          expect(after.weeksInARow).toBeGreaterThanOrEqual(before.weeksInARow);
          for (const [index, week] of before.weeks.entries()) {
            if (week.monday < mondayOf(today)) expect(after.weeks[index]).toEqual(week);
            else if (week.outcome === "kept") expect(after.weeks[index]?.outcome).toBe("kept");
          }
          expect(goalIn(settings, daysAfter(mondayOf(today), 7))).toMatchObject({
            goal,
            days: days.toSorted(),
          });
        }
      },
      200,
    ));

  it("is the week's: what is done on another day counts as well", () => {
    const wednesday = new Map([[day(thisMonday + 2), 1]]);
    expect(rhythmOf(wednesday, usualRhythm, friday).thisWeek.outcome).toBe("kept");
  });
});
