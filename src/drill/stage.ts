import type { Expression } from "../client/mood.ts";
import { cueKindOf } from "../cues/index.ts";
import type { Hideable } from "../cues/kind.ts";
import { type Ms, ms, s } from "../lib/units.ts";
import type { Line } from "../prompts/deck.ts";
import { nextCue } from "./cueing.ts";
import { clockFace, type Light, light } from "./light.ts";
import { extraAt, momentOf, roundTime } from "./roundClock.ts";
import { inRhythm, type Speech, silentFor, talkingFor } from "./speech.ts";
import type { Drill, In } from "./state.ts";

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
  /** The client nods along. */
  nodding: boolean;
  /** Something is about to happen (the softer mode says so). */
  warning: boolean;
}>;

/** What the clock in the room shows: the round's, or a short one of its own while that stands still. */
export type ClockStage = Readonly<{
  left: Ms;
  over: Ms;
  /** How much of it is gone, in [0, 1]. */
  share: number;
  tone: Light;
  /** A short clock runs: say it again before it is over. */
  extra: boolean;
  /** A cue has just changed the clock. */
  changed: boolean;
}>;

/** A line stays readable this long after it was said. */
const CAPTION_STAYS: Ms = s(4);
/** That the title has changed is said this long. */
const CHANGE_SHOWS: Ms = s(4);
/** Won back, the client shows it this long. */
const SOFT_FOR: Ms = s(3);
/** Speech without a pause that draws the client in. */
const DRAWN_IN: Ms = s(4);
/** A monologue without a pause: the client looks at the watch, for a moment and then again and again. */
const MONOLOGUE: Ms = s(25);
const GLANCE: Ms = s(2.5);
const GLANCE_EVERY: Ms = s(10);
/** Silence that makes the client wait, and silence that makes them take out the phone. */
const PATIENCE: Ms = s(3);
const BOREDOM: Ms = s(8);
/** So long before a window opens the softer mode says that something will happen. */
const WARNING: Ms = s(4);

const calm: Stage = {
  expression: "neutral",
  speaking: false,
  caption: null,
  hides: [],
  breathing: false,
  cue: null,
  titleChanged: false,
  nodding: false,
  warning: false,
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
      ...calm,
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
  const expression = wonBack ? "won-back" : mood(drill.speech, now);
  const nodding = !wonBack && inRhythm(drill.speech, now);
  return { ...calm, expression, caption, titleChanged, nodding, warning: isNear(drill, at) };
}

/** What the voice alone puts on the client's face: the same voice, the same face. */
function mood(speech: Speech, now: Ms): Expression {
  const [talking, silent] = [talkingFor(speech, now), silentFor(speech, now)];
  if (talking >= MONOLOGUE)
    return (talking - MONOLOGUE) % GLANCE_EVERY < GLANCE ? "glance-at-watch" : "bored";
  if (talking >= DRAWN_IN || inRhythm(speech, now)) return "engaged";
  if (silent >= BOREDOM) return "look-at-phone";
  return silent >= PATIENCE ? "waiting" : "neutral";
}

/** Whether a cue is so near that the softer mode warns of it. */
function isNear(drill: In<"speaking">, at: Ms): boolean {
  const cue = drill.plan.softer ? nextCue(drill) : null;
  return (
    cue !== null && extraAt(drill.clock, at) === null && at >= momentOf(drill.clock, cue.earliest) - WARNING
  );
}

/** The clock of a round at `now`. */
export function clockOf({ plan, clock, goAt }: In<"speaking">, now: Ms): ClockStage {
  const at = ms(now - goAt);
  const extra = extraAt(clock, at);
  const [elapsed, length] = extra
    ? [ms(at - extra.from), ms(extra.until - extra.from)]
    : [roundTime(clock, at), clock.end];
  return {
    ...clockFace(elapsed, length),
    tone: light(elapsed, length, plan.softer),
    extra: extra !== null,
    changed: clock.changedAt !== null && at - clock.changedAt < CHANGE_SHOWS,
  };
}
