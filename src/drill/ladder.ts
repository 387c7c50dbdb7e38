import { type Support, supports } from "./settings.ts";

/** A take that was rated, as far as the ladder is concerned: its mean rating, 1 to 5. */
export type Rated = Readonly<{ rating: number }>;

/** From here on a take went well. */
const WELL = 3.5;
/** Below this it went badly. */
const BADLY = 2;
/** So many that went well, one after the other, lead one rung up; one that went badly leads one down. */
const IN_A_ROW = 2;

/**
 * The rung that a user who climbs by themselves stands on: from five bullets over three and one to the title alone, and
 * to one that changes half-way.
 * @param takes all that were rated, oldest first
 */
export function rungAfter(takes: readonly Rated[]): Support {
  let [rung, well] = [0, 0];
  for (const { rating } of takes) {
    if (rating < BADLY) [rung, well] = [Math.max(0, rung - 1), 0];
    else well = rating >= WELL ? well + 1 : 0;
    if (well === IN_A_ROW) [rung, well] = [Math.min(supports.length - 1, rung + 1), 0];
  }
  return supports[rung] ?? "title";
}
