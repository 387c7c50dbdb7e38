/** A moment as the user's wall showed it, kept with its offset so that travel never moves a take to another day. */
export type LocalTime = Readonly<{
  /** ISO 8601 without zone, to the second: `2026-11-21T09:30:00`. */
  local: string;
  /** Minutes that local time is ahead of UTC: +480 in Shanghai, -300 in New York in winter. */
  utcOffset: number;
}>;

/**
 * Local time at an epoch.
 * @param epoch     milliseconds since 1970 UTC
 * @param utcOffset minutes ahead of UTC at that moment and place
 */
export function localTime(epoch: number, utcOffset: number): LocalTime {
  return { local: new Date(epoch + utcOffset * 60_000).toISOString().slice(0, 19), utcOffset };
}

/** Back to milliseconds since 1970 UTC, for sorting across time zones. */
export const epochOf = ({ local, utcOffset }: LocalTime): number =>
  Date.parse(`${local}Z`) - utcOffset * 60_000;

/** The day on the user's wall, counted from 1970-01-01: for distances between days. */
export const dayCount = ({ local }: LocalTime): number =>
  Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** The day's number, as a seed everyone shares on that date: `20261121`. */
export const dayNumber = ({ local }: LocalTime): number => Number(local.slice(0, 10).replaceAll("-", ""));
