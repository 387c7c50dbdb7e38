import type { Clock } from "../lib/clock.ts";
import { type Ms, ms } from "../lib/units.ts";
import { type Drill, type DrillEvent, type Failure, next, type RoundOutcome, startDrill } from "./drill.ts";
import { type Plan, withoutKinds } from "./plan.ts";

/** What the loop asks of the world: a microphone, and somewhere to keep what was said. */
export interface Studio {
  /** Opens the microphone, once for the whole drill; answers with `ready` or `failed`. */
  open(): void;
  /** Starts a take; answers with `recording` when the first sample is in. */
  record(beginning: Readonly<{ plan: Plan; round: number; redealt: boolean }>): void;
  /** Writes down the go signal and the cues so far, so that a crash loses neither. */
  mark(progress: Readonly<{ goAt: Ms; markers: RoundOutcome["markers"] }>): void;
  /** Ends the take and keeps it. */
  keep(outcome: RoundOutcome): void;
  /** Ends a take that nobody was given the go for, or whose title was exchanged; nothing is kept. */
  discard(): void;
  /** Gives the microphone back. */
  close(): void;
}

/** How the world answers. */
export type Report = Readonly<{
  ready(): void;
  recording(): void;
  voice(speaking: boolean): void;
  failed(reason: Failure): void;
}>;

export type Services = Readonly<{
  clock: Clock;
  studio: (report: Report) => Studio;
  /** Called with every new state, and only then. */
  show: (drill: Drill) => void;
}>;

/** What a user may wish for. */
export type Wish = "begin" | "redeal" | "done" | "rated" | "leave";

/** A drill under way. `end` stops the loop and gives the microphone back; a round in progress is kept first. */
export type Running = Readonly<{
  send(wish: Wish): void;
  /** Takes kinds of cue out of what is still to come. */
  switchOff(kinds: readonly string[]): void;
  end(): void;
}>;

/** Ticks this often; a hidden tab ticks once a second, and the rules do the right thing all the same. */
const TICK: Ms = ms(50);

/** The one loop. The app passes the real clock and studio, tests pass fakes. */
export function runDrill(plan: Plan, { clock, studio: openStudio, show }: Services): Running {
  let drill = startDrill(plan);
  const dispatch = (event: DrillEvent) => {
    const before = drill;
    drill = next(before, event);
    if (drill === before) return;
    const after = drill; // acting may answer at once, and lead to the next state before this one is shown
    show(after);
    act(studio, before, after);
  };
  const studio = openStudio({
    ready: () => dispatch({ type: "ready", now: clock.now() }),
    recording: () => dispatch({ type: "recording", now: clock.now() }),
    voice: (speaking) => dispatch({ type: "voice", speaking, now: clock.now() }),
    failed: (reason) => dispatch({ type: "failed", reason, now: clock.now() }),
  });
  const stopTicking = clock.every(TICK, () => dispatch({ type: "tick", now: clock.now() }));
  show(drill);
  return {
    send: (wish) => dispatch({ type: wish, now: clock.now() }),
    switchOff: (kinds) => {
      if (drill.phase !== "dealt") return;
      drill = { ...drill, plan: withoutKinds(drill.plan, kinds) };
      show(drill);
    },
    end: () => {
      dispatch({ type: "leave", now: clock.now() });
      stopTicking();
      studio.close();
    },
  };
}

/** What the world has to do when the drill went from one state to another. */
function act(studio: Studio, before: Drill, after: Drill): void {
  if (before.phase === "dealt" && after.phase === "preparing") studio.open();
  if (isRecording(before) && !isRecording(after) && after.outcomes === before.outcomes) studio.discard();
  if (before.phase === "speaking" && after.phase === "preparing") studio.discard(); // another title, another take
  if (after.phase === "preparing" && after.waitingFor === "recorder") {
    studio.record({ plan: after.plan, round: after.round, redealt: after.redealt });
  }
  if (after.phase === "speaking" && (before.phase !== "speaking" || before.markers !== after.markers)) {
    studio.mark({ goAt: after.goAt, markers: after.markers });
  }
  const outcome = after.outcomes.at(-1);
  if (outcome && after.outcomes !== before.outcomes) studio.keep(outcome);
  if (after.phase === "finished" || after.phase === "left") studio.close();
}

const isRecording = (drill: Drill): boolean =>
  drill.phase === "speaking" || (drill.phase === "preparing" && drill.waitingFor === "recorder");
