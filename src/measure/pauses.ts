import { lengthOf, type Span } from "./spans.ts";

/** A shorter silence is the closure of a consonant. @see Goldman-Eisler 1968; De Jong & Bosker 2013 */
export const PAUSE = 0.25;
/** A pause that listeners notice as one. @see Campione & Véronis 2002 */
export const LONG_PAUSE = 1;
/** Lengths are told apart to a thousandth of a frame; 0.25 as a difference of two seconds is often a hair less. */
const HAIR = 1e-6;

/**
 * Silent pauses: silences of 250 ms or more inside the talk, that is between its first and its last sound.
 * @param speech sorted, seconds
 * @returns      sorted, seconds; none when there is no talk
 */
export const silentPauses = (speech: readonly Span[]): Span[] =>
  speech
    .slice(1)
    .map(([start], index): Span => [speech[index]?.[1] ?? start, start])
    .filter((gap) => lengthOf(gap) >= PAUSE - HAIR);

/** Those of 1 s or more. */
export const longPauses = (pauses: readonly Span[]): Span[] =>
  pauses.filter((pause) => lengthOf(pause) >= LONG_PAUSE - HAIR);
