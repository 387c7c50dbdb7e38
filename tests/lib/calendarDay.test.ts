import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateOfDay,
  day,
  dayOfDate,
  daysAfter,
  isDate,
  mondayOf,
  practiceDay,
  weekdayOf,
} from "../../src/lib/calendarDay.ts";
import { always } from "../support/builders.ts";
import {
  anyLateHour,
  anyMoment,
  anyZone,
  countsFor,
  dayAfter,
  mondayBefore,
  wallAt,
  weekdayOfDate,
} from "../support/plainDays.ts";

describe("a day", () => {
  it("is the next one after the one before it, for four hundred years", () => {
    let date = "1900-01-01";
    for (let at = dayOfDate(date); date < "2300-01-01"; at = daysAfter(at, 1)) {
      if (dateOfDay(at) !== date || dayOfDate(date) !== at || weekdayOf(at) !== weekdayOfDate(date))
        throw new Error(`${date} is ${dateOfDay(at)}, weekday ${weekdayOf(at)}`);
      date = dayAfter(date);
    }
  });

  it("was a Saturday on 21 November 2026, in the week of the 16th", () => {
    const saturday = dayOfDate("2026-11-21");
    expect(weekdayOf(saturday)).toBe(6);
    expect(dateOfDay(mondayOf(saturday))).toBe("2026-11-16");
  });

  it("belongs to the week of the Monday at or before it", () =>
    always(fc.integer({ min: -40_000, max: 40_000 }), (number) =>
      expect(dateOfDay(mondayOf(day(number)))).toBe(mondayBefore(dateOfDay(day(number)))),
    ));

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-3",
    "2026-11-21T09:00",
    "",
    "today",
  ])("is not %s", (date) => {
    expect(isDate(date)).toBe(false);
    expect(() => dayOfDate(date)).toThrow(RangeError);
  });
  it.each(["2024-02-29", "2000-02-29", "2026-12-31", "0999-01-01"])("may be %s", (date) =>
    expect(dateOfDay(dayOfDate(date))).toBe(date),
  );
});

describe("the day that a moment counts for", () => {
  it.each([
    ["a Saturday's morning", "2026-11-21T09:30:00", "2026-11-21"],
    ["its night, up to four", "2026-11-22T03:59:59", "2026-11-21"],
    ["and not from four on", "2026-11-22T04:00:00", "2026-11-22"],
    ["a night that begins a month", "2026-12-01T00:00:00", "2026-11-30"],
    ["a night that begins a year", "2027-01-01T01:00:00", "2026-12-31"],
    ["a night behind a leap day", "2024-03-01T02:00:00", "2024-02-29"],
  ])("%s", (_, local, date) => expect(dateOfDay(practiceDay({ local, utcOffset: 480 }))).toBe(date));

  it("is the wall's own, wherever, whenever, and whatever its clock does that night", () =>
    always(
      fc.record({ moment: anyMoment, zone: anyZone, lateHour: anyLateHour }),
      ({ moment, zone, lateHour }) => {
        const wall = wallAt(moment, zone);
        expect(dateOfDay(practiceDay(wall, lateHour))).toBe(countsFor(wall, lateHour));
      },
      2_000,
    ));

  it.each([
    ["Europe/Berlin", Date.UTC(2026, 2, 28, 12), "2026-03-28"],
    ["Europe/Berlin", Date.UTC(2026, 9, 24, 12), "2026-10-24"],
    ["America/New_York", Date.UTC(2026, 2, 7, 17), "2026-03-07"],
    ["America/New_York", Date.UTC(2026, 9, 31, 17), "2026-10-31"],
    ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 2), "2026-04-04"],
    ["Australia/Lord_Howe", Date.UTC(2026, 9, 3, 2), "2026-10-03"],
  ])("is one unbroken stretch in %s from %d on, over the change of clocks", (zone, noon, date) => {
    const days = Array.from({ length: 24 * 60 }, (_, minute) =>
      dateOfDay(practiceDay(wallAt(noon + minute * 60_000, zone))),
    );
    expect(days).toEqual([...days].sort()); // never back
    expect([...new Set(days)]).toEqual([date, dayAfter(date)]);
  });
});
