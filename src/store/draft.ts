import * as v from "valibot";
import type { Plan } from "../drill/plan.ts";
import type { Chunk } from "../recorder/recorder.ts";
import { cueSchema, type Take, takeSchema, titleSchema } from "./take.ts";

const { id, drill, round, seed, plan, title, language, started, support, pressure, microphone } =
  takeSchema.entries;

/**
 * A take while it is being said. It is on disk before the first sample, and grows with every cue, so that a crash
 * leaves all there is to make it whole. Moments are milliseconds of the clock it was recorded on (`origin` ties that
 * clock to the wall), since a place on the take's line is only known in the end.
 */
export const draftSchema = v.object({
  version: v.literal(1),
  id,
  drill,
  round,
  seed,
  plan,
  title,
  language,
  started,
  support,
  pressure,
  microphone,
  type: v.string(),
  requestedAt: v.number(),
  goAt: v.nullable(v.number()),
  outline: v.optional(v.array(v.string()), []), // not in the drafts of older versions
  turn: v.optional(v.nullable(v.object({ at: v.number(), title: titleSchema })), null),
  cues: v.array(v.object({ ...cueSchema.entries, at: v.number(), until: v.nullable(v.number()) })),
});
export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;

/** The facts of a draft that a take keeps as they are. */
export function keptFacts(
  draft: Draft,
): Pick<Take, "id" | "drill" | "round" | "seed" | "title" | "language"> &
  Pick<Take, "started" | "support" | "outline" | "pressure" | "microphone"> & { plan: Plan } {
  const { id, drill, round, seed, plan, title, language, started, support, outline, pressure, microphone } =
    draft;
  return { id, drill, round, seed, plan, title, language, started, support, outline, pressure, microphone };
}

/** Drafts and their chunks, written while a take is being said. */
export interface DraftStore {
  /** Writes the draft, anew or over its older self. */
  save(draft: Draft): Promise<void>;
  /** Writes one more chunk. `index` counts from 0. */
  append(id: string, index: number, chunk: Chunk): Promise<void>;
  /** All drafts there are, and the ids of chunks that belong to none. Unreadable ones are told by their id. */
  list(): Promise<
    Readonly<{ drafts: readonly Draft[]; unreadable: readonly string[]; strays: readonly string[] }>
  >;
  /** The chunks of a draft by their index. */
  chunks(id: string): Promise<ReadonlyMap<number, Chunk>>;
  /** Forgets a draft and its chunks. */
  discard(id: string): Promise<void>;
}
