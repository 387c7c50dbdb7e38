import type { Told } from "./history.ts";
import { countsFor, dayAfter, dayBefore, mondayBefore } from "./plainDays.ts";

/*
 * The rules of the rhythm as one would tell them to a friend, with dates as text and lists to count in. It is slow and
 * shares nothing with `src/progress`: the two are held against each other.
 */

type Rep = { id: string; date: string; debrief: string | null };

/** A date for each thing that counts, in no order. */
export function plainPractice(takes: readonly Told[], reps: readonly Rep[], lateHour: number): string[] {
  const dates: string[] = [];
  for (const name of new Set(takes.map(({ drill }) => drill))) {
    const mine: Told[] = [];
    for (const take of takes) {
      if (take.drill !== name) continue;
      if (reps.some((rep) => rep.debrief === take.id)) continue;
      if (mine.some(({ id }) => id === take.id)) continue;
      mine.push(take);
    }
    let seconds = 0;
    for (const { spoken } of mine) seconds += spoken;
    const reviewed = mine.some(({ rating }) => rating !== null) || mine.some(({ replayed }) => replayed);
    if (seconds < 60 || !reviewed) continue;
    const instant = ({ started }: Told) => Date.parse(`${started.local}Z`) - started.utcOffset * 60_000;
    const [first] = [...mine].sort((a, b) => instant(a) - instant(b));
    if (first) dates.push(countsFor(first.started, lateHour));
  }
  const seen = new Set<string>();
  for (const { id, date } of reps) {
    if (!seen.has(id)) dates.push(date);
    seen.add(id);
  }
  return dates;
}

export type PlainRhythm = {
  weeks: { monday: string; done: number; outcome: string }[];
  weeksInARow: number;
  longest: number;
  reserves: number;
  daysInARow: number;
  dots: number[];
};

const weekFrom = (monday: string): string[] => {
  const week = [monday];
  while (week.length < 7) week.push(dayAfter(week.at(-1) ?? monday));
  return week;
};

export function plainRhythm(practice: readonly string[], goal: number, wall: string): PlainRhythm {
  // A journey westward: practice of tomorrow makes it tomorrow already.
  const today = practice.includes(dayAfter(wall)) ? dayAfter(wall) : wall;
  const past = practice.filter((date) => date <= today).sort();
  const thisMonday = mondayBefore(today);
  const count = (date: string) => past.filter((one) => one === date).length;

  const weeks: PlainRhythm["weeks"] = [];
  let [inARow, longest, reserves, towards] = [0, 0, 0, 0];
  const [first] = past;
  if (first !== undefined) {
    for (
      let monday = mondayBefore(first);
      monday <= thisMonday;
      monday = dayAfter(weekFrom(monday)[6] ?? "")
    ) {
      let done = 0;
      for (const date of weekFrom(monday)) done += count(date);
      let outcome = "missed";
      if (done >= goal) {
        outcome = "kept";
        inARow += 1;
        if (reserves < 2) towards += 1;
        if (towards === 4) {
          reserves += 1;
          towards = 0;
        }
      } else if (monday === thisMonday) {
        outcome = "open";
      } else if (inARow > 0 && reserves > 0) {
        outcome = "reserve";
        reserves -= 1;
      } else {
        inARow = 0;
      }
      longest = Math.max(longest, inARow);
      weeks.push({ monday, done, outcome });
    }
  }

  let daysInARow = 0;
  let date = count(today) > 0 ? today : dayBefore(today);
  while (count(date) > 0) {
    daysInARow += 1;
    date = dayBefore(date);
  }
  return { weeks, weeksInARow: inARow, longest, reserves, daysInARow, dots: weekFrom(thisMonday).map(count) };
}

/**
 * Loop Habit Tracker's score of a yes-or-no habit, as its sources publish it (uhabits-core `Score.kt`, `ScoreList.kt`):
 * both parts of a frequency below one are doubled, and a rolling sum of the days with a check, over that many days, is
 * divided by that many repetitions.
 */
export function loopScore(checked: readonly boolean[], repetitions: number, interval: number): number {
  let [numerator, denominator] = repetitions === interval ? [1, 1] : [repetitions, interval];
  const frequency = numerator / denominator;
  if (frequency < 1) {
    numerator *= 2;
    denominator *= 2;
  }
  let score = 0;
  let rolling = 0;
  for (let today = 0; today < checked.length; today++) {
    if (checked[today]) rolling += 1;
    if (today - denominator >= 0 && checked[today - denominator]) rolling -= 1;
    const completed = Math.min(1, rolling / numerator);
    const multiplier = 0.5 ** (Math.sqrt(frequency) / 13);
    score = score * multiplier + completed * (1 - multiplier);
  }
  return score;
}
