import { describe, expect, it } from "vitest";
import { nextDue } from "../../src/drill/drill.ts";
import type { PlannedCue } from "../../src/drill/plan.ts";
import { clockOf, stageOf } from "../../src/drill/stage.ts";
import { ms, s } from "../../src/lib/units.ts";
import { aPlan, cutIn, stare } from "../support/builders.ts";
import { inPhase, play } from "../support/play.ts";

const go = "begin@0 ready@0 recording@0";
/** The client says nothing for 6 s once the speaker is done. */
const silence: PlannedCue = {
  kind: "silence",
  earliest: s(60),
  latest: s(60),
  strikes: "at-once",
  line: null,
  least: s(6),
  most: s(7.5),
  carriedOn: null,
  place: "after",
};

describe("after the last word, when the client says nothing", () => {
  const plan = aPlan({ cues: [stare(10), silence], cuesForSpare: [silence] });
  const done = `${go} ticks@0..20 done@40`;
  it("goes on recording until they have had enough, then the round is over", () => {
    expect(play(plan, `${done} ticks@40.05..45.95`)).toMatchObject({ phase: "speaking", closing: true });
    const over = inPhase("rating", play(plan, `${done} ticks@40.05..46`));
    expect(over.outcome).toMatchObject({ endedAt: s(46), length: s(46) });
    expect(over.outcome.markers.at(-1)).toMatchObject({
      kind: "silence",
      at: s(40),
      until: s(46),
      line: null,
    });
  });
  it("is over sooner when the speaker says so again, but not with the same key pressed twice", () => {
    expect(play(plan, `${done} done@40.95`)).toMatchObject({ phase: "speaking", closing: true });
    expect(play(plan, `${done} done@41`)).toMatchObject({ phase: "rating", outcome: { length: s(41) } });
  });
  it("is not won by talking: it lasts as long as it lasts", () =>
    expect(play(plan, `${done} voice+@41 ticks@41..45.95`)).toMatchObject({ phase: "speaking" }));
  it("is the spare title's too", () =>
    expect(play(plan, `${go} redeal@2 recording@3 done@20`)).toMatchObject({ closing: true }));
  it("does not come by itself, however long the speaker goes on", () =>
    expect(play(plan, `${go} ticks@0..100`)).toMatchObject({
      closing: false,
      markers: [{ kind: "cold-stare" }],
    }));
  it("ends what was still on, and nothing else strikes", () => {
    const crowded = aPlan({ cues: [stare(10), cutIn(14, 16), silence] });
    const { markers } = inPhase("speaking", play(crowded, `${go} tick@10 done@12 ticks@12..17.9`));
    expect(markers).toMatchObject([
      { kind: "cold-stare", at: s(10), until: s(12) },
      { kind: "silence", at: s(12), until: null },
    ]);
  });
  it.each([
    ["lost", { cutShort: "lost" }],
    ["leave", {}],
  ])("keeps what was said when it is broken off: %s", (event, rest) =>
    expect(play(plan, `${done} ${event}@43`).outcomes).toMatchObject([{ length: s(43), ...rest }]),
  );
  it("is over when a tab that slept wakes up, and not before the recording is", () =>
    expect(play(plan, `${done} tick@90`)).toMatchObject({
      phase: "rating",
      outcome: { length: s(90), markers: [{}, { at: s(40), until: s(46) }] },
    }));
  it("may not be had another title for", () =>
    expect(play(plan, `${go} done@2 redeal@3`)).toMatchObject({ phase: "speaking", redealt: false }));
  it("without such a cue done is done", () =>
    expect(play(aPlan({ cues: [stare(50)] }), done)).toMatchObject({ phase: "rating" }));
});

describe("a clock that a cue changes", () => {
  const cut: PlannedCue = { ...cutIn(20, 30), kind: "time-cut", clock: { leaves: 0.5 } };
  const late: PlannedCue = { ...cutIn(20, 30), kind: "latecomer", clock: { extra: s(20) } };
  const shown = (cues: readonly PlannedCue[], story: string, now: number) =>
    clockOf(inPhase("speaking", play(aPlan({ speakFor: s(120), cues }), `${go} ${story}`)), s(now));
  const talk = "voice+@1 ticks@1..22.5"; // it strikes at 20 s, the line takes 2 s
  it("shrinks once the client has said that they have to go", () => {
    expect(shown([cut], "voice+@1 ticks@1..21", 21)).toMatchObject({ left: s(99), changed: false });
    expect(shown([cut], talk, 23)).toMatchObject({ left: s(49), over: 0, extra: false, changed: true });
    expect(shown([cut], talk, 23).share).toBeCloseTo(23 / 72, 5);
    expect(shown([cut], talk, 72)).toMatchObject({ left: 0, tone: "red" });
    expect(shown([cut], talk, 80)).toMatchObject({ over: s(8) });
  });
  it("brings nothing more in time that was cut", () => {
    const { markers } = inPhase(
      "speaking",
      play(aPlan({ speakFor: s(120), cues: [cut, stare(40), stare(70)] }), `${go} ${talk} ticks@22.55..110`),
    );
    expect(markers.map(({ at }) => at)).toEqual([s(20), s(40)]);
  });
  it("stands still while a short one runs, and goes on where it was", () => {
    expect(shown([late], talk, 23)).toEqual({
      left: s(19),
      over: 0,
      share: 1 / 20,
      tone: "none",
      extra: true,
      changed: true,
    });
    expect(shown([late], talk, 40).tone).toBe("amber");
    expect(shown([late], talk, 42)).toMatchObject({ left: s(98), extra: false, changed: false });
  });
  it("holds everything back meanwhile, and lets it come as much later", () => {
    const plan = aPlan({ speakFor: s(120), cues: [late, stare(40)] });
    const { markers } = inPhase("speaking", play(plan, `${go} ${talk} ticks@22.55..80`));
    expect(markers).toMatchObject([
      { kind: "latecomer", at: s(20), until: s(22) },
      { kind: "cold-stare", at: s(60) },
    ]);
  });
  it("holds back what was due already, too: nobody is hit while they say it again", () => {
    const plan = aPlan({ speakFor: s(120), cues: [late, stare(21)] });
    const { markers } = inPhase("speaking", play(plan, `${go} ${talk} ticks@22.55..50`));
    expect(markers.map(({ at }) => at)).toEqual([s(20), s(42)]);
  });
  it("turns the title at half of its own time", () => {
    const plan = { ...aPlan({ speakFor: s(120), cues: [late] }), support: "turn" } as const;
    expect(play(plan, `${go} ${talk} ticks@22.55..79.95`)).toMatchObject({ turnedAt: null });
    expect(play(plan, `${go} ${talk} ticks@22.55..80`)).toMatchObject({ turnedAt: s(80) });
  });
});

describe("the stamp of a cue", () => {
  const plan = aPlan({ cues: [stare(10), stare(30)] });
  const at = (story: string) =>
    inPhase("speaking", play(plan, `${go} ${story}`)).markers.map((marker) => marker.at);
  it("is the moment it was seen, once", () => {
    expect(at("tick@10 shown@10.03 tick@10.05 shown@10.2")).toEqual([s(10.03)]);
    expect(play(plan, `${go} tick@10 shown@10.03 ticks@10.05..17.05`)).toMatchObject({
      markers: [{ at: s(10.03), until: s(17.03) }],
    });
  });
  it("stays what it was meant to be when nobody saw it: the tab was hidden, or it is over", () => {
    expect(at("tick@10 shown@10.55")).toEqual([s(10)]);
    expect(at("tick@10 ticks@10.05..20 shown@20")).toEqual([s(10)]);
    expect(at("shown@9")).toEqual([]);
  });
  it("leaves the ones before alone", () =>
    expect(at("tick@10 ticks@10.05..30 shown@30.02")).toEqual([s(10), s(30.02)]));
});

describe("the next moment that matters", () => {
  const due = (cues: readonly PlannedCue[], story: string, now: number) =>
    nextDue(play(aPlan({ cues }), `${go} ${story}`), s(now));
  it("is when a window opens or closes, when a cue may end, and when preparing is over", () => {
    expect(due([stare(10)], "tick@1", 1)).toBe(s(10));
    expect(due([cutIn(10, 20)], "tick@11", 11)).toBe(s(20));
    expect(due([cutIn(10, 20)], "voice+@9", 10)).toBe(s(11)); // 2 s of talk
    expect(due([stare(10)], "tick@10", 10)).toBe(s(13));
    expect(nextDue(play(aPlan({ prepareFor: s(15) }), "begin@0 ready@2"), s(3))).toBe(s(17));
  });
  it("is none when there is nothing to wait for", () => {
    expect(due([], "tick@1", 59)).toBeNull();
    expect(nextDue(play(aPlan(), "begin@0"), s(1))).toBeNull();
  });
  it("always lies ahead", () => expect(due([stare(10)], "tick@1", 10.001)).toBeGreaterThan(ms(10_001)));
});

describe("the softer mode", () => {
  const softer = (story: string) => ({ ...aPlan({ cues: [stare(20), stare(40)] }), softer: true, story });
  const warned = (story: string, now: number) =>
    stageOf(play(softer(story), `${go} ${story}`), s(now)).warning;
  it("warns 4 s before something happens, until it does", () => {
    expect([15.9, 16, 19.9].map((now) => warned("tick@15", now))).toEqual([false, true, true]);
    expect(warned("ticks@15..20", 20.1)).toBe(false);
    expect(stageOf(play(aPlan({ cues: [stare(20)] }), `${go} tick@15`), s(18)).warning).toBe(false);
  });
  it("lights up sooner", () => {
    const clock = (now: number) => clockOf(inPhase("speaking", play(softer(""), go)), s(now)).tone;
    expect([29.9, 30, 40, 60].map(clock)).toEqual(["none", "green", "amber", "red"]);
  });
});
