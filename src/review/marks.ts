import * as v from "valibot";
import type { Take } from "../store/take.ts";

/** A stretch of the take's own line, in seconds: where it begins and where it ends. */
export type Span = readonly [start: number, end: number];

/**
 * What a second may be marked as while listening: "this they would believe", "this was weak", a filled pause heard,
 * a line that has to be said. Anything else is a word of the user's own.
 */
export const markKinds = ["believe", "weak", "filler", "must-say"] as const;
export type KnownMark = (typeof markKinds)[number];

/** Longer words are notes. In characters. */
export const LONGEST_KIND = 60;
export const LONGEST_NOTE = 2_000;

export const markSchema = v.object({
  /** The second that was marked, on the take's line. */
  at: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** One of `markKinds`, or the user's own text. */
  kind: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_KIND)),
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
});

/** A second that its user marked. */
export type Mark = Readonly<v.InferOutput<typeof markSchema>>;

const inOrder = (marks: readonly Mark[]): Mark[] => marks.toSorted((a, b) => a.at - b.at);

/** All marks of a take, earliest first. */
export const marksSchema = v.pipe(
  v.array(markSchema),
  v.transform((marks) => inOrder(marks)),
);

export const isKnownMark = (kind: string): kind is KnownMark =>
  (markKinds as readonly string[]).includes(kind);

/** The marks with one more among them, in order; of marks at the same second, the new one comes last. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] => inOrder([...marks, mark]);

/** The marks without that one. */
export const withoutMark = (marks: readonly Mark[], mark: Mark): Mark[] =>
  marks.filter((each) => each !== mark);

/** A tap comes after the sound, and a filler that was tapped need not be offered again. In seconds. */
const TAPPED_WITHIN = 1;

/**
 * Fillers that the measure found and nobody has marked yet: offered to be confirmed, never counted by themselves.
 * @param found filled pauses as measured
 */
export const fillersToConfirm = (found: readonly Span[], marks: readonly Mark[]): Span[] =>
  found.filter(
    ([start, end]) =>
      !marks.some(({ kind, at }) => kind === "filler" && at >= start - 0.1 && at <= end + TAPPED_WITHIN),
  );

const spansSchema = v.array(v.pipe(v.array(v.pipe(v.number(), v.finite(), v.minValue(0))), v.length(2)));

/**
 * Spans out of a take's measures, which are stored as they were counted by whatever version.
 * @param name `pauses`, `speech`, `fillers`
 * @returns    those of some length, in order; null when they were not measured, or are not what they should be
 */
export function spansOf(measures: Take["measures"], name: string): Span[] | null {
  const result = v.safeParse(spansSchema, measures?.[name]);
  if (!result.success) return null;
  return result.output
    .map(([start = 0, end = 0]): Span => [start, end])
    .filter(([start, end]) => end > start)
    .sort(([a], [b]) => a - b);
}

/** The silent pauses of a take; null when they are unknown. */
export const pausesOf = ({ measures }: Pick<Take, "measures">): Span[] | null => spansOf(measures, "pauses");
