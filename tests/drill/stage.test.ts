import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressions } from "../../src/client/mood.ts";
import { next } from "../../src/drill/drill.ts";
import type { PlannedCue } from "../../src/drill/plan.ts";
import { stageOf } from "../../src/drill/stage.ts";
import { ms, s } from "../../src/lib/units.ts";
import { always, aPlan, blank, cutIn, line, stare } from "../support/builders.ts";
import { play } from "../support/play.ts";

const go = "begin@0 ready@0 recording@0";
/** The stage `now` seconds after the go, when the round went like that. */
const stage = (cues: readonly PlannedCue[], story: string, now: number) =>
  stageOf(play(aPlan({ cues }), `${go} ${story}`), s(now));
const calm = {
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

describe("outside cues the client's attention follows the voice", () => {
  it("is neutral at first, and calm before and after the round", () => {
    expect(stage([], "tick@1", 1)).toEqual(calm);
    expect(stageOf(play(aPlan(), "begin@0"), s(90))).toEqual(calm);
    expect(stageOf(play(aPlan(), `${go} done@5`), s(90))).toEqual(calm);
  });
  it("loses patience in a long silence: waits, then takes out the phone", () => {
    const silent = [2.95, 3, 7.95, 8, 60].map((now) => stage([], "tick@1", now).expression);
    expect(silent).toEqual(["neutral", "waiting", "waiting", "look-at-phone", "look-at-phone"]);
    expect(stage([], "tick@1 voice+@9", 9.1).expression).toBe("neutral"); // and puts it away
  });
  it("is drawn in by talk", () => {
    expect(stage([], "voice+@1", 4.95)).toMatchObject({ expression: "neutral" });
    expect(stage([], "voice+@1", 5)).toMatchObject({ expression: "engaged", nodding: false });
    expect(stage([], "voice+@1 voice-@9", 9.1)).toMatchObject({ expression: "neutral" });
  });
  it("looks at the watch in a monologue without a pause, again and again, and is bored between", () => {
    const shown = [25.9, 26, 28.4, 28.5, 35.9, 36, 38.5].map((now) => stage([], "voice+@1", now).expression);
    expect(shown).toEqual([
      "engaged",
      "glance-at-watch",
      "glance-at-watch",
      "bored",
      "bored",
      "glance-at-watch",
      "bored",
    ]);
    expect(stage([], "voice+@1 voice-@30 voice+@30.3", 31).expression).toBe("neutral"); // a pause is all it takes
  });
  it("nods along with an easy rhythm, over its short pauses", () => {
    const story = "voice+@1 voice-@6 voice+@6.5 voice-@12";
    expect(stage([], story, 12.1)).toMatchObject({ expression: "engaged", nodding: true });
    expect(stage([], `${story} voice+@12.6`, 13)).toMatchObject({ expression: "engaged", nodding: true });
    expect(stage([], story, 14)).toMatchObject({ expression: "neutral", nodding: false });
  });
  it("is the same for the same voice, and wears a face it can make", () =>
    always(
      fc.tuple(fc.array(fc.integer({ min: 50, max: 40_000 }), { maxLength: 30 }), fc.nat(400_000)),
      ([spans, at]) => {
        let [drill, now] = [play(aPlan({ speakFor: s(400) }), go), 0];
        for (const [index, span] of spans.entries()) {
          now += span;
          drill = next(drill, { type: "voice", speaking: index % 2 === 0, now: ms(now) });
        }
        const moment = ms(now + at);
        const { expression, nodding } = stageOf(drill, moment);
        expect(stageOf(drill, moment)).toEqual(stageOf(drill, moment));
        expect(expressions).toContain(expression);
        const speaking = spans.length % 2 === 1;
        if (nodding) expect(["engaged", "neutral"]).toContain(expression);
        if (expression === "look-at-phone") expect(!speaking && at >= 8_000 - 1).toBe(true);
        if (expression === "glance-at-watch") expect(speaking && at >= 25_000).toBe(true);
      },
    ));
});

describe("a cut-in", () => {
  const story = "voice+@1 ticks@1..10";
  it("moves the mouth and shows the line while it is said", () =>
    expect(stage([cutIn(10, 20)], story, 11)).toEqual({
      ...calm,
      expression: "cutting-in",
      speaking: true,
      caption: line,
      cue: "cut-in",
      titleChanged: false,
    }));
  it("leaves the line to be read for 4 s, with the mouth closed", () => {
    const after = `${story} ticks@10.05..12`;
    expect(stage([cutIn(10, 20)], after, 15.95)).toMatchObject({ speaking: false, caption: line, cue: null });
    expect(stage([cutIn(10, 20)], after, 16)).toMatchObject({ caption: null });
  });
  it("without a line is a face that says nothing", () =>
    expect(stage([{ ...cutIn(10, 20), line: null }], story, 11)).toMatchObject({
      expression: "cutting-in",
      speaking: false,
      caption: null,
    }));
});

describe("a silent cue", () => {
  it("is on the face while it lasts", () =>
    expect(stage([stare(10)], "tick@10", 11)).toEqual({
      ...calm,
      expression: "cold-stare",
      cue: "cold-stare",
      titleChanged: false,
    }));
  it("shows that it was won back, for 3 s", () => {
    const wonBack = "voice+@5 ticks@5..13";
    expect(stage([stare(10)], wonBack, 15.95)).toMatchObject({
      expression: "won-back",
      caption: null,
      cue: null,
    });
    expect(stage([stare(10)], wonBack, 16)).toMatchObject({ expression: "engaged" });
  });
  it("takes title, outline and clock away when it is a blank, and shows one breath first", () => {
    const blanked = { cue: "blank", expression: "waiting", hides: ["title", "support", "clock"] };
    expect(stage([blank(10)], "tick@10", 13.95)).toMatchObject({ ...blanked, breathing: true });
    expect(stage([blank(10)], "tick@10", 14)).toMatchObject({ ...blanked, breathing: false });
  });
  it("is a neutral face when its kind has gone from the app since it was planned", () =>
    expect(stage([{ ...stare(10), kind: "sneeze" }], "tick@10", 11)).toEqual({ ...calm, cue: "sneeze" }));
});

it("says for a moment that the title has changed half-way", () => {
  const turning = { ...aPlan({ speakFor: s(60) }), support: "turn" } as const;
  const drill = play(turning, "begin@0 ready@0 recording@0 ticks@0..31");
  const shown = [30, 33.9, 34.1].map((second) => stageOf(drill, s(second)).titleChanged);
  expect(shown).toEqual([true, true, false]);
});
