import { epochOf } from "../lib/day.ts";
import type { Take, TakeCue } from "../store/take.ts";

/** The recovery reel plays from this long before a cue strikes until this long after. In seconds. */
export const BEFORE_CUE = 3;
export const AFTER_CUE = 8;

/** One stretch to be played, in seconds on its take's line, and the cues that strike in it, earliest first. */
export type ReelPart = Readonly<{ from: number; to: number; cues: readonly TakeCue[] }>;

/** The same with the take it lies in. */
export type TakePart = ReelPart & Readonly<{ take: string }>;

/**
 * The parts of one take around its cues, earliest first. Parts that overlap or touch are one; none reaches beyond the
 * take, and a cue stamped beyond its end is taken to have struck there.
 * @param length of the take, in seconds
 */
export function reelOf(cues: readonly TakeCue[], length: number): ReelPart[] {
  const parts: ReelPart[] = [];
  for (const cue of cues.toSorted((a, b) => a.at - b.at)) {
    const at = Math.min(cue.at, length);
    const from = Math.max(0, at - BEFORE_CUE);
    const to = Math.min(length, at + AFTER_CUE);
    const last = parts.at(-1);
    if (last && from <= last.to) parts[parts.length - 1] = { ...last, to, cues: [...last.cues, cue] };
    else if (to > from) parts.push({ from, to, cues: [cue] });
  }
  return parts;
}

type Reeled = Pick<Take, "id" | "started" | "cues" | "length" | "round">;

/**
 * The parts of many takes, from the oldest to the newest: a drill, or one kind of cue over all of them.
 * @param kind only cues of this kind; left out, all of them
 */
export const reelOver = (takes: readonly Reeled[], kind?: string): TakePart[] =>
  takes
    .toSorted((a, b) => epochOf(a.started) - epochOf(b.started) || a.round - b.round)
    .flatMap(({ id, cues, length }) =>
      reelOf(
        cues.filter((cue) => kind === undefined || cue.kind === kind),
        length,
      ).map((part) => ({ ...part, take: id })),
    );

/** How long a reel plays, in seconds. */
export const reelLength = (parts: readonly ReelPart[]): number =>
  parts.reduce((sum, { from, to }) => sum + to - from, 0);
