import { type Day, daysAfter } from "../lib/calendarDay.ts";
import type { Practice } from "./practice.ts";

/**
 * One day of Loop Habit Tracker's score: exponential smoothing whose half-life is 13 days for a daily habit, and longer
 * by the root of the habit's frequency for rarer ones (34 days for a weekly one).
 * @param frequency repetitions a day: 1/7 for once a week
 * @param previous  the score of the day before, in [0, 1]
 * @param done      how much of what was to be done has been done, in [0, 1]
 * @see A. S. Xavier, Loop Habit Tracker, uhabits-core `Score.kt`: score · m + done · (1 − m), m = 0.5^(√frequency / 13)
 */
export function strengthStep(frequency: number, previous: number, done: number): number {
  const kept = 0.5 ** (Math.sqrt(frequency) / 13);
  return previous * kept + done * (1 - kept);
}

/**
 * The strength of the rhythm at the end of each day, in [0, 1]. For a goal of so many a week, what was done is looked
 * up in the last 14 days and held against two weeks' goal, so that the day of the week does not matter; a goal of seven
 * is a daily habit and looks at its own day only (uhabits-core `ScoreList.kt`, yes-or-no habits). A day with several
 * drills counts as often as the weekly goal at most, so that with a goal of one it is Loop's yes or no.
 * @param goalOn the weekly goal in force on a day, 1 to 7
 * @returns      shape [to − from + 1], first day first; before `from` nothing was done
 */
export function strengthOver(practice: Practice, goalOn: (day: Day) => number, from: Day, to: Day): number[] {
  const scores: number[] = [];
  let score = 0;
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    const goal = goalOn(day);
    const daily = goal >= 7;
    const days = daily ? 1 : 14;
    const wanted = daily ? 1 : goal * 2;
    let done = 0;
    for (let back = 0; back < days && day - back >= from; back++) {
      done += Math.min(goal, practice.get(daysAfter(day, -back)) ?? 0);
    }
    score = strengthStep(daily ? 1 : goal / 7, score, Math.min(1, done / wanted));
    scores.push(score);
  }
  return scores;
}
