import { type Day, dateOfDay, daysAfter, type Weekday, weekdayOf, weekdays } from "../lib/calendarDay.ts";
import { epochOf, type LocalTime } from "../lib/day.ts";
import { type CalendarEvent, calendarText } from "./iCalendar.ts";

/** What an event says, in the user's language. */
export type EventWords = Readonly<{ summary: string; description: string }>;

const NAMES: Readonly<Record<Weekday, string>> = {
  1: "MO",
  2: "TU",
  3: "WE",
  4: "TH",
  5: "FR",
  6: "SA",
  7: "SU",
};

/**
 * The weekly slot, on each of its days, at the same time of the wall wherever one is.
 * @param days   at least one
 * @param time   `09:00`
 * @param from   no day before it
 * @param stamp  when the file is made, in milliseconds since 1970 UTC
 * @throws RangeError without a day, or when the time is none
 */
export function weeklySlotFile(
  slot: Readonly<{ days: readonly Weekday[]; time: string; minutes: number; remindBefore: number | null }>,
  from: Day,
  words: EventWords,
  stamp: number,
): string {
  const days = weekdays.filter((weekday) => slot.days.includes(weekday));
  // The rule's first day has to be one of its own: calendars would show a day that is none of them otherwise.
  const first = weekdays
    .map((_, ahead) => daysAfter(from, ahead))
    .find((day) => days.includes(weekdayOf(day)));
  if (first === undefined) throw new RangeError("weeklySlotFile: a slot needs a day");
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(slot.time)) throw new RangeError(`weeklySlotFile: ${slot.time}`);
  const event: CalendarEvent = {
    uid: "weekly-slot@offscript",
    start: { floating: `${dateOfDay(first)}T${slot.time}:00` },
    minutes: slot.minutes,
    ...words,
    weeklyOn: days.map((day) => NAMES[day]),
    remindBefore: slot.remindBefore,
  };
  return calendarText([event], stamp);
}

/** A rehearsal as a calendar needs it: the talk at its moment, and the days of the runs to come. */
export type RehearsalDates = Readonly<{
  id: string;
  at: LocalTime;
  /** Seconds. */
  length: number;
  talk: EventWords;
  runs: readonly Readonly<{ day: Day; step: number; words: EventWords }>[];
}>;

/**
 * The talk and its runs. The talk is a moment and stays one on a journey; a run is meant for a day, at whatever hour.
 * @param stamp when the file is made, in milliseconds since 1970 UTC
 */
export function rehearsalFile({ id, at, length, talk, runs }: RehearsalDates, stamp: number): string {
  const once = { weeklyOn: null, remindBefore: null };
  return calendarText(
    [
      ...runs.map(({ day, step, words }) => ({
        uid: `${id}-run-${step}@offscript`,
        start: { date: dateOfDay(day) },
        minutes: null,
        ...words,
        ...once,
      })),
      {
        uid: `${id}@offscript`,
        start: { epoch: epochOf(at) },
        minutes: Math.ceil(length / 60),
        ...talk,
        ...once,
      },
    ],
    stamp,
  );
}
