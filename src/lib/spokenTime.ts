import { type Ms, ms } from "./units.ts";

/** Beats a second at a brisk, clear client's pace: English words, Chinese characters. */
const WORDS_A_SECOND = 2.9;
const CHARACTERS_A_SECOND = 4.8;
/** A breath before the first word, and the mouth closing after the last. */
const AROUND = 350;

/**
 * How long a client takes to say a line, for the mouth, the caption and the end of the client's turn.
 * @returns milliseconds, at least 900 and at most 6000
 */
export function spokenTime(text: string): Ms {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}'’-]*/gu)?.length ?? 0;
  const spoken = (han / CHARACTERS_A_SECOND + words / WORDS_A_SECOND) * 1000 + AROUND;
  return ms(Math.round(Math.min(6_000, Math.max(900, spoken))));
}
