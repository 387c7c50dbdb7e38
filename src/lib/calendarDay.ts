import type { LocalTime } from "./day.ts";

/**
 * A day on the calendar as a number: days since 1970-01-01, which was a Thursday. It has no time zone, so that weeks
 * and gaps are whole numbers whatever clocks do.
 */
declare const calendarDay: unique symbol;
export type Day = number & { readonly [calendarDay]: true };

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

const MS_A_DAY = 86_400_000;
/** 1970-01-01 was the fourth day of its week. */
const THURSDAY = 3;

const floorMod = (value: number, by: number): number => ((value % by) + by) % by;

/** Marks a whole number as a day. */
export const day = (value: number): Day => value as Day;

export const daysAfter = (from: Day, days: number): Day => day(from + days);

/** Whether that is a date there is: `2024-02-29` is, `2026-02-29` is not. */
export const isDate = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) &&
  Number.isFinite(Date.parse(date)) &&
  new Date(date).toISOString().startsWith(date);

/**
 * The day of a date.
 * @param date `2026-11-21`
 * @throws RangeError when there is no such date
 */
export function dayOfDate(date: string): Day {
  if (!isDate(date)) throw new RangeError(`dayOfDate: there is no ${date}`);
  return day(Date.parse(date) / MS_A_DAY);
}

/** Back to a date: `2026-11-21`. */
export const dateOfDay = (of: Day): string => new Date(of * MS_A_DAY).toISOString().slice(0, 10);

export const weekdayOf = (of: Day): Weekday => (floorMod(of + THURSDAY, 7) + 1) as Weekday;

/** The Monday of its week. */
export const mondayOf = (of: Day): Day => day(of - floorMod(of + THURSDAY, 7));

/** When a day ends unless its user says otherwise: four in the morning. */
export const LATE_HOUR = 4;

/**
 * The day that a moment belongs to for its user: who speaks at one in the morning is still in yesterday. It follows
 * from the wall's own time alone, so neither a journey nor a change of clocks moves it.
 * @param lateHour whole hours after midnight at which the next day begins, 0 to 23
 */
export const practiceDay = ({ local }: LocalTime, lateHour: number = LATE_HOUR): Day =>
  day(Math.floor((Date.parse(`${local}Z`) - lateHour * 3_600_000) / MS_A_DAY));
