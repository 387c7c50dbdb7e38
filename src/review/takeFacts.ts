import type { Rating, Take } from "../store/take.ts";

/** The mean of the scales that were rated; null when none was. */
export function meanRating(rating: Rating | null): number | null {
  const marks = Object.values(rating ?? {}).filter((mark) => mark !== undefined);
  return marks.length > 0 ? marks.reduce((sum, mark) => sum + mark, 0) / marks.length : null;
}

/** How often each kind of cue came, in the order they first came. */
export function cueCounts(take: Take): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { kind } of take.cues) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}
