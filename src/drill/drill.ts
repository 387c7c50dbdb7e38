import { type Ms, ms, s } from "../lib/units.ts";
import { closed, onTime, soften } from "./cueing.ts";
import type { Plan } from "./plan.ts";
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
  if (drill.phase !== "speaking" || drill.redealt) return false;
  return currentRound(drill).prepareFor === 0 && now - drill.goAt <= SECOND_THOUGHTS;
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
