import type { Pressure, Support } from "../drill/settings.ts";
import { type Day, day, dayOfDate, daysAfter, practiceDay } from "../lib/calendarDay.ts";
import { epochOf, type LocalTime } from "../lib/day.ts";
import type { Rehearsal, Way } from "./rehearsal.ts";

/** How the outline goes from run to run. A talk has one title: the rung on which it changes is not for rehearsals. */
const fading: readonly Support[] = ["five", "three", "one", "title"];

/** Which of the feared questions a run brings. */
export type QuestionChoice = "none" | "some" | "worst";

/** A run that is to come. */
export type PlannedRun = Readonly<{
  day: Day;
  /** Counted from 1 over all that were done and are to come. */
  step: number;
  of: number;
  way: Exclude<Way, "warm-up">;
  support: Support;
  pressure: Pressure;
  questions: QuestionChoice;
}>;

/** More than this many on one day is no practice any more; the steps between are left out, the last is not. */
const MOST_A_DAY = 2;

/** The day a presentation is on. Its own clock says so; the late hour is for practice, not for appointments. */
export const dayOfTalk = ({ local }: LocalTime): Day => dayOfDate(local.slice(0, 10));

/** How many runs are worth planning for so many days: all of three, about every second of ten, six at the most. */
export const usualRuns = (today: Day, talk: Day): number =>
  Math.min(6, Math.max(0, Math.ceil((talk - today) / (talk - today > 3 ? 2 : 1))));

/**
 * The runs to come: evenly spaced up to the day before the talk, one a day unless there are fewer days than runs. The
 * plan rests on the last run done (or on the day it was begun), so it stays the same from one day to the next; once one
 * of its days has passed without a run, what is left is spread anew from today.
 * @param runs  how many are planned in all
 * @param done  the days of the runs already done, in any order
 * @param begun the day the plan was made
 * @param today never before `begun`
 * @param talk  the day of the presentation: nothing is planned on it
 */
export function planRuns(
  runs: number,
  done: readonly Day[],
  begun: Day,
  today: Day,
  talk: Day,
): readonly PlannedRun[] {
  const days = daysFor(runs - done.length, done, begun, today, daysAfter(talk, -1));
  const of = done.length + days.length;
  return days.map((on, index) => ({ day: on, ...stepOf(done.length + index, of) }));
}

function daysFor(left: number, done: readonly Day[], begun: Day, wall: Day, last: Day): readonly Day[] {
  // Who flew west after a run is a day behind it, and goes on from there.
  const today = done.includes(daysAfter(wall, 1)) ? daysAfter(wall, 1) : wall;
  if (left <= 0 || last < today) return [];
  const doneToday = done.filter((on) => on === today).length;
  const free = last - today + (doneToday > 0 ? 0 : 1);
  if (left > free) return crowded(left, today, last, doneToday);
  const before = done.filter((on) => on <= today);
  const asBegun =
    before.length > 0 ? spreadAfter(day(Math.max(...before)), last, left) : spread(begun, last, left);
  const first = asBegun[0];
  return first !== undefined && first >= today ? asBegun : spread(today, last, left); // a day was missed
}

/** As many days of a span, its first and its last among them; of one alone, the last. */
const spread = (first: Day, last: Day, runs: number): Day[] =>
  runs === 1
    ? [last]
    : Array.from({ length: runs }, (_, index) =>
        daysAfter(first, Math.round((index * (last - first)) / (runs - 1))),
      );

/** As many of the days behind a run, the last one among them. */
const spreadAfter = (run: Day, last: Day, runs: number): Day[] =>
  Array.from({ length: runs }, (_, index) => daysAfter(run, Math.round(((index + 1) * (last - run)) / runs)));

/** More runs than days: each day has one, as many as are needed have two, and today has what is left of its two. */
function crowded(left: number, today: Day, last: Day, doneToday: number): Day[] {
  const places = Array.from({ length: last - today + 1 }, (_, ahead) =>
    Array<Day>(Math.max(0, MOST_A_DAY - (ahead === 0 ? doneToday : 0))).fill(daysAfter(today, ahead)),
  ).flat();
  const runs = Math.min(left, places.length);
  return Array.from(
    { length: runs },
    (_, index) => places[Math.floor((index * places.length) / runs)] ?? last,
  );
}

/** The outline goes from five bullets to the title alone, the pressure from calm to 4, and the worst questions come last. */
function stepOf(index: number, of: number): Omit<PlannedRun, "day"> {
  const along = of > 1 ? index / (of - 1) : 1; // how far along, in [0, 1]
  const questions =
    index === 0 && of > 1 ? "none" : index >= of - Math.max(1, Math.floor(of / 3)) ? "worst" : "some";
  return {
    step: index + 1,
    of,
    way: wayOf(index, of),
    support: fading[Math.round(along * (fading.length - 1))] ?? "title",
    pressure: Math.round(along * 4) as Pressure,
    questions,
  };
}

/** It begins with the opening and ends with the whole talk; between them whole talks and hot seats take turns. */
function wayOf(index: number, of: number): PlannedRun["way"] {
  if (index === of - 1) return "full";
  if (index === 0) return of >= 3 ? "opening" : "full";
  if (index === of - 2 && of >= 4) return "third";
  return index % 2 === 1 ? "full" : "hot-seat";
}

/** What today asks for: nothing may be due, and the day after asks for the debrief. */
export type TodayStep =
  | Readonly<{ step: "run"; run: PlannedRun }>
  | Readonly<{ step: "rest"; next: PlannedRun | null }>
  | Readonly<{ step: "warm-up" | "debrief" | "over" }>;

/**
 * The days of the runs that are steps of the plan. A warm-up is none; an opening tried ten times on one day is one, and
 * so is a hot seat.
 */
function daysDone({ runs }: Pick<Rehearsal, "runs">, lateHour: number): readonly Day[] {
  const steps = new Map(
    runs
      .filter(({ way }) => way !== "warm-up")
      .map(({ way, take, started }) => {
        const on = practiceDay(started, lateHour);
        return [way === "full" || way === "third" ? take : `${on} ${way}`, on] as const;
      }),
  );
  return [...steps.values()];
}

/**
 * The plan of a rehearsal, as it stands on a day.
 * @param now as the user's wall shows it
 */
export function planOf(rehearsal: Rehearsal, now: LocalTime, lateHour: number): readonly PlannedRun[] {
  const begun = practiceDay(rehearsal.made, lateHour);
  const today = practiceDay(now, lateHour);
  // Made in the east and looked at in the west, a plan may be of tomorrow; it is not begun sooner for that.
  const from = begun > today ? today : begun;
  return planRuns(rehearsal.runsPlanned, daysDone(rehearsal, lateHour), from, today, dayOfTalk(rehearsal.at));
}

/** Today's step of a rehearsal. */
export function todayStep(rehearsal: Rehearsal, now: LocalTime, lateHour: number): TodayStep {
  const today = practiceDay(now, lateHour);
  const talk = dayOfTalk(rehearsal.at);
  if (today < talk) {
    const [next] = planOf(rehearsal, now, lateHour);
    return next?.day === today ? { step: "run", run: next } : { step: "rest", next: next ?? null };
  }
  if (rehearsal.debrief !== null) return { step: "over" };
  const ended = epochOf(now) >= epochOf(rehearsal.at) + rehearsal.length * 1000;
  return { step: today > talk || ended ? "debrief" : "warm-up" };
}
