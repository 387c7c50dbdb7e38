import { titleKey } from "../deal/hand.ts";
import type { Dealing } from "../deal/past.ts";
import { dayCount } from "../lib/day.ts";
import { meanRating, type Take } from "./take.ts";

/**
 * What takes tell of the titles that were dealt: the one spoken on, and the one it was exchanged for. Derived every time
 * and never stored, so that a backup that comes back, or a rating that changes, is all it takes.
 */
export function dealingsOf(takes: readonly Take[]): readonly Dealing[] {
  return takes.flatMap(({ plan, round, title, turn, started, rating }): Dealing[] => {
    const day = dayCount(started);
    const mean = meanRating(rating);
    const spoken: Dealing[] = [title, ...(turn ? [turn.title] : [])].map((each) => ({
      title: titleKey(each),
      day,
      outcome: "spoken",
      rating: mean,
    }));
    const dealt = plan.rounds[round]?.title;
    if (!dealt || titleKey(dealt) === titleKey(title)) return spoken;
    return [{ title: titleKey(dealt), day, outcome: "skipped", rating: null }, ...spoken];
  });
}
