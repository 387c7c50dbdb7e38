import { describe, expect, it } from "vitest";
import type { PlannedCue } from "../../src/drill/plan.ts";
import { stageOf } from "../../src/drill/stage.ts";
import { s } from "../../src/lib/units.ts";
import { aPlan, blank, cutIn, line, stare } from "../support/builders.ts";
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
};

describe("outside cues the client's attention follows the voice", () => {
  it("is neutral at first, and calm before and after the round", () => {
    expect(stage([], "tick@1", 1)).toEqual(calm);
    expect(stageOf(play(aPlan(), "begin@0"), s(90))).toEqual(calm);
    expect(stageOf(play(aPlan(), `${go} done@5`), s(90))).toEqual(calm);
  });
  it("waits when there is a long silence", () => {
    expect(stage([], "tick@1", 2.95)).toMatchObject({ expression: "neutral" });
    expect(stage([], "tick@1", 3)).toMatchObject({ expression: "waiting" });
  });
  it("is drawn in by an easy rhythm", () => {
    expect(stage([], "voice+@1", 4.95)).toMatchObject({ expression: "neutral" });
    expect(stage([], "voice+@1", 5)).toMatchObject({ expression: "engaged" });
    expect(stage([], "voice+@1 voice-@9", 9.1)).toMatchObject({ expression: "neutral" });
  });
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
