import type { Span } from "./marks.ts";

/** Silences shorter than this are left alone: they are how talk breathes. In seconds. */
export const SKIPPED_FROM = 1;
/** What is left of a skipped silence on either side, so that no word loses its edge. */
export const LEFT_OF_SILENCE = 0.25;

/** What is played of a take, earliest first, in seconds; between two parts lies what is skipped. */
export type PlayPlan = readonly Span[];

/**
 * What to play when silences are skipped.
 * @param silences in any order; see `silencesBetween`
 * @param length   of the take, in seconds
 * @param kept     what is played even where it is silent: a cue that struck in a silence is there to be heard
 * @returns        parts that never overlap; everything when nothing is worth skipping, nothing for no take
 */
export function playPlan(silences: readonly Span[], length: number, kept: readonly Span[] = []): PlayPlan {
  const skipped = merged(silences)
    .filter(([start, end]) => end - start >= SKIPPED_FROM)
    .map(([start, end]): Span => [start + LEFT_OF_SILENCE, end - LEFT_OF_SILENCE])
    .flatMap((gap) => without(gap, merged(kept)));
  return without([0, length], skipped);
}

/** What lies between the stretches of speech: pauses, and the silence before the first word and after the last. */
export const silencesBetween = (speech: readonly Span[], length: number): Span[] =>
  without([0, length], merged(speech));

/** Where playing goes on: the time itself inside a part, the next part's beginning in what is skipped, null at the end. */
export function playFrom(plan: PlayPlan, time: number): number | null {
  const part = plan.find(([, end]) => time < end);
  return part ? Math.max(time, part[0]) : null;
}

/** How long a plan plays, in seconds. */
export const playLength = (plan: PlayPlan): number =>
  plan.reduce((sum, [start, end]) => sum + end - start, 0);

/** The spans in order, those that overlap or touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (!(end > start)) continue;
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}

/** What is left of a span when others, in order and apart, are taken out. */
function without([start, end]: Span, holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = start;
  for (const [from, to] of holes) {
    if (to <= at || from >= end) continue;
    if (from > at) left.push([at, from]);
    at = to;
  }
  if (at < end) left.push([at, end]);
  return left;
}
