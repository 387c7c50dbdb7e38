/** A stretch of a take in seconds, from its first recorded sample: `[start, end]`, start before end. */
export type Span = readonly [start: number, end: number];

export const lengthOf = ([start, end]: Span): number => end - start;

/** Seconds that some spans last together. */
export const totalOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + lengthOf(span), 0);

/** Seconds that two spans share. */
export const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Sorted spans with gaps shorter than `gap` seconds filled. */
export function joined(spans: readonly Span[], gap: number): Span[] {
  const out: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = out.at(-1);
    if (last && start - last[1] < gap) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** What of some spans lies outside others; what is left of a piece shorter than `least` seconds is dropped. */
export function without(spans: readonly Span[], masks: readonly Span[], least = 0): Span[] {
  return masks.reduce<Span[]>(
    (rest, [from, until]) =>
      rest.flatMap((span): Span[] => {
        if (span[1] <= from || span[0] >= until) return [span];
        const pieces: Span[] = [
          [span[0], from],
          [until, span[1]],
        ];
        return pieces.filter(([start, end]) => end - start > least);
      }),
    [...spans],
  );
}

/** What of some spans lies inside one. */
export const within = (spans: readonly Span[], [from, until]: Span): Span[] =>
  spans
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, until)])
    .filter(([start, end]) => end > start);
