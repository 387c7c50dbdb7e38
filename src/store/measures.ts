import * as v from "valibot";
import type { Take } from "./take.ts";

/**
 * Steps up whenever something is counted in another way: takes that were measured before are then measured again.
 * Nothing is migrated, the sound is still there.
 */
export const MEASURES_VERSION = 1;

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(finite, v.minValue(0));
const share = v.pipe(finite, v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybe = v.nullable(amount);

/** An hour holds thousands of spans; they are looked at in one go. */
const spans = v.custom<readonly (readonly [start: number, end: number])[]>(
  (value) => Array.isArray(value) && value.every(isSpan),
  "not a list of [start, end] in seconds",
);
const isSpan = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((end) => Number.isFinite(end) && end >= 0) &&
  value[0] <= value[1];

const pace = {
  speechRate: maybe,
  articulationRate: maybe,
  phonationTimeRatio: v.nullable(share),
  meanLengthOfRun: maybe,
};

const windowSchema = v.nullable(
  v.object({
    span: v.pipe(
      v.tuple([amount, amount]),
      v.check(([start, end]) => start <= end),
    ),
    pauses: count,
    pauseTime: amount,
    ...pace,
  }),
);

/**
 * What was measured of a take, as it is kept in its record: the numbers of the command line under the same names, and
 * what they were counted from, as far as a review needs it. Seconds from the first recorded sample; what is unknown is
 * null. All of it follows from the sound and the cues, so it may be thrown away at any time.
 */
export const measuresSchema = v.object({
  version: v.literal(MEASURES_VERSION),
  duration: amount,
  speech: spans,
  pauses: spans,
  fillers: spans,
  /** How sure each of `fillers` is. */
  confidences: v.array(share),
  syllables: count,
  ...pace,
  f0Median: maybe,
  f0SdSemitones: maybe,
  /** 10th and 90th percentile of the pitch in Hz. */
  f0Range: v.nullable(v.tuple([amount, amount])),
  loudness: maybe,
  responseLatency: maybe,
  /** dB by which the speech stands out of what is between; null when there is not enough of either. */
  signalToNoise: v.nullable(finite),
  /** The share of samples at full scale: above 0.001 the recording is audibly clipped. */
  clipped: share,
  cues: v.array(
    v.object({
      kind: v.string(),
      at: amount,
      until: maybe,
      stopLatency: maybe,
      recovery: maybe,
      held: v.boolean(),
      /** Where speech set in again; null when it held, or never did. */
      resumedAt: maybe,
      /** The pace in the 15 s before, and in those after the client's turn. */
      before: windowSchema,
      after: windowSchema,
    }),
  ),
});
export type KeptMeasures = Readonly<v.InferOutput<typeof measuresSchema>>;

/** What was measured of a take; null when it was not yet, in another way than today's, or when it cannot be read. */
export function measuresOf({ measures }: Pick<Take, "measures">): KeptMeasures | null {
  const read = v.safeParse(measuresSchema, measures);
  return read.success ? read.output : null;
}

/** Whether a take says that it was measured as today; quick enough for a long list. */
export const isMeasured = ({ measures }: Pick<Take, "measures">): boolean =>
  measures?.version === MEASURES_VERSION;
