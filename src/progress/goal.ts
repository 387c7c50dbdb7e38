import * as v from "valibot";
import {
  type Day,
  dateOfDay,
  daysAfter,
  isDate,
  LATE_HOUR,
  mondayOf,
  type Weekday,
  weekdays,
} from "../lib/calendarDay.ts";

const goalSchema = v.object({
  /** The Monday from which it holds, as a date; the first one holds for everything before it as well. */
  since: v.pipe(v.string(), v.check(isDate, "no such date")),
  /** Drills and field reps a week. */
  goal: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  /** The days they are meant for. What is done on another day counts as well: the goal is the week's. */
  days: v.pipe(v.array(v.picklist(weekdays)), v.minLength(1)),
});
export type Goal = Readonly<v.InferOutput<typeof goalSchema>>;

/** The part of the settings that the rhythm follows from. Goals are kept with their beginning: a new one changes no old week. */
export const rhythmSettingsSchema = v.object({
  lateHour: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)), LATE_HOUR),
  /** In the order they were set; empty: the usual one. */
  goals: v.fallback(v.array(goalSchema), []),
});
export type RhythmSettings = Readonly<v.InferOutput<typeof rhythmSettingsSchema>>;

export const usualGoal: Goal = { since: "1970-01-05", goal: 1, days: [6, 7] };
export const usualRhythm: RhythmSettings = { lateHour: LATE_HOUR, goals: [] };

/** The goal of a week. */
export function goalIn({ goals }: Pick<RhythmSettings, "goals">, monday: Day): Goal {
  const date = dateOfDay(monday);
  return goals.findLast(({ since }) => since <= date) ?? goals[0] ?? usualGoal;
}

/**
 * A new goal. An easier one holds from this week on, a harder one from the next: a week that is kept stays so. The days
 * hold at once, since they only say what is meant.
 * @param today the user's day, see `practiceDay`
 */
export function withGoal(
  settings: RhythmSettings,
  goal: number,
  days: readonly Weekday[],
  today: Day,
): RhythmSettings {
  const monday = mondayOf(today);
  const now = goalIn(settings, monday);
  const [thisWeek, nextWeek] = [dateOfDay(monday), dateOfDay(daysAfter(monday, 7))];
  const meant = [...new Set(days)].sort();
  // What held before stays what it was, also when nothing had been set.
  const before = (settings.goals.length > 0 ? settings.goals : [usualGoal]).filter(
    ({ since }) => since < thisWeek,
  );
  const set: Goal[] = [{ since: thisWeek, goal: Math.min(goal, now.goal), days: meant }];
  if (goal > now.goal) set.push({ since: nextWeek, goal, days: meant });
  return { ...settings, goals: [...before, ...set] };
}
