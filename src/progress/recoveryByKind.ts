import type { Day } from "../lib/calendarDay.ts";
import type { TakeFacts } from "./facts.ts";
import { type Spread, spreadOf } from "./robust.ts";
import { type Trend, trendOf } from "./trend.ts";

/** A cue that was met; `take` and `at` (seconds) lead to its sound. */
export type MetCue = Readonly<{ take: string; at: number; day: Day; recovery: number | null; held: boolean }>;

/** How one kind of cue has gone. */
export type KindRecovery = Readonly<{
  kind: string;
  /** Oldest first. */
  cues: readonly MetCue[];
  /** Cues after which nothing broke; they have no recovery and stand beside the median, not in it. */
  held: number;
  /** Neither held nor measured. */
  unknown: number;
  /** Of the recoveries known, in seconds; null below six: so few say nothing. */
  spread: Spread | null;
  trend: Trend;
}>;

/** Below this many a median is not shown. */
export const ENOUGH_CUES = 6;

/**
 * Recovery by kind of cue, in the order of their ids.
 * @param takes of one language or of all, in any order
 */
export function recoveryByKind(takes: readonly TakeFacts[]): KindRecovery[] {
  const kinds = new Map<string, MetCue[]>();
  for (const take of [...takes].sort((a, b) => a.epoch - b.epoch)) {
    const { day } = take;
    for (const { kind, at, recovery, held } of take.cues) {
      const cues = kinds.get(kind) ?? [];
      cues.push({ take: take.id, at, day, recovery, held });
      kinds.set(kind, cues);
    }
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, cues]) => {
      const known = cues.flatMap(({ day, recovery }) =>
        recovery === null ? [] : [{ day, value: recovery }],
      );
      const held = cues.filter((cue) => cue.held).length;
      return {
        kind,
        cues,
        held,
        unknown: cues.length - held - known.length,
        spread: known.length < ENOUGH_CUES ? null : spreadOf(known.map(({ value }) => value)),
        trend: trendOf(known),
      };
    });
}
