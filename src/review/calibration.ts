import { median, medianDeviation } from "./statistics.ts";

/** What its speaker thought before the numbers appeared, and what the sound says, in the same unit. */
export type Guess = Readonly<{
  /** When the take was begun, in milliseconds since 1970 UTC. */
  begun: number;
  guessed: number | null;
  measured: number | null;
}>;

/** How far off one guess was: above 0, it was guessed higher than it was. */
export type GuessError = Readonly<{ begun: number; error: number }>;

export type Calibration = Readonly<{
  /** Every guess that can be compared, oldest first: the curve. Shown from the first one on. */
  curve: readonly GuessError[];
}> &
  (
    | Readonly<{ known: false; missing: number }>
    | Readonly<{
        known: true;
        /** Median of the errors. */
        bias: number;
        /** Median absolute deviation of the errors. */
        spread: number;
        /** Which way the guesses lean, when that can hardly be chance; null when it can. */
        lean: "over" | "under" | null;
      }>
  );

/** Fewer guesses say nothing about somebody's eye for themselves. */
export const LEAST_GUESSES = 6;
/** A lean is told when chance alone would show one as strong at most this often. */
const CHANCE = 0.05;

/**
 * How well somebody judges themselves, over takes. Guesses that were skipped, and measures that are unknown, are left
 * out; with fewer than 6 it says how many are missing, and nothing else.
 */
export function calibrate(guesses: readonly Guess[]): Calibration {
  const curve = guesses
    .flatMap(({ begun, guessed, measured }) =>
      isKnown(guessed) && isKnown(measured) ? [{ begun, error: guessed - measured }] : [],
    )
    .sort((a, b) => a.begun - b.begun);
  const errors = curve.map(({ error }) => error);
  const [bias, spread] = [median(errors), medianDeviation(errors)];
  if (errors.length < LEAST_GUESSES || bias === null || spread === null)
    return { curve, known: false, missing: LEAST_GUESSES - errors.length };
  return { curve, known: true, bias, spread, lean: leanOf(errors) };
}

const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** The sign test: with no lean, a guess is as likely too high as too low. Guesses that were exact take no side. */
function leanOf(errors: readonly number[]): "over" | "under" | null {
  const over = errors.filter((error) => error > 0).length;
  const under = errors.filter((error) => error < 0).length;
  if (2 * tail(over + under, Math.min(over, under)) >= CHANCE) return null;
  return over > under ? "over" : "under";
}

/** How likely a fair coin, thrown n times, shows heads at most k times. */
function tail(n: number, k: number): number {
  let chance = 0.5 ** n;
  let sum = chance;
  for (let heads = 1; heads <= k; heads++) {
    chance *= (n - heads + 1) / heads;
    sum += chance;
  }
  return sum;
}
