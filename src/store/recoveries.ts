import * as v from "valibot";
import { cueKindOf } from "../cues/index.ts";
import type { RecoveryFact } from "../drill/levels.ts";
import { epochOf } from "../lib/day.ts";
import type { Take } from "./take.ts";

/* What is read of a take's measures here. They are kept as they were made: of whatever is missing, nothing is learnt. */
const effectSchema = v.object({
  kind: v.string(),
  at: v.number(),
  until: v.optional(v.nullable(v.number()), null),
  recovery: v.optional(v.nullable(v.number()), null),
  held: v.optional(v.boolean(), false),
});
type Effect = v.InferOutput<typeof effectSchema>;

const spans = v.fallback(v.nullable(v.array(v.tuple([v.number(), v.number()]))), null);

/** The last word rings on for so long after the close; only speech behind it fills the silence. In seconds. */
const LAST_WORD = 0.5;
/** A cough is no speech. In seconds. */
const SHORTEST_SPEECH = 0.3;

/** What takes tell of how their speaker came through each cue, for the levels. Takes without measures tell nothing. */
export function recoveriesOf(takes: readonly Take[]): readonly RecoveryFact[] {
  return takes.flatMap(({ measures, started }) => {
    const cues = measures?.cues;
    if (!Array.isArray(cues)) return [];
    const speech = v.parse(spans, measures?.speech ?? null);
    const begun = epochOf(started) / 1000;
    return cues.flatMap((cue: unknown): RecoveryFact[] => {
      const read = v.safeParse(effectSchema, cue);
      if (!read.success) return [];
      const effect = read.output;
      const quiet = cueKindOf(effect.kind)?.asks === "quiet";
      const recovery = quiet ? keptQuiet(effect, speech) : effect.held ? "held" : effect.recovery;
      return [{ kind: effect.kind, recovery, at: begun + effect.at }];
    });
  });
}

/** Where nothing was to be said, saying nothing is what holds; speech never was a good recovery. */
function keptQuiet(
  { at, until }: Effect,
  speech: readonly (readonly [number, number])[] | null,
): RecoveryFact["recovery"] {
  if (!speech || until === null) return null;
  const filled = speech.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, until) - Math.max(start, at + LAST_WORD)),
    0,
  );
  return filled < SHORTEST_SPEECH ? "held" : Number.POSITIVE_INFINITY;
}
