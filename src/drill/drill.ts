import { type Ms, ms, s } from "../lib/units.ts";
import { beginClosing, closed, nextMoment, onTime, seen, soften } from "./cueing.ts";
import type { Plan } from "./plan.ts";
import { roundClock } from "./roundClock.ts";
import { hush, talks } from "./speech.ts";
import {
  currentRound,
  type Drill,
  type DrillEvent,
  type Failure,
  type In,
  type RoundOutcome,
  titleOnTable,
} from "./state.ts";

/** Where there is no time to prepare, a title may still be exchanged this long after it was seen. */
const SECOND_THOUGHTS: Ms = s(5);
/** A key that is pressed twice by accident does not end the last cue together with the talk. */
const DOUBLE_PRESS: Ms = s(1);
/** Somebody who walked away is not recorded for ever. */
export const LONGEST_OVERTIME: Ms = s(300);

export const startDrill = (plan: Plan): Drill => ({ phase: "dealt", plan, round: 0, outcomes: [] });

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
  if (drill.plan.support === "turn") return false; // its spare title is the one it changes to
  if (drill.phase === "preparing") return drill.waitingFor === "time" && !drill.redealt;
  if (drill.phase !== "speaking" || drill.redealt || drill.closing) return false;
  return currentRound(drill).prepareFor === 0 && now - drill.goAt <= SECOND_THOUGHTS;
}

/** The next moment at which time alone may change something, after `now`; null when there is none that is known. */
export function nextDue(drill: Drill, now: Ms): Ms | null {
  if (drill.phase === "speaking") return nextMoment(drill, now);
  if (drill.phase !== "preparing" || drill.waitingFor !== "time") return null;
  const over = ms(drill.since + currentRound(drill).prepareFor);
  return over > now ? over : null;
}

const base = ({ plan, round, outcomes }: Drill) => ({ plan, round, outcomes });

function whenDealt(drill: In<"dealt">, event: DrillEvent): Drill {
  if (event.type !== "begin") return drill;
  return {
    ...base(drill),
    phase: "preparing",
    redealt: false,
    waitingFor: "microphone",
    since: event.now,
    bullets: [],
  };
}

function whenPreparing(drill: In<"preparing">, event: DrillEvent): Drill {
  const { redealt, waitingFor, since, bullets } = drill;
  const { prepareFor } = currentRound(drill);
  if (event.type === "failed") return { ...base(drill), phase: "dealt", problem: event.reason };
  if (event.type === "outline") return { ...drill, bullets: event.bullets };
  const wait = (stage: In<"preparing">["waitingFor"]): Drill => ({
    ...drill,
    waitingFor: stage,
    since: event.now,
  });
  switch (waitingFor) {
    case "microphone": // the clock stands still while the browser asks: nobody loses time to a dialog
      if (event.type === "ready") return wait(prepareFor > 0 ? "time" : "recorder");
      return drill;
    case "time": {
      if (event.type === "redeal" && mayRedeal(drill, event.now))
        return { ...drill, redealt: true, since: event.now, bullets: [] };
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
        bullets,
        turnedAt: null,
        dealtWith: 0,
        active: null,
        markers: [],
        speech: hush(event.now),
        clock: roundClock(currentRound(drill).speakFor),
        closing: false,
      };
  }
}

function whenSpeaking(drill: In<"speaking">, event: DrillEvent): Drill {
  switch (event.type) {
    case "redeal":
      if (!mayRedeal(drill, event.now)) return drill;
      return {
        ...base(drill),
        phase: "preparing",
        redealt: true,
        waitingFor: "recorder",
        since: event.now,
        bullets: [],
      };
    case "done":
      return done(drill, event.now);
    case "shown":
      return seen(drill, event.now);
    case "failed": // what was said is kept
      return endRound(drill, event.now, event.reason);
    case "voice":
      return afterTime(onTime(hears(drill, event.speaking, event.now), event.now), event.now);
    case "tick": {
      const limit = currentRound(drill).speakFor + LONGEST_OVERTIME;
      if (event.now - drill.goAt >= limit) return endRound(drill, event.now);
      return afterTime(onTime(drill, event.now), event.now);
    }
    default:
      return drill;
  }
}

/** Done is done, unless a cue was waiting for just that; pressed again, it is over all the same. */
function done(drill: In<"speaking">, now: Ms): Drill {
  if (!drill.closing) return beginClosing(drill, now) ?? endRound(drill, now);
  const since = drill.active ? now - drill.goAt - drill.active.at : DOUBLE_PRESS;
  return since >= DOUBLE_PRESS ? endRound(drill, now) : drill;
}

/** The last cue is over, and with it the round. */
const afterTime = (drill: In<"speaking">, now: Ms): Drill =>
  drill.closing && !drill.active ? endRound(drill, now) : drill;

function hears(drill: In<"speaking">, speaking: boolean, now: Ms): In<"speaking"> {
  const speech = talks(drill.speech, speaking, now);
  return speech === drill.speech ? drill : { ...drill, speech };
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
    bullets: drill.bullets,
    turnedAt: drill.turnedAt,
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
