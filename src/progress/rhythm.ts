import { type Day, day, daysAfter, mondayOf, type Weekday, weekdayOf, weekdays } from "../lib/calendarDay.ts";
import { goalIn, type RhythmSettings } from "./goal.ts";
import type { Practice } from "./practice.ts";
import { strengthOver } from "./strength.ts";

/** A reserve week is earned by this many kept weeks. */
export const KEPT_FOR_RESERVE = 4;
/** More reserve weeks are not held at once. */
export const MOST_RESERVES = 2;

/** How a week went. `reserve`: not kept, and a reserve week stood in; `open`: it is this week, and not kept yet. */
export type WeekOutcome = "kept" | "reserve" | "missed" | "open";
export type Week = Readonly<{ monday: Day; goal: number; done: number; outcome: WeekOutcome }>;

/** One day of this week. */
export type Dot = Readonly<{
  day: Day;
  weekday: Weekday;
  /** Drills and field reps that count. */
  done: number;
  /** Its user means to practise on this day. */
  planned: boolean;
  when: "past" | "today" | "coming";
}>;

export type Rhythm = Readonly<{
  /** The day it is told for, see `rhythmOf`. */
  today: Day;
  /** Monday to Sunday. */
  dots: readonly Dot[];
  thisWeek: Week;
  /** From the first practice to this week, oldest first, none left out. Empty before the first practice. */
  weeks: readonly Week[];
  /** Kept weeks without a miss between them; a week that a reserve stood in for neither counts nor ends it. */
  weeksInARow: number;
  longestWeeksInARow: number;
  /** Reserve weeks at hand, 0 to 2. */
  reserves: number;
  /** Kept weeks until the next reserve week, 1 to 4; null when there are two. */
  untilReserve: number | null;
  /** Days with practice up to today; today itself may still come. */
  daysInARow: number;
  /** Strength of the habit in [0, 1], see `strengthOver`. */
  strength: number;
  /** The first day of practice; null before it. */
  since: Day | null;
}>;

/**
 * The rhythm, derived from what was practised every time it is asked for.
 *
 * Each kept week saves up for reserve weeks (four make one, two at most); a week that is not kept takes one, if there
 * is one. While both are there nothing more is saved up. What was saved towards the next outlasts a break.
 * @param wall the user's day by the clock on the wall. Who flies west after practising is a day behind their own
 *             practice; then the rhythm is told for that day, since nothing earned is taken away by a journey. Practice
 *             further ahead than a day (a wrong clock, an import) waits for its day.
 */
export function rhythmOf(practice: Practice, settings: RhythmSettings, wall: Day): Rhythm {
  const tomorrow = daysAfter(wall, 1);
  const today = practice.has(tomorrow) ? tomorrow : wall;
  const done = [...practice.keys()].filter((key) => key <= today);
  const first = done.length > 0 ? day(done.reduce((a: number, b) => Math.min(a, b), today)) : null;
  const { weeks, ...row } = weeksOf(practice, settings, first, today);
  const monday = mondayOf(today);
  const thisWeek = weeks.at(-1) ?? weekOf(practice, settings, monday, today);
  return {
    today,
    dots: dotsOf(practice, settings, today),
    thisWeek,
    weeks,
    ...row,
    daysInARow: daysInARow(practice, today),
    strength:
      first === null
        ? 0
        : (strengthOver(practice, (at) => goalIn(settings, mondayOf(at)).goal, first, today).at(-1) ?? 0),
    since: first,
  };
}

/** A week by itself: `missed` here becomes `reserve` when one stands in. */
function weekOf(practice: Practice, settings: RhythmSettings, monday: Day, today: Day): Week {
  const { goal } = goalIn(settings, monday);
  const days = weekdays.map((weekday) => daysAfter(monday, weekday - 1)).filter((at) => at <= today);
  const done = days.reduce((sum, at) => sum + (practice.get(at) ?? 0), 0);
  const outcome = done >= goal ? "kept" : mondayOf(today) === monday ? "open" : "missed";
  return { monday, goal, done, outcome };
}

type Row = Pick<Rhythm, "weeks" | "weeksInARow" | "longestWeeksInARow" | "reserves" | "untilReserve">;

function weeksOf(practice: Practice, settings: RhythmSettings, first: Day | null, today: Day): Row {
  const weeks: Week[] = [];
  let [row, longest, saved] = [0, 0, 0];
  for (
    let monday = first === null ? null : mondayOf(first);
    monday !== null && monday <= today;
    monday = daysAfter(monday, 7)
  ) {
    const week = weekOf(practice, settings, monday, today);
    const stoodIn = week.outcome === "missed" && saved >= KEPT_FOR_RESERVE;
    if (week.outcome === "kept") {
      row += 1;
      saved = Math.min(saved + 1, KEPT_FOR_RESERVE * MOST_RESERVES);
    } else if (stoodIn) saved -= KEPT_FOR_RESERVE;
    else if (week.outcome === "missed") row = 0;
    longest = Math.max(longest, row);
    weeks.push(stoodIn ? { ...week, outcome: "reserve" } : week);
  }
  const reserves = Math.floor(saved / KEPT_FOR_RESERVE);
  return {
    weeks,
    weeksInARow: row,
    longestWeeksInARow: longest,
    reserves,
    untilReserve: reserves === MOST_RESERVES ? null : KEPT_FOR_RESERVE - (saved % KEPT_FOR_RESERVE),
  };
}

function dotsOf(practice: Practice, settings: RhythmSettings, today: Day): Dot[] {
  const monday = mondayOf(today);
  const { days } = goalIn(settings, monday);
  return weekdays.map((weekday) => {
    const at = daysAfter(monday, weekday - 1);
    const when = at < today ? "past" : at === today ? "today" : "coming";
    const done = at <= today ? (practice.get(at) ?? 0) : 0;
    return { day: at, weekday: weekdayOf(at), done, planned: days.includes(weekday), when };
  });
}

function daysInARow(practice: Practice, today: Day): number {
  let last = practice.has(today) ? today : daysAfter(today, -1);
  let count = 0;
  for (; practice.has(last); last = daysAfter(last, -1)) count += 1;
  return count;
}
