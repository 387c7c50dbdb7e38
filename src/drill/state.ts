import type { Ms } from "../lib/units.ts";
import type { Title } from "../prompts/deck.ts";
import type { Plan, PlannedCue, PlannedRound } from "./plan.ts";
import type { RoundClock } from "./roundClock.ts";
import type { Speech } from "./speech.ts";

/** Why there is no sound, or no more of it. Each has a sentence in `src/i18n`, with what to do. */
export const failures = [
  "denied", // the user or the system said no
  "no-device", // there is no microphone
  "unsupported", // this browser, or this page's address, cannot record
  "busy", // another program holds the microphone
  "lost", // the microphone went away
  "silent", // it is there, and delivers nothing
  "recorder", // the browser's recorder broke
  "storage", // what was said cannot be written down
] as const;
export type Failure = (typeof failures)[number];

/** A cue that really happened. Times count from the go signal; the take's own line comes with `chunkMap`. */
export type Marker = Readonly<{
  kind: string;
  at: Ms;
  /** When it was over; null while it lasts. */
  until: Ms | null;
  line: PlannedCue["line"];
  /** What let it strike: the speaker's voice, or its window closing. */
  struck: "in-window" | "window-closed";
}>;

/** What came of one round. `goAt` and `endedAt` are moments on the clock, `length` the time between them. */
export type RoundOutcome = Readonly<{
  round: number;
  title: Title;
  redealt: boolean;
  goAt: Ms;
  endedAt: Ms;
  length: Ms;
  markers: readonly Marker[];
  /** The outline that was written while preparing. */
  bullets: readonly string[];
  /** When the title changed to the spare one, from the go signal; null when it did not. */
  turnedAt: Ms | null;
  cutShort?: Failure;
}>;

/** `shown`: its stamp is the moment it was seen, and not only the one it was meant for. */
type ActiveCue = Readonly<{ cue: PlannedCue; at: Ms; spokenBefore: Ms; shown: boolean }>;

/** The card lies face down: a title that is seen before its preparation begins is a title prepared for. */
type Dealt = Readonly<{ phase: "dealt"; problem?: Failure }>;
type Preparing = Readonly<{
  phase: "preparing";
  redealt: boolean;
  /** The microphone to open, the time to pass, or the first recorded sample to arrive. */
  waitingFor: "microphone" | "time" | "recorder";
  since: Ms;
  /** The outline as far as it is written. */
  bullets: readonly string[];
}>;
type Speaking = Readonly<{
  phase: "speaking";
  redealt: boolean;
  goAt: Ms;
  bullets: readonly string[];
  /** When the title changed half-way, from the go signal; null while it has not, or is not to. */
  turnedAt: Ms | null;
  /** Cues of the plan already dealt with: fired, or dropped because the tab slept through them. */
  dealtWith: number;
  active: ActiveCue | null;
  markers: readonly Marker[];
  speech: Speech;
  clock: RoundClock;
  /** The speaker is done, and the last cue is not over: the recording goes on. */
  closing: boolean;
}>;
type Rating = Readonly<{ phase: "rating"; outcome: RoundOutcome }>;
type Over = Readonly<{ phase: "finished" | "left" }>;

/** One sitting. `round` is the index of the round it is in; `outcomes` the rounds spoken so far. */
export type Drill = Readonly<{ plan: Plan; round: number; outcomes: readonly RoundOutcome[] }> &
  (Dealt | Preparing | Speaking | Rating | Over);

export type DrillEvent =
  | Readonly<{
      type: "begin" | "redeal" | "ready" | "recording" | "tick" | "shown" | "done" | "rated" | "leave";
      now: Ms;
    }>
  | Readonly<{ type: "voice"; speaking: boolean; now: Ms }>
  | Readonly<{ type: "outline"; bullets: readonly string[]; now: Ms }>
  | Readonly<{ type: "failed"; reason: Failure; now: Ms }>;

/** A drill in one phase. */
export type In<Phase extends Drill["phase"]> = Extract<Drill, { phase: Phase }>;

/** The round a drill is in. Throws a RangeError for a plan without that round, which planning never makes. */
export function currentRound({ plan, round }: Pick<Drill, "plan" | "round">): PlannedRound {
  const planned = plan.rounds[round];
  if (!planned) throw new RangeError(`The plan has no round ${round}`);
  return planned;
}

/** The title that a round began with: the dealt one, or the spare after a redeal. */
export const titleOnTable = (planned: PlannedRound, redealt: boolean): Title =>
  redealt ? planned.spare : planned.title;

/** The title as it stands now: the spare one once it has changed half-way. */
export const titleNow = (planned: PlannedRound, speaking: Pick<Speaking, "redealt" | "turnedAt">): Title =>
  titleOnTable(planned, speaking.redealt || speaking.turnedAt !== null);
