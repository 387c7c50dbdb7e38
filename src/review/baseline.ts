import { epochOf } from "../lib/day.ts";
import type { Take } from "../store/take.ts";
import { median, medianDeviation } from "./statistics.ts";

/** How many takes make what is usual: enough to be steady, few enough to follow somebody who gets better. */
export const BASELINE_TAKES = 20;
/** With fewer, a median says more about those takes than about their speaker. */
export const LEAST_TAKES = 6;

/** What is usual for one speaker in one language. */
export type Baseline = Readonly<{
  median: number;
  /** Median absolute deviation, in the unit of the measure. */
  spread: number;
  /** How many takes it was taken from, `LEAST_TAKES` to `BASELINE_TAKES`. */
  takes: number;
}>;

type Measured = Pick<Take, "language" | "started" | "binned">;

/**
 * One's own baseline of one measure: the median of the last 20 takes in that language in which it is known. Pace and
 * pitch are never compared across languages, nor with other people.
 * @param takes  in any order; what is in the bin does not count
 * @param measureOf the measure of one take, in its own unit; null or no number when it is unknown
 * @param before  milliseconds since 1970 UTC: only takes begun earlier count, so that a take is held against what
 *                went before it and not against itself
 * @returns null below 6 takes
 */
export function baselineOf<T extends Measured>(
  takes: readonly T[],
  language: Take["language"],
  measureOf: (take: T) => number | null | undefined,
  before = Number.POSITIVE_INFINITY,
): Baseline | null {
  const values = takes
    .filter((take) => take.language === language && take.binned === null)
    .map((take) => ({ begun: epochOf(take.started), value: measureOf(take) }))
    .filter((each): each is { begun: number; value: number } => Number.isFinite(each.value))
    .filter(({ begun }) => begun < before)
    .sort((a, b) => b.begun - a.begun)
    .slice(0, BASELINE_TAKES)
    .map(({ value }) => value);
  const [middle, spread] = [median(values), medianDeviation(values)];
  if (values.length < LEAST_TAKES || middle === null || spread === null) return null;
  return { median: middle, spread, takes: values.length };
}
