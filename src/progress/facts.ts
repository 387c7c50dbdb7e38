import type { LocalTime } from "../lib/day.ts";
import type { Language } from "../prompts/deck.ts";
import type { Rating, Take } from "../store/take.ts";

/** The measures that are followed over time; units are in the name or in DESIGN's list of words. */
export const measureNames = [
  "responseLatency",
  "speechRate",
  "articulationRate",
  "phonationTimeRatio",
  "meanLengthOfRun",
  "f0SdSemitones",
  "loudness",
  "pausesPerMinute",
  "longPausesPerMinute",
] as const;
export type MeasureName = (typeof measureNames)[number];

/** What one cue did. `recovery` is in seconds; null when it is unknown, or when nothing broke (`held`). */
export type CueFact = Readonly<{ kind: string; at: number; recovery: number | null; held: boolean }>;

/** What progress is counted from: a take without its plan, its microphone and its words. */
export type TakeFacts = Readonly<{
  id: string;
  drill: string;
  started: LocalTime;
  language: Language;
  title: Readonly<{ deck: string; id: string }>;
  pressure: number;
  /** Seconds spoken, see `spokenSeconds`. */
  spoken: number;
  replayed: boolean;
  rating: Rating | null;
  /** Only what is known. */
  measures: Readonly<Partial<Record<MeasureName, number>>>;
  cues: readonly CueFact[];
}>;

const finite = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

type Span = readonly [start: number, end: number];

/** A list of places in seconds, or null where something else stands: old takes and other apps' files are read too. */
function spansOf(value: unknown): readonly Span[] | null {
  if (!Array.isArray(value)) return null;
  const whole = value.every(
    (span) => Array.isArray(span) && finite(span[0]) !== null && finite(span[1]) !== null,
  );
  return whole ? (value as Span[]) : null;
}

/**
 * How long the speaker spoke, in seconds: from the first speech to the last one, pauses included, since a pause is
 * part of a talk. Where the speech was not measured, all of the take after the go signal.
 */
export function spokenSeconds({
  measures,
  length,
  goAt,
}: Pick<Take, "measures" | "length" | "goAt">): number {
  const speech = spansOf(measures?.speech);
  if (speech === null) return Math.max(0, length - goAt);
  const [first, last] = [speech[0], speech.at(-1)];
  return first && last ? Math.max(0, last[1] - first[0]) : 0;
}

/** A pause that listeners notice, in seconds. */
const LONG = 1;

/** The measures of a take that progress follows, those that are known. */
function followed(measures: Take["measures"]): TakeFacts["measures"] {
  if (measures === null) return {};
  const minutes = (finite(measures.duration) ?? 0) / 60;
  const pauses = minutes > 0 ? spansOf(measures.pauses) : null;
  const found: Partial<Record<MeasureName, number>> = {};
  for (const name of measureNames) {
    const value = finite(measures[name]);
    if (value !== null) found[name] = value;
  }
  if (pauses) {
    found.pausesPerMinute = pauses.length / minutes;
    found.longPausesPerMinute = pauses.filter(([start, end]) => end - start >= LONG).length / minutes;
  }
  return found;
}

function cueFacts(cues: unknown): readonly CueFact[] {
  if (!Array.isArray(cues)) return [];
  return cues.flatMap((cue: unknown) => {
    if (typeof cue !== "object" || cue === null) return [];
    const { kind, at, recovery, held } = cue as Record<string, unknown>;
    const place = finite(at);
    if (typeof kind !== "string" || place === null) return [];
    return [{ kind, at: place, recovery: held === true ? null : finite(recovery), held: held === true }];
  });
}

/**
 * The facts of one take.
 * @param replayed whether its user has listened to it again; the take itself does not say
 */
export function factsOf(take: Take, replayed: boolean): TakeFacts {
  const { id, drill, started, language, pressure, rating } = take;
  return {
    id,
    drill,
    started,
    language,
    title: { deck: take.title.deck, id: take.title.id },
    pressure,
    spoken: spokenSeconds(take),
    replayed,
    rating: rating !== null && Object.values(rating).some((mark) => mark !== undefined) ? rating : null,
    measures: followed(take.measures),
    cues: cueFacts(take.measures?.cues),
  };
}
