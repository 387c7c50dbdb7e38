import { type Card, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";
import type { TitlePast } from "./past.ts";

const DAY = 86_400_000;

/**
 * FSRS-6 with its published parameters, in whole days and without its random spread: the same past gives the same day.
 * A title that is to be remembered with nine tenths' certainty is here one that is to be spoken on again before the
 * feeling of having failed at it is all that is left.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** A rating of 1 to 5 as a grade of the scheduler; a take that was not rated says nothing bad. */
function gradeOf(rating: number | null): Grade {
  if (rating === null) return Rating.Good;
  if (rating < 2) return Rating.Again;
  if (rating < 3) return Rating.Hard;
  return rating < 4 ? Rating.Good : Rating.Easy;
}

const wentBadly = (rating: number | null): boolean => rating !== null && rating < 3;

/**
 * The day on which a title is to come back because it went badly, however much of its deck has not been dealt yet; null
 * when the last take on it went well enough to wait for its turn.
 * @see https://github.com/open-spaced-repetition/ts-fsrs
 */
export function returnDay({ takes }: TitlePast): number | null {
  const last = takes.at(-1);
  if (!last || !wentBadly(last.rating)) return null;
  let card: Card = createEmptyCard(new Date((takes[0]?.day ?? 0) * DAY));
  for (const { day, rating } of takes) card = scheduler.next(card, new Date(day * DAY), gradeOf(rating)).card;
  return Math.ceil(card.due.getTime() / DAY);
}
