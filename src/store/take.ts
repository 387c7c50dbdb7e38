import * as v from "valibot";
import type { Plan } from "../drill/plan.ts";
import { languages } from "../prompts/deck.ts";
import { readVersioned } from "./versioned.ts";

const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const text = v.string();
const flag = v.nullable(v.boolean());

const lineSchema = v.nullable(v.object({ deck: text, cue: text, text }));

/** A cue as it lies on the take's own line, in seconds. `origin` says who let it happen: the plan, or a partner. */
export const cueSchema = v.object({
  kind: text,
  at: seconds,
  until: v.nullable(seconds),
  line: lineSchema,
  origin: text,
});
export type TakeCue = Readonly<v.InferOutput<typeof cueSchema>>;

export const microphoneSchema = v.object({
  label: text,
  sampleRate: v.nullable(v.number()),
  channels: v.nullable(v.number()),
  echoCancellation: flag,
  noiseSuppression: flag,
  autoGainControl: flag,
});

/** The five anchored scales. */
export const scales = ["opening", "thread", "recovery", "believable", "close"] as const;
export type Scale = (typeof scales)[number];

const mark = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));

export const ratingSchema = v.object({
  opening: mark,
  thread: mark,
  recovery: mark,
  believable: mark,
  close: mark,
});
/** The user's own 1 to 5; a scale that was skipped is left out. */
export type Rating = Readonly<v.InferOutput<typeof ratingSchema>>;

/** The mean of the scales that were rated; null when none was. */
export function meanRating(rating: Rating | null): number | null {
  const marks = scales.flatMap((scale) => rating?.[scale] ?? []);
  return marks.length > 0 ? marks.reduce((sum, mark) => sum + mark, 0) / marks.length : null;
}

/** The plan is kept as it was; it is only looked at, so its outline is all that is checked. */
const planSchema = v.custom<Plan>(
  (value) => typeof value === "object" && value !== null && "rounds" in value && Array.isArray(value.rounds),
  "the plan is missing its rounds",
);

export const titleSchema = v.object({ deck: text, id: text, text });

const local = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/));

export const startedSchema = v.object({
  local,
  utcOffset: v.pipe(v.number(), v.integer(), v.minValue(-1080), v.maxValue(1080)),
});

/** One recorded answer, with everything that happened in it. */
export const takeSchema = v.object({
  version: v.literal(2),
  id: v.pipe(v.string(), v.uuid()),
  /** The drill it belongs to, and the round in it. */
  drill: v.pipe(v.string(), v.uuid()),
  round: v.pipe(v.number(), v.integer(), v.minValue(0)),
  seed: v.number(),
  plan: planSchema,
  title: titleSchema,
  language: v.picklist(languages),
  started: startedSchema,
  /** How long it sounds, in seconds. */
  length: seconds,
  /** Where the go signal lies. */
  goAt: seconds,
  cues: v.array(cueSchema),
  support: text,
  /** The bullets that were on the table; none when there was no outline, or none was written. */
  outline: v.array(text),
  /** Where the title changed half-way, and to which; null when it did not. */
  turn: v.nullable(v.object({ at: seconds, title: titleSchema })),
  pressure: v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
  microphone: microphoneSchema,
  audio: v.object({
    type: text,
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** SHA-256 of the file, in hexadecimal: what tells a damaged recording from a whole one. */
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    /** Holes of the capture, filled with silence; null when they could not be found. */
    gaps: v.nullable(v.array(v.object({ at: seconds, length: seconds }))),
  }),
  /** Why it ended before its speaker did; null when the speaker ended it. */
  cutShort: v.nullable(text),
  /** Made whole from what a crash left, rather than finished by its speaker. */
  recovered: v.boolean(),
  measures: v.nullable(v.record(v.string(), v.unknown())),
  rating: v.nullable(ratingSchema),
  notes: text,
  tags: v.array(text),
  /** When it was last changed by its user, in milliseconds since 1970 UTC: of two copies, the later one counts. */
  changed: v.pipe(v.number(), v.integer()),
  /** When it was put in the bin, in milliseconds since 1970 UTC; null while it is kept. */
  binned: v.nullable(v.number()),
});

export type Take = Readonly<v.InferOutput<typeof takeSchema>>;

/** What a user may change of a take once it is recorded. */
export type TakeEdit = Partial<Pick<Take, "rating" | "notes" | "tags">>;

/** Steps from one version to the next, oldest first: `migrations[n]` takes a record of version n + 1 to n + 2. */
const migrations: readonly ((record: Record<string, unknown>) => Record<string, unknown>)[] = [
  (record) => ({ ...record, version: 2, outline: [], turn: null }),
];

export type ReadTake = Readonly<{ take: Take }> | Readonly<{ problem: string }>;

/**
 * Reads a record of any version, on the way in and out.
 * @returns the take; or why it is none, with the place of the first fault, so that it can be kept aside and named
 */
export function readTake(value: unknown): ReadTake {
  const read = readVersioned(value, takeSchema, migrations);
  return "record" in read ? { take: read.record } : read;
}
