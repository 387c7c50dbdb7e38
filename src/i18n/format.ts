import type { LocalTime } from "../lib/day.ts";
import type { Language } from "../prompts/deck.ts";

/** A length as a clock shows it: `1:05`. Rounded down, as clocks are. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A length in words: `90 sec` and `2 min`, `90秒` and `2分钟`. */
export function lengthText(seconds: number, language: Language): string {
  const minutes = seconds >= 120 && seconds % 60 === 0;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: minutes ? "minute" : "second",
    unitDisplay: "short",
    maximumFractionDigits: seconds < 10 ? 1 : 0,
  }).format(minutes ? seconds / 60 : seconds);
}

/** The day and time a take was recorded, as the wall showed it there. */
export function dateText({ local }: LocalTime, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(new Date(`${local}Z`));
}

/** A day without its time: `Nov 21, 2026`. It is counted from 1970-01-01, see `dayCount`. */
export const dayText = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(day * 86_400_000),
  );

export const numberText = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);

/** A number that was measured, always with as many digits after the point: `4.0`. */
export const fixedText = (value: number, digits: number, language: Language): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

/** A file's size: `1.4 MB`. Decimal units, as systems show them. */
export function sizeText(bytes: number, language: Language): string {
  const units = ["kilobyte", "megabyte", "gigabyte"] as const;
  const step = bytes < 999_950 ? 0 : bytes < 999_950_000 ? 1 : 2; // where rounding would say 1,000
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step] ?? "byte",
    maximumFractionDigits: 1,
  }).format(bytes / 10 ** (3 * (step + 1)));
}
