import { type Day, practiceDay } from "../lib/calendarDay.ts";
import { epochOf } from "../lib/day.ts";
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
  /** The day it counts for, see `practiceDay`. */
  day: Day;
  /** When it was begun, in milliseconds since 1970 UTC: for the order of takes, never for their day. */
  epoch: number;
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

/** Whether that is a place in seconds: old takes and other apps' files are read too. */
const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && finite(value[0]) !== null && finite(value[1]) !== null;

/**
 * How long the speaker spoke, in seconds: from the first speech to the last one, pauses included, since a pause is
 * part of a talk. Where the speech was not measured, all of the take after the go signal.
 */
export function spokenSeconds({
  measures,
  length,
  goAt,
}: Pick<Take, "measures" | "length" | "goAt">): number {
  const speech: unknown = measures?.speech;
  const [first, last] = Array.isArray(speech) ? [speech[0], speech.at(-1)] : [null, null];
  if (isSpan(first) && isSpan(last)) return Math.max(0, last[1] - first[0]);
  return Array.isArray(speech) && speech.length === 0 ? 0 : Math.max(0, length - goAt);
}

/** A pause that listeners notice, in seconds. */
const LONG = 1;

/** Pauses a minute, all and the long ones; null where they are not known. */
function pausesAMinute(pauses: unknown, seconds: number): readonly [all: number, long: number] | null {
  if (!Array.isArray(pauses) || !(seconds > 0)) return null;
  let long = 0;
  for (const pause of pauses) {
    if (!isSpan(pause)) return null;
    if (pause[1] - pause[0] >= LONG) long++;
  }
  return [(pauses.length * 60) / seconds, (long * 60) / seconds];
}

/** The measures of a take that progress follows, those that are known. */
function followed(measures: Take["measures"]): TakeFacts["measures"] {
  if (measures === null) return {};
  const found: Partial<Record<MeasureName, number>> = {};
  for (const name of measureNames) {
    const value = finite(measures[name]);
    if (value !== null) found[name] = value;
  }
  const pauses = pausesAMinute(measures.pauses, finite(measures.duration) ?? 0);
  if (pauses) [found.pausesPerMinute, found.longPausesPerMinute] = pauses;
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
 * @param lateHour whole hours after midnight at which the next day begins, 0 to 23
 */
export function factsOf(take: Take, replayed: boolean, lateHour: number): TakeFacts {
  const { id, drill, started, language, pressure, rating } = take;
  return {
    id,
    drill,
    day: practiceDay(started, lateHour),
    epoch: epochOf(started),
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
