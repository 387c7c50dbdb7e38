import { type Ms, ms } from "../lib/units.ts";
import { BREATH } from "./heard.ts";
import type { Plan, PlannedCue } from "./plan.ts";

/** A mouth closes a little after the last word. */
const MOUTH_CLOSES = ms(90);

/**
 * The plan with the client's turns as long as the recordings of their lines really are. Nothing else moves: what
 * comes, and when, still follows from the seed alone.
 * @param lengthOf of a line's recording; null when nobody recorded it
 */
export function withRecordedLines(plan: Plan, lengthOf: (text: string) => Ms | null): Plan {
  const fitted = (cue: PlannedCue): PlannedCue => {
    const length = cue.line === null ? null : lengthOf(cue.line.text);
    if (length === null) return cue;
    return { ...cue, least: ms(Math.min(cue.most, Math.round(BREATH + length + MOUTH_CLOSES))) };
  };
  const rounds = plan.rounds.map((round) => ({
    ...round,
    cues: round.cues.map(fitted),
    cuesForSpare: round.cuesForSpare.map(fitted),
  }));
  return { ...plan, rounds };
}
