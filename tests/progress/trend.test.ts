import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dateOfDay, dayOfDate, daysAfter } from "../../src/lib/calendarDay.ts";
import { localTime } from "../../src/lib/day.ts";
import type { CueFact, TakeFacts } from "../../src/progress/facts.ts";
import { recoveryByKind } from "../../src/progress/recoveryByKind.ts";
import {
  inLanguage,
  trendOf,
  trendsOf,
  valuesOf,
  weeklySpreads,
  withGaps,
} from "../../src/progress/trend.ts";
import { always, uuid } from "../support/builders.ts";
import { facts, type Told } from "../support/history.ts";
import { mondayBefore } from "../support/plainDays.ts";

const monday = dayOfDate("2026-01-05");
const at = (week: number, value: number) => ({ day: daysAfter(monday, week * 7 + 5), value });

/** A take on the Saturday of a week. */
const onWeek = (week: number, changes: Partial<Told> = {}): TakeFacts =>
  facts({
    id: uuid(100 + week),
    started: localTime(Date.parse(`${dateOfDay(daysAfter(monday, week * 7 + 5))}T10:00:00Z`), 0),
    ...changes,
  });
const cue = (kind: string, recovery: number | null, held = false): CueFact => ({
  kind,
  at: 10,
  recovery,
  held,
});

describe("a trend by week", () => {
  it("puts every value into the week of its Monday, once", () =>
    always(
      fc.array(
        fc.record({
          day: fc.integer({ min: 19_000, max: 21_000 }).map((n) => n as Day),
          value: fc.integer({ min: 0, max: 9 }),
        }),
        { maxLength: 60 },
      ),
      (values) => {
        const plain = new Map<string, number[]>();
        for (const { day, value } of values) {
          const week = mondayBefore(dateOfDay(day));
          plain.set(week, [...(plain.get(week) ?? []), value]);
        }
        const weeks = weeklySpreads(values);
        expect(weeks.map((week) => [dateOfDay(week.monday), week.count])).toEqual(
          [...plain].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, all]) => [week, all.length]),
        );
        for (const week of weeks) {
          const all = plain.get(dateOfDay(week.monday)) ?? [];
          expect(week.lower).toBeGreaterThanOrEqual(Math.min(...all));
          expect(week.upper).toBeLessThanOrEqual(Math.max(...all));
        }
        const filled = withGaps(weeks);
        expect(filled.filter(({ count }) => count > 0)).toEqual(weeks);
        for (const [index, week] of filled.entries())
          expect(week.monday).toBe((filled[0]?.monday ?? 0) + index * 7);
      },
    ));

  it("says it falls when it does, with the line's ends on the first and last week", () => {
    const { line } = trendOf([4, 3.8, 3.7, 3.1, 3, 2.6, 2.5, 2.1].map((value, week) => at(week, value)));
    expect(line).toMatchObject({ change: "falling", from: { monday }, to: { monday: monday + 49 } });
    expect(line?.from.value).toBeGreaterThan(3.7);
    expect(line?.to.value).toBeLessThan(2.4);
    expect((line?.to.value ?? 0) - (line?.from.value ?? 0)).toBeCloseTo(7 * (line?.slope ?? 0), 9);
  });

  it("counts weeks by the calendar, not by how many have values", () => {
    const { line } = trendOf([at(0, 4), at(1, 3.5), at(2, 3), at(10, -1), at(11, -1.5), at(12, -2)]);
    expect(line?.slope).toBeCloseTo(-0.5, 9);
  });

  it.each([
    ["it goes up and down", [3, 2, 4, 3, 2, 4, 3, 3]],
    ["there are only five weeks", [5, 4, 3, 2, 1]],
    ["nothing changes", [3, 3, 3, 3, 3, 3]],
    ["there is one week", [3]],
  ])("says no clear change when %s", (_, values) => {
    const { line } = trendOf(values.map((value, week) => at(week, value)));
    expect(line?.change ?? "unclear").toBe("unclear");
  });

  it("is none of nothing", () => expect(trendOf([])).toEqual({ weeks: [], line: null }));

  it("is followed for each scale and measure that is known, in one language", () => {
    const takes = [
      onWeek(0, { rating: { opening: 3 }, measures: { speechRate: 4 } }),
      onWeek(1, { rating: { opening: 4, close: 2 } }),
      onWeek(2, { language: "zh-CN", measures: { loudness: 9 } }),
    ];
    const trends = trendsOf(inLanguage(takes, "en"));
    expect(trends.map(({ of, weeks }) => [of, weeks.length])).toEqual([
      ["opening", 2],
      ["close", 1],
      ["speechRate", 1],
    ]);
    expect(valuesOf(takes, "loudness")).toEqual([{ day: daysAfter(monday, 19), value: 9 }]);
  });
});

describe("recovery by kind of cue", () => {
  const cutIns = (count: number) => Array.from({ length: count }, (_, index) => cue("cut-in", index + 1));

  it("has a median from the sixth cue on", () => {
    const [five] = recoveryByKind([onWeek(0, { cues: cutIns(5) })]);
    expect(five?.spread).toBeNull();
    const [six] = recoveryByKind([onWeek(0, { cues: cutIns(6) })]);
    expect(six?.spread).toEqual({ count: 6, median: 3.5, lower: 2.25, upper: 4.75 });
  });

  it("counts what held and what is unknown beside it, not in it", () => {
    const cues = [...cutIns(6), cue("cut-in", null, true), cue("cut-in", null)];
    expect(recoveryByKind([onWeek(0, { cues })])[0]).toMatchObject({
      held: 1,
      unknown: 1,
      spread: { count: 6, median: 3.5 },
    });
  });

  it("tells the kinds apart, oldest first, and leads back to every sound", () => {
    const later = onWeek(3, { cues: [cue("blank", 2), cue("cut-in", 1)] });
    const sooner = onWeek(1, { cues: [cue("cut-in", 3)] });
    expect(
      recoveryByKind([later, sooner]).map(({ kind, cues }) => [
        kind,
        cues.map(({ take, at: s }) => [take, s]),
      ]),
    ).toEqual([
      ["blank", [[later.id, 10]]],
      [
        "cut-in",
        [
          [sooner.id, 10],
          [later.id, 10],
        ],
      ],
    ]);
  });

  it("says it gets shorter when it does", () => {
    const takes = Array.from({ length: 8 }, (_, week) =>
      onWeek(week, { cues: [cue("cut-in", 4 - week * 0.3)] }),
    );
    expect(recoveryByKind(takes)[0]?.trend.line?.change).toBe("falling");
  });
});
