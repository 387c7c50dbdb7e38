import * as v from "valibot";
import { supports } from "../drill/settings.ts";
import { languages, tempers } from "../prompts/deck.ts";
import { startedSchema } from "../store/take.ts";
import { type Migration, readVersioned } from "../store/versioned.ts";

const uuid = v.pipe(v.string(), v.uuid());
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(280), v.regex(/^[^\r\n]*$/, "more than one line"));
const said = v.pipe(line, v.regex(/\S/, "empty"));

/** No two entries share an id. */
const byId = <Entry extends { id: string }>(entries: readonly Entry[]): boolean =>
  new Set(entries.map(({ id }) => id)).size === entries.length;

/** Somebody who will be in the room: one of the cast, and how they are today. */
const attendeeSchema = v.object({ client: v.string(), temper: v.nullable(v.picklist(tempers)) });

/** A question that is feared, and where it came from. */
const questionSchema = v.object({
  id: uuid,
  text: said,
  from: v.picklist(["typed", "pasted", "deck", "met"]),
});
export type FearedQuestion = Readonly<v.InferOutput<typeof questionSchema>>;

const pointSchema = v.object({ id: uuid, text: said });
export type MustSayPoint = Readonly<v.InferOutput<typeof pointSchema>>;

/** The ways to practise. `third` is "we only have five minutes now"; `warm-up` is for the day itself. */
export const ways = ["full", "hot-seat", "opening", "third", "warm-up"] as const;
export type Way = (typeof ways)[number];

const mark = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));

/** A question that was met in a run. */
const answerSchema = v.object({
  question: uuid,
  /** Where it was asked in the take, in seconds. */
  at: seconds,
  /** Seconds from its end to the first words of the answer; null: unknown. */
  latency: v.nullable(seconds),
  /** The user's own mark; null: not rated. */
  rating: mark,
});
export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;

const runSchema = v.object({
  /** Its take; a hot seat or an opening repeated has several runs. */
  take: uuid,
  way: v.picklist(ways),
  started: startedSchema,
  /** Seconds spoken for. */
  length: seconds,
  support: v.picklist(supports),
  pressure: v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
  answers: v.array(answerSchema),
  /** Must-say points found on replay, with their place in seconds; null: nobody has looked yet. */
  ticks: v.nullable(v.array(v.object({ point: uuid, at: seconds }))),
  /** The user's own mark of the opening; null: not rated. */
  openingRating: mark,
});
export type Run = Readonly<v.InferOutput<typeof runSchema>>;

const debriefSchema = v.object({
  at: startedSchema,
  /** How it went, 1 to 5; null: not said. */
  rating: mark,
  notes: v.string(),
  /** The take of a spoken debrief; null: typed. */
  take: v.nullable(uuid),
  /** What really interrupted: lines for the user's own deck. */
  interruptions: v.array(said),
  /** Questions that came and were not on the list. */
  unexpected: v.array(said),
});
export type Debrief = Readonly<v.InferOutput<typeof debriefSchema>>;

/** A presentation that matters, and how it was practised. */
export const rehearsalSchema = v.object({
  version: v.literal(1),
  id: uuid,
  /** Client or company. */
  client: line,
  title: said,
  language: v.picklist(languages),
  /** When it begins, as the wall will show it there. */
  at: startedSchema,
  /** Planned length in seconds, up to 60 minutes. */
  length: v.pipe(seconds, v.minValue(60), v.maxValue(3_600)),
  room: v.array(attendeeSchema),
  bullets: v.pipe(v.array(said), v.maxLength(5)),
  mustSay: v.pipe(v.array(pointSchema), v.check(byId, "the same id twice")),
  questions: v.pipe(v.array(questionSchema), v.check(byId, "the same id twice")),
  /** What to wish for at the end: the next step asked of the client. */
  wish: line,
  /** How many runs are planned in all. */
  runsPlanned: v.pipe(count, v.maxValue(60)),
  runs: v.array(runSchema),
  debrief: v.nullable(debriefSchema),
  made: startedSchema,
  /** When it was last changed, in milliseconds since 1970 UTC: of two copies, the later one counts. */
  changed: v.pipe(v.number(), v.integer()),
  /** When it was put in the bin, in milliseconds since 1970 UTC; null while it is kept. */
  binned: v.nullable(v.number()),
});

export type Rehearsal = Readonly<v.InferOutput<typeof rehearsalSchema>>;

const migrations: readonly Migration[] = [];

export type ReadRehearsal = Readonly<{ rehearsal: Rehearsal }> | Readonly<{ problem: string }>;

/**
 * Reads a record of any version, on the way in and out.
 * @returns the rehearsal; or why it is none, with the place of the first fault
 */
export function readRehearsal(value: unknown): ReadRehearsal {
  const read = readVersioned(value, rehearsalSchema, migrations);
  return "record" in read ? { rehearsal: read.record } : read;
}
