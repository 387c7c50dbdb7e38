import { type Spread, spreadOf } from "../progress/robust.ts";
import type { MustSayPoint, Rehearsal, Run } from "./rehearsal.ts";

/** Below this many runs nothing is said of when a point usually comes. */
export const ENOUGH_RUNS = 3;

/** How a must-say point fares. */
export type PointRecord = Readonly<{
  point: MustSayPoint;
  /** Full runs in which it was said, of those that were looked through. */
  said: number;
  lookedThrough: number;
  /** Whether the last run that was looked through missed it; null when none was. */
  missedLast: boolean | null;
  /** Where it comes as a share of the talk, in [0, 1]; null below three runs with it. */
  usually: Spread | null;
  /** The last place it was said at: its take and second; null: never. */
  last: Readonly<{ take: string; at: number }> | null;
}>;

/** Only whole talks can miss a point, and only those that somebody has looked through. */
const looked = (runs: readonly Run[]): readonly (Run & { readonly ticks: NonNullable<Run["ticks"]> })[] =>
  runs.flatMap((run) => (run.way === "full" && run.ticks !== null ? [{ ...run, ticks: run.ticks }] : []));

/** Each point, in the order they stand on the list. A point said twice counts where it first comes. */
export function mustSayRecords({ mustSay, runs }: Pick<Rehearsal, "mustSay" | "runs">): PointRecord[] {
  const through = looked(runs);
  return mustSay.map((point) => {
    const places = through.flatMap((run) => {
      const ats = run.ticks.filter((tick) => tick.point === point.id).map(({ at }) => at);
      return ats.length > 0 ? [{ take: run.take, length: run.length, at: Math.min(...ats) }] : [];
    });
    const shares = places.flatMap(({ at, length }) => (length > 0 ? [Math.min(1, at / length)] : []));
    const lastRun = through.at(-1);
    const last = places.at(-1);
    return {
      point,
      said: places.length,
      lookedThrough: through.length,
      missedLast: lastRun ? !lastRun.ticks.some((tick) => tick.point === point.id) : null,
      usually: shares.length < ENOUGH_RUNS ? null : spreadOf(shares),
      last: last ? { take: last.take, at: last.at } : null,
    };
  });
}

/** What to bring in this time: the points that the last run missed. */
export const missedLastTime = (rehearsal: Pick<Rehearsal, "mustSay" | "runs">): MustSayPoint[] =>
  mustSayRecords(rehearsal).flatMap(({ point, missedLast }) => (missedLast ? [point] : []));
