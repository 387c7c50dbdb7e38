import type { Expression } from "../client/mood.ts";
import { cueKindOf } from "../cues/index.ts";
import type { Hideable } from "../cues/kind.ts";
import { type Ms, ms, s } from "../lib/units.ts";
import type { Line } from "../prompts/deck.ts";
import { silentFor, talkingFor } from "./speech.ts";
import type { Drill } from "./state.ts";

/** What the room looks like at a moment: all that a screen has to draw. */
export type Stage = Readonly<{
  expression: Expression;
  /** The client's mouth moves. */
  speaking: boolean;
  /** What the client says or has just said. */
  caption: Line | null;
  hides: readonly Hideable[];
  /** One slow breath out is shown. */
  breathing: boolean;
  /** The cue that lasts, by kind. */
  cue: string | null;
  /** The title has just changed. */
  titleChanged: boolean;
}>;

/** A line stays readable this long after it was said. */
const CAPTION_STAYS: Ms = s(4);
/** That the title has changed is said this long. */
const CHANGE_SHOWS: Ms = s(4);
/** Won back, the client shows it this long. */
const SOFT_FOR: Ms = s(3);
/** Speech without a pause that brings the client in, and silence that makes them wait. */
const RHYTHM: Ms = s(4);
const PATIENCE: Ms = s(3);

const calm: Stage = {
  expression: "neutral",
  speaking: false,
  caption: null,
  hides: [],
  breathing: false,
  cue: null,
  titleChanged: false,
};

/** The stage of a drill at `now`. */
export function stageOf(drill: Drill, now: Ms): Stage {
  if (drill.phase !== "speaking") return calm;
  const at = ms(now - drill.goAt);
  const { active, turnedAt } = drill;
  const titleChanged = turnedAt !== null && at - turnedAt < CHANGE_SHOWS;
  if (active) {
    const kind = cueKindOf(active.cue.kind);
    return {
      expression: kind?.scene.expression ?? "neutral",
      speaking: active.cue.line !== null,
      caption: active.cue.line,
      hides: kind?.scene.hides ?? [],
      breathing: at - active.at < (kind?.scene.breath ?? 0),
      cue: active.cue.kind,
      titleChanged,
    };
  }
  const last = drill.markers.at(-1);
  const since = last?.until == null ? Number.POSITIVE_INFINITY : at - last.until;
  const wonBack = last !== undefined && last.line === null && since < SOFT_FOR;
  const caption = since < CAPTION_STAYS ? (last?.line ?? null) : null;
  const expression = wonBack ? "won-back" : mood(talkingFor(drill.speech, now), silentFor(drill.speech, now));
  return { ...calm, expression, caption, titleChanged };
}

function mood(talking: Ms, silent: Ms): Expression {
  if (talking >= RHYTHM) return "engaged";
  return silent >= PATIENCE ? "waiting" : "neutral";
}
