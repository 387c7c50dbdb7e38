import { next, startDrill } from "../../src/drill/drill.ts";
import type { Plan } from "../../src/drill/plan.ts";
import { type Drill, type DrillEvent, type Failure, failures } from "../../src/drill/state.ts";
import { type Ms, ms } from "../../src/lib/units.ts";

/**
 * Types a story into the engine: `play(plan, "begin@0 ready@0.4 recording@0.5 voice+@1 tick@10")`.
 *
 * Each word is an event, each number the second it happens at; without one it happens together with the word before.
 *
 * - `begin redeal ready recording tick shown done rated leave` are themselves
 * - `voice+` and `voice-`: the speaker begins to talk, or stops
 * - `lost`, `denied` and the other failures: that went wrong
 * - `ticks@2..9`: the loop ticks every 50 ms from second 2 to second 9, as it does in the app
 *
 * @param from where the story begins: a plan, or what an earlier story left
 */
export function play(from: Plan | Drill, story: string): Drill {
  const start = "phase" in from ? from : startDrill(from);
  return eventsOf(story).reduce((drill, event) => next(drill, event), start);
}

/** The story's states one after the other; the first is the one before anything happened. */
export function playEach(from: Plan | Drill, story: string): readonly Drill[] {
  const states = ["phase" in from ? from : startDrill(from)];
  for (const event of eventsOf(story)) states.push(next(states.at(-1) as Drill, event));
  return states;
}

/** A state that must be of one phase: `inPhase("speaking", play(…)).markers`. */
export function inPhase<Phase extends Drill["phase"]>(
  phase: Phase,
  drill: Drill,
): Extract<Drill, { phase: Phase }> {
  if (drill.phase !== phase) throw new Error(`The drill is ${drill.phase}, not ${phase}`);
  return drill as Extract<Drill, { phase: Phase }>;
}

const TICK = 50;

function eventsOf(story: string): DrillEvent[] {
  let now = ms(0);
  return story.split(/\s+/).flatMap((entry): DrillEvent[] => {
    const [word = "", when] = entry.split("@");
    if (word === "ticks") {
      const [from, to] = (when ?? "").split("..").map(moment);
      if (from === undefined || to === undefined) throw new Error(`ticks from when to when? ${entry}`);
      now = to;
      return Array.from({ length: Math.floor((to - from) / TICK) + 1 }, (_, index) => ({
        type: "tick",
        now: ms(from + index * TICK),
      }));
    }
    if (when !== undefined) now = moment(when);
    return [eventOf(word, now)];
  });
}

/** Seconds as they are written, in whole milliseconds: 0.57 is 570, and not 569.99… */
const moment = (seconds: string): Ms => {
  if (!/^\d+(\.\d+)?$/.test(seconds)) throw new Error(`Not a number of seconds: "${seconds}"`);
  return ms(Math.round(Number(seconds) * 1000));
};

function eventOf(word: string, now: Ms): DrillEvent {
  switch (word) {
    case "begin":
    case "redeal":
    case "ready":
    case "recording":
    case "tick":
    case "shown":
    case "done":
    case "rated":
    case "leave":
      return { type: word, now };
    case "voice+":
    case "voice-":
      return { type: "voice", speaking: word === "voice+", now };
  }
  const reason = failures.find((failure): failure is Failure => failure === word);
  if (!reason) throw new Error(`No event is called "${word}"`);
  return { type: "failed", reason, now };
}
