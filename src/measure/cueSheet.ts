import * as v from "valibot";
import type { Cue } from "./recovery.ts";

const moment = v.pipe(v.number(), v.finite(), v.minValue(0));
const cueSchema = v.object({
  kind: v.string(),
  at: moment,
  until: v.optional(v.nullable(moment), null),
  leak: v.optional(v.boolean()),
  /** What the client said; null in a take's record when they said nothing. */
  line: v.optional(v.unknown()),
});
const sheetSchema = v.object({
  cues: v.array(cueSchema),
  goAt: v.optional(moment),
});

/** The cues of a take and where the go signal lies, as a file of its own or as part of a take's record. */
export type CueSheet = Readonly<{ cues: readonly Cue[]; goAt?: number }>;

/**
 * Reads a list of cues, or a record with `cues`: a take's own will do. Whether the client's sound is in the recording is
 * the cue's own to say (`leak`); a cue that says nothing was not heard.
 * @throws Error that says what is wrong and where
 */
export function readCueSheet(value: unknown): CueSheet {
  const result = v.safeParse(sheetSchema, Array.isArray(value) ? { cues: value } : value);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`not a list of cues: ${v.getDotPath(issue) ?? "the whole file"}: ${issue.message}`);
  }
  const { cues, goAt } = result.output;
  return {
    cues: cues.map(({ leak = false, line, ...cue }) => ({ ...cue, silent: line === null, leak })),
    ...(goAt === undefined ? {} : { goAt }),
  };
}
