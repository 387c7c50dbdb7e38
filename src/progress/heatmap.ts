import {
  type Day,
  dateOfDay,
  dayOfDate,
  daysAfter,
  mondayOf,
  type Weekday,
  weekdayOf,
} from "../lib/calendarDay.ts";
import type { TakeFacts } from "./facts.ts";
import type { Practice } from "./practice.ts";

/** Darkness of a cell: 0 nothing, 4 ten minutes or more. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;

export type HeatCell = Readonly<{
  day: Day;
  /** `2026-11-21` */
  date: string;
  /** Column: weeks since the year's first, which may begin in the year before. */
  week: number;
  /** Row: 1 is Monday. */
  weekday: Weekday;
  takes: number;
  /** Seconds spoken. */
  spoken: number;
  /** Drills and field reps that count for the rhythm. */
  practice: number;
  level: HeatLevel;
}>;

/** Seconds from which a cell is of level 2, 3 and 4: a title, half a drill, a drill. */
const STEPS = [120, 300, 600] as const;

/** A day with practice has a colour, however little was recorded: a field rep is heard by people, not by us. */
function levelOf(takes: number, spoken: number, practice: number): HeatLevel {
  const level = STEPS.filter((step) => spoken >= step).length + 1;
  return takes === 0 && practice === 0 ? 0 : (Math.max(level, practice > takes ? 2 : 1) as HeatLevel);
}

/** Every day of a calendar year, 365 or 366 cells, first to last. */
export function yearCells(
  year: number,
  takes: readonly Pick<TakeFacts, "day" | "spoken">[],
  practice: Practice,
): HeatCell[] {
  const first = dayOfDate(`${String(year).padStart(4, "0")}-01-01`);
  const length = dayOfDate(`${String(year + 1).padStart(4, "0")}-01-01`) - first;
  const sums = Array.from({ length }, () => ({ takes: 0, spoken: 0 }));
  for (const { day, spoken } of takes) {
    const sum = sums[day - first];
    if (!sum) continue;
    sum.takes += 1;
    sum.spoken += spoken;
  }
  const firstMonday = mondayOf(first);
  return sums.map(({ takes, spoken }, index) => {
    const at = daysAfter(first, index);
    const done = practice.get(at) ?? 0;
    return {
      day: at,
      date: dateOfDay(at),
      week: Math.floor((at - firstMonday) / 7),
      weekday: weekdayOf(at),
      takes,
      spoken,
      practice: done,
      level: levelOf(takes, spoken, done),
    };
  });
}

/** The years there is something to show of, newest first; this one always. */
export function yearsOf(takes: readonly Pick<TakeFacts, "day">[], practice: Practice, today: Day): number[] {
  const days = [today, ...practice.keys(), ...takes.map((take) => take.day)];
  const years = new Set([...new Set(days)].map((at) => Number(dateOfDay(at).slice(0, 4))));
  return [...years].sort((a, b) => b - a);
}
