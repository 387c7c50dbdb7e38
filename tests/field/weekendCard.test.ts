import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Circle, circles, type Skill, skills } from "../../src/field/fieldRep.ts";
import { fridayFor, weekendCard } from "../../src/field/weekendCard.ts";
import { type Day, dateOfDay, dayOfDate, daysAfter } from "../../src/lib/calendarDay.ts";
import { always } from "../support/builders.ts";

const friday = dayOfDate("2026-11-20");
const all = { circles: [...circles], skills: [...skills] };
const rep = (weeksAgo: number, circle: Circle, skill: Skill | null = null) => ({
  date: dateOfDay(daysAfter(friday, -7 * weeksAgo)),
  circle,
  skill,
});
const anyRep = fc.record({
  date: fc.integer({ min: 1, max: 400 }).map((days) => dateOfDay(daysAfter(friday, -days))),
  circle: fc.constantFrom(...circles),
  skill: fc.option(fc.constantFrom(...skills)),
});

/** How often each is drawn in five hundred Fridays that all lie so long behind the same reps. */
function drawn(
  choices: Parameters<typeof weekendCard>[0],
  reps: (friday: Day) => Parameters<typeof weekendCard>[1],
) {
  const counts = new Map<string, number>();
  for (let week = 0; week < 500; week++) {
    const on = daysAfter(friday, week * 7);
    const card = weekendCard(choices, reps(on), on);
    for (const one of [card?.circle ?? "", card?.skill ?? ""]) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

describe("the weekend card", () => {
  it("is shown from Friday to Sunday", () =>
    expect(Array.from({ length: 8 }, (_, at) => fridayFor(daysAfter(dayOfDate("2026-11-16"), at)))).toEqual([
      null,
      null,
      null,
      null,
      friday,
      friday,
      friday,
      null,
    ]));

  it("is one of the choices, the same for a date whatever order they stand in, and whatever comes after that Friday", () =>
    always(
      fc.record({
        circles: fc.shuffledSubarray([...circles], { minLength: 1 }),
        skills: fc.shuffledSubarray([...skills], { minLength: 1 }),
        reps: fc.array(anyRep, { maxLength: 20 }),
        later: fc.array(anyRep, { maxLength: 5 }),
      }),
      ({ circles, skills, reps, later }) => {
        const card = weekendCard({ circles, skills }, reps, friday);
        expect(circles).toContain(card?.circle);
        expect(skills).toContain(card?.skill);
        const afterwards = later.map((one) => ({ ...one, date: "2026-11-20" }));
        const other = { circles: circles.toReversed(), skills: [...skills, ...skills].toReversed() };
        expect(weekendCard(other, [...reps.toReversed(), ...afterwards], friday)).toEqual(card);
        const last = (found: { date: string }[]) =>
          found.length === 0
            ? null
            : dayOfDate(
                found
                  .map(({ date }) => date)
                  .sort()
                  .at(-1) ?? "",
              );
        expect(card?.lastCircle).toBe(last(reps.filter(({ circle }) => circle === card?.circle)));
        expect(card?.lastSkill).toBe(last(reps.filter(({ skill }) => skill === card?.skill)));
      },
    ));

  it("is none without a choice", () => {
    expect(weekendCard({ ...all, circles: [] }, [], friday)).toBeNull();
    expect(weekendCard({ ...all, skills: [] }, [], friday)).toBeNull();
  });

  it("comes to everything in turn when nothing was done", () => {
    const counts = drawn(all, () => []);
    for (const circle of circles) expect(counts.get(circle)).toBeGreaterThan(500 / circles.length / 2);
    for (const skill of skills) expect(counts.get(skill)).toBeGreaterThan(500 / skills.length / 2);
  });

  it("asks for what was long not done more often than for what was done last week", () => {
    const choices = {
      circles: ["salon", "speaking-club"] as const,
      skills: ["story", "first-step"] as const,
    };
    const counts = drawn(choices, (on) => [
      { date: dateOfDay(daysAfter(on, -7)), circle: "salon", skill: "story" },
      { date: dateOfDay(daysAfter(on, -70)), circle: "speaking-club", skill: "first-step" },
    ]);
    // 1.1 against 10.1 weeks: nine in a hundred.
    expect(counts.get("salon")).toBeLessThan(85);
    expect(counts.get("story")).toBeLessThan(85);
    expect(counts.get("salon")).toBeGreaterThan(15);
  });

  it("does not care for reps elsewhere", () =>
    expect(
      weekendCard({ circles: ["salon"], skills: ["story"] }, [rep(1, "client-call", "leave-well")], friday),
    ).toEqual({
      friday,
      circle: "salon",
      skill: "story",
      lastCircle: null,
      lastSkill: null,
    }));
});
