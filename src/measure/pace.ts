import { PAUSE, silentPauses } from "./pauses.ts";
import { joined, type Span, totalOf, within } from "./spans.ts";

/** With less speech than this, in seconds, there is no rate to speak of. */
export const LEAST_SPEECH = 3;
/** A stretch shorter than this, in seconds, is not looked at by itself. */
export const LEAST_WINDOW = 5;

/** How fast and how fluently somebody spoke. Each is null when it is unknown: less than 3 s of speech. */
export type Pace = Readonly<{
  /** Syllables per second of the talk, from its first sound to its last. */
  speechRate: number | null;
  /** Syllables per second of speech. */
  articulationRate: number | null;
  /** Speech ÷ talk, in [0, 1]. */
  phonationTimeRatio: number | null;
  /** Syllables between two silent pauses, on average. */
  meanLengthOfRun: number | null;
}>;

export const UNKNOWN_PACE: Pace = {
  speechRate: null,
  articulationRate: null,
  phonationTimeRatio: null,
  meanLengthOfRun: null,
};

/**
 * @param speech sorted, seconds; closures of consonants count as speech
 * @param nuclei places of the syllables in seconds
 */
export function paceOf(speech: readonly Span[], nuclei: readonly number[]): Pace {
  const spoken = totalOf(speech);
  if (spoken < LEAST_SPEECH) return UNKNOWN_PACE;
  const talk = (speech.at(-1)?.[1] ?? 0) - (speech[0]?.[0] ?? 0);
  return {
    speechRate: nuclei.length / talk,
    articulationRate: nuclei.length / spoken,
    phonationTimeRatio: spoken / talk,
    meanLengthOfRun: nuclei.length / (silentPauses(speech).length + 1),
  };
}

/** A stretch of the talk by itself, to set it against another: before a cue, and after. */
export type WindowPace = Pace & Readonly<{ span: Span; pauses: number; pauseTime: number }>;

/**
 * The pace of what lies within a span. Its rates are over the whole span, silences at its edges too: what follows a
 * cue begins with the silence it caused.
 * @returns null when the span is shorter than 5 s
 */
export function paceWithin(
  speech: readonly Span[],
  nuclei: readonly number[],
  span: Span,
): WindowPace | null {
  const length = span[1] - span[0];
  if (!(length >= LEAST_WINDOW)) return null;
  const inside = within(speech, span);
  const count = nuclei.filter((at) => at >= span[0] && at < span[1]).length;
  const spoken = totalOf(inside);
  const runs = joined(inside, PAUSE).length;
  const known = spoken >= LEAST_SPEECH;
  const pauses = silentPauses(inside);
  return {
    span,
    pauses: pauses.length,
    pauseTime: totalOf(pauses),
    speechRate: known ? count / length : null,
    articulationRate: known ? count / spoken : null,
    phonationTimeRatio: spoken / length,
    meanLengthOfRun: known ? count / runs : null,
  };
}
