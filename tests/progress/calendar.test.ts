import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { dateOfDay, dayOfDate, type Weekday, weekdayOf, weekdays } from "../../src/lib/calendarDay.ts";
import { epochOf } from "../../src/lib/day.ts";
import { rehearsalFile, weeklySlotFile } from "../../src/progress/calendar.ts";
import { calendarText } from "../../src/progress/iCalendar.ts";
import { always, uuid } from "../support/builders.ts";
import { anyMoment, anyZone, wallAt, weekdayOfDate } from "../support/plainDays.ts";

const stamp = Date.UTC(2026, 10, 20, 8, 0, 0);
const words = { summary: "Ten minutes without a script", description: "One button; a title, and go." };
const slot = { days: [6, 7] as Weekday[], time: "09:00", minutes: 10, remindBefore: 15 };

/** The file as another program reads it. */
const events = (file: string): ICAL.Event[] => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
};
const only = (file: string): ICAL.Event => {
  const [event] = events(file);
  if (!event) throw new Error("no event");
  return event;
};
const octets = (line: string): number => new TextEncoder().encode(line).length;

const once = { start: { epoch: stamp }, minutes: 10, weeklyOn: null, remindBefore: null };

describe("an .ics file", () => {
  it("says any text, in any writing, in lines of 75 octets at most", () =>
    always(
      fc.record({
        summary: fc.string({ unit: "grapheme", maxLength: 200 }),
        description: fc.string({
          unit: fc.constantFrom("汉", "é", "😀", "\n", "\\", ";", ",", "n", "N", ":", '"', " "),
          maxLength: 300,
        }),
        uid: fc.uuid(),
      }),
      ({ summary, description, uid }) => {
        const file = calendarText([{ uid, summary, description, ...once }], stamp);
        const lines = file.split("\r\n");
        expect(lines.at(-1)).toBe("");
        for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const event = only(file);
        expect(event.uid).toBe(uid);
        // The reader leaves white space at the ends as it is; control characters are not ours to keep.
        expect(event.summary).toBe(summary.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, ""));
        expect(event.description ?? "").toBe(description);
      },
      500,
    ));

  it("never cuts a character in two, and joins to what it was", () => {
    const file = calendarText([{ uid: "a", summary: "😀".repeat(60), description: "", ...once }], stamp);
    expect(file).not.toContain("\ufffd");
    expect(Buffer.from(file, "utf8").toString("utf8")).toBe(file);
    expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:${"😀".repeat(60)}\r\n`);
  });

  it.each(["汉", "é", "😀", "a"])("counts octets, not characters: a long line of %s", (char) => {
    const file = calendarText([{ uid: "a", summary: char.repeat(200), description: "", ...once }], stamp);
    const widths = file.split("\r\n").map(octets);
    expect(Math.max(...widths)).toBeLessThanOrEqual(75);
    expect(widths.filter((width) => width > 70).length).toBeGreaterThan(1); // and no shorter than they have to be
    expect(only(file).summary).toBe(char.repeat(200));
  });

  it("leaves out what may not stand in a text", () =>
    expect(
      only(
        calendarText([{ uid: "a", summary: "a\u0000b\u0007c\ud800d\r\ne", description: "", ...once }], stamp),
      ).summary,
    ).toBe("abcd\ne"));

  it("is this, to the letter", () =>
    expect(weeklySlotFile(slot, dayOfDate("2026-11-18"), words, stamp).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Offscript//Offscript//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:weekly-slot@offscript",
      "DTSTAMP:20261120T080000Z",
      "DTSTART:20261121T090000",
      "DURATION:PT10M",
      "RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=SA,SU",
      "SUMMARY:Ten minutes without a script",
      "DESCRIPTION:One button\\; a title\\, and go.",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT15M",
      "DESCRIPTION:Ten minutes without a script",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]));
});

describe("the weekly slot", () => {
  it("comes on its days, on all of them and on no other, at its time of the wall, from its first day on", () =>
    always(
      fc.record({
        days: fc.subarray([...weekdays], { minLength: 1 }),
        from: fc.integer({ min: dayOfDate("2026-01-01"), max: dayOfDate("2028-12-31") }),
        hour: fc.integer({ min: 0, max: 23 }),
      }),
      ({ days, from, hour }) => {
        const time = `${String(hour).padStart(2, "0")}:30`;
        const file = weeklySlotFile(
          { ...slot, days, time },
          from as ReturnType<typeof dayOfDate>,
          words,
          stamp,
        );
        const event = only(file);
        expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone); // floating: no zone of its own
        const expected: string[] = [];
        for (let ahead = 0; expected.length < 12; ahead++) {
          const date = dateOfDay((from + ahead) as ReturnType<typeof dayOfDate>);
          if (days.includes(weekdayOfDate(date) as Weekday)) expected.push(`${date}T${time}:00`);
        }
        const iterator = event.iterator();
        expect(Array.from({ length: 12 }, () => iterator.next().toString())).toEqual(expected);
        expect(event.duration.toSeconds()).toBe(600);
      },
      100,
    ));

  it.each([
    ["without a day", { ...slot, days: [] }],
    ["at no time", { ...slot, time: "24:00" }],
    ["at half a time", { ...slot, time: "9:00" }],
  ])("is refused %s", (_, bad) =>
    expect(() => weeklySlotFile(bad, dayOfDate("2026-11-18"), words, stamp)).toThrow(RangeError),
  );
});

describe("a rehearsal in the calendar", () => {
  it("is the talk at its moment wherever it is read, and a whole day for each run", () =>
    always(fc.record({ moment: anyMoment, zone: anyZone }), ({ moment, zone }) => {
      const at = wallAt(moment, zone);
      const day = dayOfDate("2026-11-18");
      const file = rehearsalFile(
        {
          id: uuid(1),
          at,
          length: 1_790,
          talk: words,
          runs: [{ day, step: 1, words: { summary: "Run 1", description: "" } }],
        },
        stamp,
      );
      const [run, talk] = events(file);
      expect(run?.startDate).toMatchObject({ isDate: true, year: 2026, month: 11, day: 18 });
      expect(weekdayOf(day)).toBe(3);
      expect(talk?.startDate.toJSDate().getTime()).toBe(epochOf(at));
      expect(talk?.startDate.zone.tzid).toBe("UTC");
      expect(talk?.duration.toSeconds()).toBe(1_800);
      expect(new Set(events(file).map(({ uid }) => uid)).size).toBe(2);
    }));
});
