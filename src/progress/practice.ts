import { type Day, dayOfDate } from "../lib/calendarDay.ts";
import type { TakeFacts } from "./facts.ts";

/** What is asked of a take to know whether its drill counts. */
export type SpokenTake = Pick<TakeFacts, "id" | "drill" | "day" | "epoch" | "spoken" | "replayed" | "rating">;

/** What is asked of a field rep: it counts on the date it happened, whenever it was written down. */
export type DatedRep = Readonly<{
  id: string;
  /** `2026-11-21` */
  date: string;
  /** The take of its spoken debrief; it is part of the rep and does not count a second time. */
  debrief: string | null;
}>;

/** Seconds that have to be spoken in a drill. */
export const ENOUGH_SPOKEN = 60;

/** How often somebody practised, by day; days without practice are left out. */
export type Practice = ReadonlyMap<Day, number>;

/**
 * The practice of each day: drills that count, and field reps. A drill counts once, on the day of its first take, when
 * 60 s or more were spoken in it and one of its takes was rated or replayed. The order of the takes does not matter,
 * nor whether one is given twice.
 */
export function practiceOf(takes: readonly SpokenTake[], reps: readonly DatedRep[]): Practice {
  const debriefs = new Set(reps.flatMap(({ debrief }) => (debrief === null ? [] : [debrief])));
  const unique = new Map(takes.map((take) => [take.id, take]));
  const drills = new Map<string, { first: SpokenTake; spoken: number; reviewed: boolean }>();
  for (const take of unique.values()) {
    if (debriefs.has(take.id)) continue;
    const drill = drills.get(take.drill) ?? { first: take, spoken: 0, reviewed: false };
    if (take.epoch < drill.first.epoch) drill.first = take;
    drill.spoken += take.spoken;
    drill.reviewed ||= take.rating !== null || take.replayed;
    drills.set(take.drill, drill);
  }
  const days = [
    ...[...drills.values()]
      .filter(({ spoken, reviewed }) => spoken >= ENOUGH_SPOKEN && reviewed)
      .map(({ first }) => first.day),
    ...new Map(reps.map(({ id, date }) => [id, dayOfDate(date)])).values(),
  ].sort((a, b) => a - b);
  const practice = new Map<Day, number>();
  for (const day of days) practice.set(day, (practice.get(day) ?? 0) + 1);
  return practice;
}
