import type { Clock, Stop } from "../lib/clock.ts";
import { type Ms, ms } from "../lib/units.ts";
import { next, nextDue, startDrill } from "./drill.ts";
import { type Plan, withoutKinds, withSupport } from "./plan.ts";
import type { Support } from "./settings.ts";
import type { Drill, DrillEvent, Failure, RoundOutcome } from "./state.ts";

/** What has happened in a take so far. */
export type Progress = Pick<RoundOutcome, "goAt" | "bullets" | "markers" | "turnedAt">;

/** What the loop asks of the world: a microphone, and somewhere to keep what was said. */
export interface Studio {
  /** Opens the microphone, once for the whole drill; answers with `ready` or `failed`. */
  open(): void;
  /** Starts a take; answers with `recording` when the first sample is in. */
  record(beginning: Readonly<{ plan: Plan; round: number; redealt: boolean }>): void;
  /** Writes down the go signal, the outline, and the cues so far, so that a crash loses none of them. */
  mark(progress: Progress): void;
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
  /** Says that the cue that has just struck is to be seen now. */
  shown(): void;
  /** Takes kinds of cue out of what is still to come. */
  switchOff(kinds: readonly string[]): void;
  /** Leaves another outline to the speaker in what is still to come. */
  support(support: Support): void;
  /** Writes down the outline as far as it is written. */
  outline(bullets: readonly string[]): void;
  end(): void;
}>;

/**
 * Ticks this often, and at every moment that is known to matter, so that a cue is not late by half a tick; a hidden tab
 * ticks once a second, and the rules do the right thing all the same.
 */
const TICK: Ms = ms(50);

/** The one loop. The app passes the real clock and studio, tests pass fakes. */
export function runDrill(plan: Plan, { clock, studio: openStudio, show }: Services): Running {
  let drill = startDrill(plan);
  let aimed: Readonly<{ at: Ms; stop: Stop }> | null = null;
  /** Lets the clock ring at the next moment that matters. */
  const aim = () => {
    const now = clock.now();
    const at = nextDue(drill, now);
    if (aimed?.at === at) return;
    aimed?.stop();
    const ring = () => {
      aimed = null; // a timer may ring early: it is then set once more
      dispatch({ type: "tick", now: clock.now() });
    };
    aimed = at === null ? null : { at, stop: clock.after(ms(at - now), ring) };
  };
  const dispatch = (event: DrillEvent) => {
    const before = drill;
    drill = next(before, event);
    if (drill !== before) {
      const after = drill; // acting may answer at once, and lead to the next state before this one is shown
      show(after);
      act(studio, before, after);
    }
    aim();
  };
  const studio = openStudio({
    ready: () => dispatch({ type: "ready", now: clock.now() }),
    recording: () => dispatch({ type: "recording", now: clock.now() }),
    voice: (speaking) => dispatch({ type: "voice", speaking, now: clock.now() }),
    failed: (reason) => dispatch({ type: "failed", reason, now: clock.now() }),
  });
  const stopTicking = clock.every(TICK, () => dispatch({ type: "tick", now: clock.now() }));
  show(drill);
  /** While the card lies face down, what is to come may still be changed. */
  const replan = (change: (plan: Plan) => Plan) => {
    if (drill.phase !== "dealt") return;
    drill = { ...drill, plan: change(drill.plan) };
    show(drill);
  };
  return {
    send: (wish) => dispatch({ type: wish, now: clock.now() }),
    shown: () => dispatch({ type: "shown", now: clock.now() }),
    switchOff: (kinds) => replan((plan) => withoutKinds(plan, kinds)),
    support: (support) => replan((plan) => withSupport(plan, support)),
    outline: (bullets) => dispatch({ type: "outline", bullets, now: clock.now() }),
    end: () => {
      dispatch({ type: "leave", now: clock.now() });
      stopTicking();
      aimed?.stop();
      studio.close();
    },
  };
}

/** What the world has to do when the drill went from one state to another. */
function act(studio: Studio, before: Drill, after: Drill): void {
  if (before.phase === "dealt" && after.phase === "preparing") studio.open();
  if (isRecording(before) && !isRecording(after) && after.outcomes === before.outcomes) studio.discard();
  if (before.phase === "speaking" && after.phase === "preparing") studio.discard(); // another title, another take
  if (after.phase === "preparing" && after.waitingFor === "recorder" && !isAsking(before)) {
    studio.record({ plan: after.plan, round: after.round, redealt: after.redealt });
  }
  if (after.phase === "speaking" && (before.phase !== "speaking" || hasNews(before, after))) {
    const { goAt, bullets, markers, turnedAt } = after;
    studio.mark({ goAt, bullets, markers, turnedAt });
  }
  const outcome = after.outcomes.at(-1);
  if (outcome && after.outcomes !== before.outcomes) studio.keep(outcome);
  if (after.phase === "finished" || after.phase === "left") studio.close();
}

type Speaking = Extract<Drill, { phase: "speaking" }>;
const hasNews = (before: Speaking, after: Speaking): boolean =>
  before.markers !== after.markers || before.turnedAt !== after.turnedAt;

/** The recorder was asked already; a word written in the meantime does not ask it again. */
const isAsking = (drill: Drill): boolean => drill.phase === "preparing" && drill.waitingFor === "recorder";

const isRecording = (drill: Drill): boolean =>
  drill.phase === "speaking" || (drill.phase === "preparing" && drill.waitingFor === "recorder");
