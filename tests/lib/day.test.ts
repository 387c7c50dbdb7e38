import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, epochOf, localTime } from "../../src/lib/day.ts";
import { always } from "../support/builders.ts";

const saturday = Date.UTC(2026, 10, 21, 1, 30); // 01:30 in Greenwich

describe("a moment as the wall showed it", () => {
  it.each([
    ["Shanghai", 480, "2026-11-21T09:30:00"],
    ["London", 0, "2026-11-21T01:30:00"],
    ["New York", -300, "2026-11-20T20:30:00"],
    ["Kathmandu", 345, "2026-11-21T07:15:00"],
    ["Kiritimati", 840, "2026-11-21T15:30:00"],
  ])("in %s", (_, utcOffset, local) => expect(localTime(saturday, utcOffset)).toEqual({ local, utcOffset }));
  it("is told to the second", () =>
    expect(localTime(saturday + 59_999, 480).local).toBe("2026-11-21T09:30:59"));
  it("goes back to the same moment, wherever it was", () =>
    always(
      fc.record({
        second: fc.integer({ min: 0, max: 4_102_444_800 }), // 1970 to 2100
        utcOffset: fc.integer({ min: -720, max: 840 }),
      }),
      ({ second, utcOffset }) => expect(epochOf(localTime(second * 1000, utcOffset))).toBe(second * 1000),
    ));
  it("keeps its day when its speaker travels", () => {
    const night = localTime(Date.UTC(2026, 10, 20, 23, 0), 480); // seven in the morning in Shanghai
    expect(night.local.slice(0, 10)).toBe("2026-11-21");
    expect(epochOf(night)).toBeLessThan(epochOf(localTime(Date.UTC(2026, 10, 21, 0, 0), -300)));
  });
});

describe("the day's number", () => {
  it("is the date, and a seed everyone shares", () => {
    expect(dayNumber(localTime(saturday, 480))).toBe(20_261_121);
    expect(dayNumber(localTime(saturday, -300))).toBe(20_261_120);
    expect(dayNumber({ local: "2027-01-02T00:00:00", utcOffset: 0 })).toBe(20_270_102);
  });
  it("changes at midnight", () => {
    const midnight = Date.UTC(2026, 11, 31, 16, 0); // in Shanghai
    expect(dayNumber(localTime(midnight - 1, 480))).toBe(20_261_231);
    expect(dayNumber(localTime(midnight, 480))).toBe(20_270_101);
  });
});
