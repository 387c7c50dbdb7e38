import type { ClockChange } from "../cues/kind.ts";
import { type Ms, ms, s } from "../lib/units.ts";

/** A stretch in which the round's clock stands still and a short clock of its own runs; counted from the go signal. */
export type Extra = Readonly<{ from: Ms; until: Ms }>;

/**
 * The clock of a round, which cues may change. `end` is when the speaker's time is up, on the round's own time: the time
 * since the go signal without the extras.
 */
export type RoundClock = Readonly<{
  end: Ms;
  extras: readonly Extra[];
  /** When it was last changed, from the go signal; null: never. */
  changedAt: Ms | null;
}>;

export const roundClock = (speakFor: Ms): RoundClock => ({ end: speakFor, extras: [], changedAt: null });

/** The round's own time at a moment after the go signal. */
export const roundTime = ({ extras }: RoundClock, at: Ms): Ms =>
  ms(extras.reduce<number>((time, { from, until }) => time - Math.max(0, Math.min(at, until) - from), at));

/** The moment after the go signal at which the round's own time is `time`; where it stands still, the last such moment. */
export const momentOf = ({ extras }: RoundClock, time: Ms): Ms =>
  ms(extras.reduce<number>((at, { from, until }) => (from <= at ? at + (until - from) : at), time));

/** The extra that runs at a moment; null when the round's own clock does. */
export const extraAt = ({ extras }: RoundClock, at: Ms): Extra | null =>
  extras.find(({ from, until }) => from <= at && at < until) ?? null;

/** A shortened round leaves a whole number of these, never less than two of them, and no more than a minute. */
const STEP: Ms = s(5);
const LEAST_LEFT: Ms = s(10);
const MOST_LEFT: Ms = s(60);

/**
 * The clock after a cue that was over at `at`. What would make the round longer than it was is left alone.
 * @param at from the go signal
 */
export function changeClock(clock: RoundClock, change: ClockChange, at: Ms): RoundClock {
  if ("extra" in change) {
    const extra = { from: at, until: ms(at + change.extra) };
    return { ...clock, extras: [...clock.extras, extra], changedAt: at };
  }
  const now = roundTime(clock, at);
  const share = Math.round(((clock.end - now) * change.leaves) / STEP) * STEP;
  const end = ms(now + Math.min(MOST_LEFT, Math.max(LEAST_LEFT, share)));
  return end < clock.end ? { ...clock, end, changedAt: at } : clock;
}
