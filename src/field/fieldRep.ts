import * as v from "valibot";
import { type Day, dayOfDate, isDate } from "../lib/calendarDay.ts";
import { startedSchema } from "../store/take.ts";
import { type Migration, readVersioned } from "../store/versioned.ts";

/** Where one practises with real people. */
export const circles = [
  "client-visit",
  "client-call",
  "salon",
  "speaking-club",
  "deduction-evening",
  "community-evening",
  "other",
] as const;
export type Circle = (typeof circles)[number];

/** What one may set out to practise there; their words are in `src/i18n`. */
export const skills = [
  "first-step",
  "ask-and-wait",
  "one-sentence",
  "story",
  "disagree-kindly",
  "admit-a-weakness",
  "bridge-back",
  "hold-the-silence",
  "ask-for-the-next-step",
  "leave-well",
] as const;
export type Skill = (typeof skills)[number];

/** Longest line that a field of one line takes, in characters. */
export const LINE = 280;
const line = v.pipe(v.string(), v.maxLength(LINE), v.regex(/^[^\r\n]*$/, "more than one line"));
const uuid = v.pipe(v.string(), v.uuid());

/** One practice with real people. */
export const fieldRepSchema = v.object({
  version: v.literal(1),
  id: uuid,
  circle: v.picklist(circles),
  /** The day it happened, `2026-11-21`; it may be written down later. */
  date: v.pipe(v.string(), v.check(isDate, "no such date")),
  /** Who took the first step; null: not said. */
  firstStep: v.nullable(v.picklist(["me", "them"])),
  /** What made them believe or doubt: which of the two, and one line. */
  verdict: v.nullable(v.picklist(["believed", "doubted"])),
  why: line,
  /** People met; null: not said. */
  people: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))),
  /** What was practised; null: nothing in particular. */
  skill: v.nullable(v.picklist(skills)),
  /** The take of a spoken debrief, recorded without cues; null: none. */
  debrief: v.nullable(uuid),
  notes: v.string(),
  /** When it was written down. */
  entered: startedSchema,
  /** When it was last changed, in milliseconds since 1970 UTC: of two copies, the later one counts. */
  changed: v.pipe(v.number(), v.integer()),
  /** When it was put in the bin, in milliseconds since 1970 UTC; null while it is kept. */
  binned: v.nullable(v.number()),
});

export type FieldRep = Readonly<v.InferOutput<typeof fieldRepSchema>>;

/** What its user may change of it. */
export type FieldRepEdit = Partial<Omit<FieldRep, "version" | "id" | "entered" | "changed" | "binned">>;

/** `migrations[n]` takes a record of version n + 1 to n + 2; there is only one version yet. */
const migrations: readonly Migration[] = [];

export type ReadFieldRep = Readonly<{ rep: FieldRep }> | Readonly<{ problem: string }>;

/**
 * Reads a record of any version, on the way in and out.
 * @returns the rep; or why it is none, with the place of the first fault
 */
export function readFieldRep(value: unknown): ReadFieldRep {
  const read = readVersioned(value, fieldRepSchema, migrations);
  return "record" in read ? { rep: read.record } : read;
}

/** Whether a rep may be dated so: any day that has come. */
export const hasCome = (date: string, today: Day): boolean => isDate(date) && dayOfDate(date) <= today;
