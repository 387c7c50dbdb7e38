import { type Ms, ms, s } from "../lib/units.ts";
import type { Title } from "../prompts/deck.ts";
import type { Plan, PlannedCue, PlannedRound } from "./plan.ts";
import { hush, type Speech, speechBy, talkingFor, talks } from "./speech.ts";

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
  cutShort?: Failure;
}>;

type ActiveCue = Readonly<{ cue: PlannedCue; at: Ms; spokenBefore: Ms }>;

/** The card lies face down: a title that is seen before its preparation begins is a title prepared for. */
type Dealt = Readonly<{ phase: "dealt"; problem?: Failure }>;
type Preparing = Readonly<{
  phase: "preparing";
  redealt: boolean;
  /** The microphone to open, the time to pass, or the first recorded sample to arrive. */
  waitingFor: "microphone" | "time" | "recorder";
  since: Ms;
}>;
type Speaking = Readonly<{
  phase: "speaking";
  redealt: boolean;
  goAt: Ms;
  /** Cues of the plan already dealt with: fired, or dropped because the tab slept through them. */
  dealtWith: number;
  active: ActiveCue | null;
  markers: readonly Marker[];
  speech: Speech;
}>;
type Rating = Readonly<{ phase: "rating"; outcome: RoundOutcome }>;
type Over = Readonly<{ phase: "finished" | "left" }>;

/** One sitting. `round` is the index of the round it is in; `outcomes` the rounds spoken so far. */
export type Drill = Readonly<{ plan: Plan; round: number; outcomes: readonly RoundOutcome[] }> &
  (Dealt | Preparing | Speaking | Rating | Over);

export type DrillEvent =
  | Readonly<{
      type: "begin" | "redeal" | "ready" | "recording" | "tick" | "done" | "rated" | "leave";
      now: Ms;
    }>
  | Readonly<{ type: "voice"; speaking: boolean; now: Ms }>
  | Readonly<{ type: "failed"; reason: Failure; now: Ms }>;

/** What fell due while the tab was asleep is dropped: all at once it would be noise. */
const STALE: Ms = s(1.5);
/** A cut-in waits until the speaker has talked this long without a pause. */
const MID_SPEECH: Ms = s(2);
/** Where there is no time to prepare, a title may still be exchanged this long after it was seen. */
const SECOND_THOUGHTS: Ms = s(5);
/** Somebody who walked away is not recorded for ever. */
export const LONGEST_OVERTIME: Ms = s(300);

export const startDrill = (plan: Plan): Drill => ({ phase: "dealt", plan, round: 0, outcomes: [] });

/** The round a drill is in. Throws a RangeError for a plan without that round, which planning never makes. */
export function currentRound({ plan, round }: Pick<Drill, "plan" | "round">): PlannedRound {
  const planned = plan.rounds[round];
  if (!planned) throw new RangeError(`The plan has no round ${round}`);
  return planned;
}

/** The title on the table: the dealt one, or the spare after a redeal. */
export const titleOnTable = (planned: PlannedRound, redealt: boolean): Title =>
  redealt ? planned.spare : planned.title;

/**
 * The next state. A pure function: time comes in the event, chance was spent when the plan was made. It returns the
 * same object when nothing changed, so that nothing is drawn again.
 */
export function next(drill: Drill, event: DrillEvent): Drill {
  if (event.type === "leave") return leave(drill, event.now);
  switch (drill.phase) {
    case "dealt":
      return whenDealt(drill, event);
    case "preparing":
      return whenPreparing(drill, event);
    case "speaking":
      return whenSpeaking(drill, event);
    case "rating":
      return event.type === "rated" ? nextRound(drill) : drill;
    case "finished":
    case "left":
      return drill;
  }
}

/** Whether the title may be exchanged now: once a round, and not once one is well into it. */
export function mayRedeal(drill: Drill, now: Ms): boolean {
  if (drill.phase === "preparing") return drill.waitingFor === "time" && !drill.redealt;
  if (drill.phase !== "speaking" || drill.redealt) return false;
  return currentRound(drill).prepareFor === 0 && now - drill.goAt <= SECOND_THOUGHTS;
}

type In<Phase extends Drill["phase"]> = Extract<Drill, { phase: Phase }>;
const base = ({ plan, round, outcomes }: Drill) => ({ plan, round, outcomes });

function whenDealt(drill: In<"dealt">, event: DrillEvent): Drill {
  if (event.type !== "begin") return drill;
  return { ...base(drill), phase: "preparing", redealt: false, waitingFor: "microphone", since: event.now };
}

function whenPreparing(drill: In<"preparing">, event: DrillEvent): Drill {
  const { redealt, waitingFor, since } = drill;
  const { prepareFor } = currentRound(drill);
  if (event.type === "failed") return { ...base(drill), phase: "dealt", problem: event.reason };
  const wait = (stage: Preparing["waitingFor"]): Drill => ({ ...drill, waitingFor: stage, since: event.now });
  switch (waitingFor) {
    case "microphone": // the clock stands still while the browser asks: nobody loses time to a dialog
      if (event.type === "ready") return wait(prepareFor > 0 ? "time" : "recorder");
      return drill;
    case "time": {
      if (event.type === "redeal" && mayRedeal(drill, event.now))
        return { ...drill, redealt: true, since: event.now };
      const over = event.type === "tick" && event.now - since >= prepareFor;
      return over || event.type === "begin" ? wait("recorder") : drill;
    }
    case "recorder": // go is given when the first sample is in, so that no first word is lost
      if (event.type !== "recording") return drill;
      return {
        ...base(drill),
        phase: "speaking",
        redealt,
        goAt: event.now,
        dealtWith: 0,
        active: null,
        markers: [],
        speech: hush(event.now),
      };
  }
}

function whenSpeaking(drill: In<"speaking">, event: DrillEvent): Drill {
  switch (event.type) {
    case "redeal":
      if (!mayRedeal(drill, event.now)) return drill;
      return { ...base(drill), phase: "preparing", redealt: true, waitingFor: "recorder", since: event.now };
    case "done":
      return endRound(drill, event.now);
    case "failed": // what was said is kept
      return endRound(drill, event.now, event.reason);
    case "voice":
      return onTime(hears(drill, event.speaking, event.now), event.now);
    case "tick": {
      const limit = currentRound(drill).speakFor + LONGEST_OVERTIME;
      return event.now - drill.goAt >= limit ? endRound(drill, event.now) : onTime(drill, event.now);
    }
    default:
      return drill;
  }
}

function hears(drill: In<"speaking">, speaking: boolean, now: Ms): In<"speaking"> {
  const speech = talks(drill.speech, speaking, now);
  return speech === drill.speech ? drill : { ...drill, speech };
}

/** What time alone brings about: a cue is over, a cue strikes. */
const onTime = (drill: In<"speaking">, now: Ms): In<"speaking"> => strike(soften(drill, now), now);

/** Ends the cue that lasts, when it has run its time or the speaker has carried on for long enough. */
function soften(drill: In<"speaking">, now: Ms): In<"speaking"> {
  const { active } = drill;
  if (!active) return drill;
  const { least, most, carriedOn } = active.cue;
  const lasted = ms(now - drill.goAt - active.at);
  const carried = speechBy(drill.speech, now) - active.spokenBefore;
  const wonBack = carriedOn !== null && lasted >= least && carried >= carriedOn;
  const spent = lasted >= (carriedOn === null ? least : most);
  if (!wonBack && !spent) return drill;
  const over = Math.min(lasted, carriedOn === null ? least : most); // a tab that slept wakes up long after
  return { ...drill, active: null, markers: closed(drill.markers, ms(active.at + over)) };
}

const closed = (markers: readonly Marker[], until: Ms): readonly Marker[] =>
  markers.map((marker) => (marker.until === null ? { ...marker, until } : marker));

/** Lets the next cue strike, when its moment has come. */
function strike(drill: In<"speaking">, now: Ms): In<"speaking"> {
  if (drill.active) return drill;
  const at = ms(now - drill.goAt);
  const planned = cuesOnTable(drill);
  const stale = planned.slice(drill.dealtWith).filter((cue) => cue.latest + STALE < at).length;
  const dealtWith = drill.dealtWith + stale;
  const awake = stale > 0 ? { ...drill, dealtWith } : drill;
  const cue = planned[dealtWith];
  if (!cue || at < cue.earliest) return awake;
  const fits = cue.strikes === "at-once" || talkingFor(drill.speech, now) >= MID_SPEECH;
  if (!fits && at < cue.latest) return awake;
  const marker: Marker = {
    kind: cue.kind,
    at,
    until: null,
    line: cue.line,
    struck: fits ? "in-window" : "window-closed",
  };
  return {
    ...drill,
    dealtWith: dealtWith + 1,
    active: { cue, at, spokenBefore: speechBy(drill.speech, now) },
    markers: [...drill.markers, marker],
  };
}

function cuesOnTable(drill: In<"speaking">): readonly PlannedCue[] {
  const { cues, cuesForSpare } = currentRound(drill);
  return drill.redealt ? cuesForSpare : cues;
}

function endRound(drill: In<"speaking">, now: Ms, cutShort?: Failure): In<"rating"> {
  const length = ms(now - drill.goAt);
  const outcome: RoundOutcome = {
    round: drill.round,
    title: titleOnTable(currentRound(drill), drill.redealt),
    redealt: drill.redealt,
    goAt: drill.goAt,
    endedAt: now,
    length,
    markers: closed(soften(drill, now).markers, length),
    ...(cutShort ? { cutShort } : {}),
  };
  const { plan, round, outcomes } = drill;
  return { plan, round, outcomes: [...outcomes, outcome], phase: "rating", outcome };
}

function nextRound(drill: In<"rating">): Drill {
  const round = drill.round + 1;
  const { plan, outcomes } = drill;
  if (round >= plan.rounds.length) return { plan, outcomes, round: drill.round, phase: "finished" };
  return { plan, outcomes, round, phase: "dealt" };
}

/** Leaving in the middle of a round keeps what was said as its outcome. */
function leave(drill: Drill, now: Ms): Drill {
  if (drill.phase === "left" || drill.phase === "finished") return drill;
  const last = drill.phase === "speaking" ? endRound(drill, now) : drill;
  return { ...base(last), phase: "left" };
}
