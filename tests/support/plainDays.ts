import fc from "fast-check";
import type { LocalTime } from "../../src/lib/day.ts";

/*
 * Dates in the plainest way there is: as they are written, with the lengths of the months from a table. Nothing here
 * knows of milliseconds or of `src/lib/calendarDay.ts`, which is tested against it.
 */

export const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const parts = (date: string): [number, number, number] => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return [year, month, day];
};

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

export function dayAfter(date: string): string {
  const [year, month, day] = parts(date);
  if (day < monthLength(year, month)) return written(year, month, day + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

export function dayBefore(date: string): string {
  const [year, month, day] = parts(date);
  if (day > 1) return written(year, month, day - 1);
  return month > 1 ? written(year, month - 1, monthLength(year, month - 1)) : written(year - 1, 12, 31);
}

/** Sunday is 7. Sakamoto's table, which a person can check with a pencil. */
export function weekdayOfDate(date: string): number {
  const [year, month, day] = parts(date);
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const sundayIs0 = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return sundayIs0 === 0 ? 7 : sundayIs0;
}

export function mondayBefore(date: string): string {
  let monday = date;
  while (weekdayOfDate(monday) !== 1) monday = dayBefore(monday);
  return monday;
}

/** The date a moment counts for: the wall's own, or the one before it while the night is not over. */
export function countsFor({ local }: LocalTime, lateHour: number): string {
  const [date = "", clock = ""] = local.split("T");
  return Number(clock.slice(0, 2)) < lateHour ? dayBefore(date) : date;
}

/** Places whose clocks do all that clocks do: half and quarter hours, both hemispheres, a change of half an hour. */
export const zones = [
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Adelaide",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "UTC",
] as const;

const walls = new Map<string, Intl.DateTimeFormat>();

/** What the wall showed somewhere, by the time zone database rather than by arithmetic of our own. */
export function wallAt(epoch: number, zone: string): LocalTime {
  const format =
    walls.get(zone) ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  walls.set(zone, format);
  const part = Object.fromEntries(
    format.formatToParts(new Date(epoch)).map(({ type, value }) => [type, value]),
  );
  const local = `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
  const second = Math.floor(epoch / 1000) * 1000;
  return { local, utcOffset: Math.round((Date.parse(`${local}Z`) - second) / 60_000) };
}

/** Moments of six years with two leap days, many of them in the nights when clocks change. */
export const anyMoment: fc.Arbitrary<number> = fc.oneof(
  fc
    .integer({ min: Date.UTC(2023, 0, 1) / 1000, max: Date.UTC(2028, 11, 31) / 1000 })
    .map((second) => second * 1000),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 2, 29, 1), // Berlin, forward
        Date.UTC(2026, 9, 25, 1), // Berlin, back
        Date.UTC(2026, 2, 8, 7), // New York, forward
        Date.UTC(2026, 10, 1, 6), // New York, back
        Date.UTC(2026, 3, 4, 15), // Lord Howe, back by half an hour
        Date.UTC(2026, 9, 3, 15, 30), // Lord Howe, forward
        Date.UTC(2024, 1, 29, 0), // a leap day
        Date.UTC(2027, 11, 31, 20), // a new year
      ),
      fc.integer({ min: -20 * 3600, max: 20 * 3600 }),
    )
    .map(([around, seconds]) => around + seconds * 1000),
);

export const anyZone = fc.constantFrom(...zones);
export const anyLateHour = fc.constantFrom(0, 3, 4, 4, 4, 6, 23);
