import { type Day, daysAfter, mondayOf } from "../lib/calendarDay.ts";
import type { Language } from "../prompts/deck.ts";
import { type Scale, scales } from "../store/take.ts";
import { type MeasureName, measureNames, type TakeFacts } from "./facts.ts";
import { type Spread, spreadOf, theilSen } from "./robust.ts";

/** One value on the day it was measured. */
export type Dated = Readonly<{ day: Day; value: number }>;

/** The values of one week. */
export type WeekSpread = Spread & Readonly<{ monday: Day }>;

/** A straight line through the weekly medians, and what may be said of it. */
export type TrendLine = Readonly<{
  from: Readonly<{ monday: Day; value: number }>;
  to: Readonly<{ monday: Day; value: number }>;
  /** Change in a week, and its 95 % interval; null with fewer than six weeks. */
  slope: number;
  interval: readonly [low: number, high: number] | null;
  /** `unclear` as long as the interval holds 0, or is not known: then nothing else may be said. */
  change: "rising" | "falling" | "unclear";
}>;

export type Trend = Readonly<{ weeks: readonly WeekSpread[]; line: TrendLine | null }>;

/** Median and quartiles of each week that has a value, oldest first. */
export function weeklySpreads(values: readonly Dated[]): WeekSpread[] {
  const byWeek = new Map<Day, number[]>();
  for (const { day, value } of values) {
    const monday = mondayOf(day);
    const week = byWeek.get(monday);
    if (week) week.push(value);
    else byWeek.set(monday, [value]);
  }
  return [...byWeek]
    .sort(([a], [b]) => a - b)
    .flatMap(([monday, week]) => {
      const spread = spreadOf(week);
      return spread ? [{ monday, ...spread }] : [];
    });
}

/**
 * The line through weekly medians: each week has one voice, since the takes of one sitting are not independent of each
 * other. Null with fewer than two weeks.
 */
export function trendLine(weeks: readonly WeekSpread[]): TrendLine | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  const line = theilSen(weeks.map(({ monday, median }) => ({ x: (monday - first.monday) / 7, y: median })));
  if (!line) return null;
  const { slope, intercept, interval } = line;
  const change = interval === null || (interval[0] <= 0 && interval[1] >= 0) ? "unclear" : undefined;
  return {
    from: { monday: first.monday, value: intercept },
    to: { monday: last.monday, value: intercept + (slope * (last.monday - first.monday)) / 7 },
    slope,
    interval,
    change: change ?? (slope > 0 ? "rising" : "falling"),
  };
}

export function trendOf(values: readonly Dated[]): Trend {
  const weeks = weeklySpreads(values);
  return { weeks, line: trendLine(weeks) };
}

/** What can be followed: a rated scale or a measure. */
export type Followed = Scale | MeasureName;

/** The takes of one language: what is measured in two of them is never held against each other. */
export const inLanguage = (takes: readonly TakeFacts[], language: Language): TakeFacts[] =>
  takes.filter((take) => take.language === language);

/** All that is known of a scale or a measure, in the order of the takes. */
export function valuesOf(takes: readonly TakeFacts[], what: Followed): Dated[] {
  const values: Dated[] = [];
  for (const { rating, measures, day } of takes) {
    const value = isScale(what) ? rating?.[what] : measures[what];
    if (value !== undefined) values.push({ day, value });
  }
  return values;
}

const isScale = (what: Followed): what is Scale => (scales as readonly string[]).includes(what);

/** The trends of one language's takes: every scale and measure of which anything is known. */
export const trendsOf = (takes: readonly TakeFacts[]): readonly (Trend & Readonly<{ of: Followed }>)[] =>
  [...scales, ...measureNames].flatMap((of) => {
    const trend = trendOf(valuesOf(takes, of));
    return trend.weeks.length > 0 ? [{ of, ...trend }] : [];
  });

/** The weeks of a trend with the empty ones between them, for a chart that shows gaps as gaps. */
export function withGaps(
  weeks: readonly WeekSpread[],
): readonly (WeekSpread | Readonly<{ monday: Day; count: 0 }>)[] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return [];
  const known = new Map(weeks.map((week) => [week.monday, week]));
  const length = (last.monday - first.monday) / 7 + 1;
  return Array.from({ length }, (_, index) => {
    const monday = daysAfter(first.monday, index * 7);
    return known.get(monday) ?? { monday, count: 0 as const };
  });
}
