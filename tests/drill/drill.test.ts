import { describe, expect, it } from "vitest";
import { LONGEST_OVERTIME, mayRedeal, next, startDrill } from "../../src/drill/drill.ts";
import { currentRound, titleNow, titleOnTable } from "../../src/drill/state.ts";
import { ms, s } from "../../src/lib/units.ts";
import { aPlan, bees, blank, cutIn, line, stare, wasps } from "../support/builders.ts";
import { inPhase, play, playEach } from "../support/play.ts";

const plan = aPlan({ cues: [cutIn(10, 20), stare(40)], cuesForSpare: [stare(15)] });
const prepared = aPlan({ prepareFor: s(15) });
/** From the click to the go signal, half a second later. All rounds below begin like this. */
const go = "begin@0 ready@0.4 recording@0.5";

describe("getting ready", () => {
  it("deals the title face down, and begins with the first round", () =>
    expect(play(plan, "tick@5")).toEqual({ phase: "dealt", plan, round: 0, outcomes: [] }));
  it("asks for the microphone first", () =>
    expect(play(prepared, "begin@3")).toEqual({
      phase: "preparing",
      plan: prepared,
      round: 0,
      outcomes: [],
      redealt: false,
      waitingFor: "microphone",
      since: s(3),
      bullets: [],
    }));
  it("costs nobody preparation time while the browser asks for the microphone", () => {
    expect(play(prepared, "begin@0 tick@60")).toMatchObject({ waitingFor: "microphone", since: 0 });
    expect(play(prepared, "begin@0 ready@60")).toMatchObject({ waitingFor: "time", since: s(60) });
    expect(play(prepared, "begin@0 ready@60 tick@74.95")).toMatchObject({ waitingFor: "time" });
    expect(play(prepared, "begin@0 ready@60 tick@75")).toMatchObject({ waitingFor: "recorder" });
  });
  it("is not hurried past the microphone by a second click", () =>
    expect(play(prepared, "begin@0 begin@1")).toMatchObject({ waitingFor: "microphone" }));
  it("may be cut short by whoever is ready sooner", () =>
    expect(play(prepared, "begin@0 ready@1 begin@4")).toMatchObject({
      phase: "preparing",
      waitingFor: "recorder",
      since: s(4),
    }));
  it("goes straight to the recorder where there is no time to prepare", () =>
    expect(play(plan, "begin@0 ready@0.4")).toMatchObject({ waitingFor: "recorder", since: s(0.4) }));
  it("gives go with the first recorded sample, not with the click or the end of preparation", () => {
    expect(play(plan, "begin@0 ready@0.4 ticks@0.5..9")).toMatchObject({ waitingFor: "recorder" });
    expect(play(plan, "begin@0 ready@0.4 tick@0.6 recording@1.7")).toEqual({
      phase: "speaking",
      plan,
      round: 0,
      outcomes: [],
      redealt: false,
      goAt: s(1.7),
      bullets: [],
      turnedAt: null,
      dealtWith: 0,
      active: null,
      markers: [],
      speech: { speaking: false, since: s(1.7), before: 0, easy: 0 },
      clock: { end: s(60), extras: [], changedAt: null },
      closing: false,
    });
  });
  it.each(["denied", "no-device", "unsupported", "busy"])(
    "returns to the dealt card with its reason when the microphone is %s",
    (reason) =>
      expect(play(prepared, `begin@0 ${reason}@1`)).toEqual({
        phase: "dealt",
        plan: prepared,
        round: 0,
        outcomes: [],
        problem: reason,
      }),
  );
  it("returns to the dealt card at every stage of preparing", () => {
    expect(play(prepared, "begin@0 ready@1 lost@2")).toMatchObject({ phase: "dealt", problem: "lost" });
    expect(play(plan, "begin@0 ready@1 recorder@2")).toMatchObject({ phase: "dealt", problem: "recorder" });
  });
  it("begins again after a failure, with the reason forgotten", () => {
    const again = play(prepared, "begin@0 denied@1 begin@9");
    expect(again).toMatchObject({ phase: "preparing", waitingFor: "microphone", since: s(9) });
    expect(again).not.toHaveProperty("problem");
  });
});

describe("a cut-in", () => {
  const markers = (story: string) => inPhase("speaking", play(plan, `${go} ${story}`)).markers;
  it("waits until the speaker has talked for 2 s, then strikes mid-sentence", () => {
    expect(markers("voice+@11 tick@12.95")).toEqual([]);
    expect(markers("voice+@11 tick@12.95 tick@13")).toEqual([
      { kind: "cut-in", at: s(12.5), until: null, line, struck: "in-window" },
    ]);
  });
  it("does not count talk before a pause", () =>
    expect(markers("voice+@9 voice-@10.9 voice+@11.2 tick@13.1")).toEqual([]));
  it("waits for its window although the speaker has been talking for long", () => {
    expect(markers("voice+@1 ticks@1..10.45")).toEqual([]);
    expect(markers("voice+@1 ticks@1..10.5")).toMatchObject([{ at: s(10) }]);
  });
  it("strikes silence when its window closes: what waited too long fires anyway", () => {
    expect(markers("ticks@0.5..20.45")).toEqual([]);
    expect(markers("ticks@0.5..20.5")).toMatchObject([{ at: s(20), struck: "window-closed" }]);
  });
  it("strikes a speaker who keeps pausing when its window closes", () =>
    expect(markers("voice+@18 voice-@19.4 voice+@19.6 ticks@19.65..20.5")).toMatchObject([
      { at: s(20), struck: "window-closed" },
    ]));
  it("strikes once", () => expect(markers("voice+@1 ticks@1..39")).toHaveLength(1));
  it("may strike with the very news of the voice, without waiting for a tick", () => {
    // The voice stops at 20.5, the end of the window; no tick has come since 12.
    expect(markers("voice+@11 tick@12 voice-@20.5")).toMatchObject([{ at: s(20), struck: "window-closed" }]);
  });
  it("lasts as long as its line, whatever the speaker says meanwhile", () => {
    const story = "voice+@1 ticks@1..10.5";
    expect(markers(`${story} tick@12.45`)).toMatchObject([{ until: null }]);
    expect(markers(`${story} tick@12.5`)).toMatchObject([{ until: s(12) }]);
    expect(markers(`${story} tick@12.9`)).toMatchObject([{ until: s(12) }]); // not when the tick came
  });
});

describe("a silent cue", () => {
  const stared = aPlan({ cues: [stare(10)] });
  const marker = (story: string) =>
    inPhase("speaking", play(stared, `${go} ${story}`)).markers.find(({ at }) => at > 0);
  it("takes the first moment of its window, whether anybody talks or not", () => {
    expect(marker("tick@10.45")).toBeUndefined();
    expect(marker("tick@10.5")).toEqual({
      kind: "cold-stare",
      at: s(10),
      until: null,
      line: null,
      struck: "in-window",
    });
    expect(marker("voice+@9.9 tick@10.5")).toMatchObject({ at: s(10) });
  });
  it("softens once the speaker has carried on, and not before it has been felt", () => {
    expect(marker("voice+@2 ticks@2..13.45")).toMatchObject({ until: null }); // 2.95 s of speech: it lasts 3
    expect(marker("voice+@2 ticks@2..13.5")).toMatchObject({ until: s(13) });
  });
  it("asks for speech after the strike: what was said before does not count", () => {
    expect(marker("voice+@2 tick@10.5 voice-@11 voice+@14 ticks@14..15.95")).toMatchObject({ until: null });
    expect(marker("voice+@2 tick@10.5 voice-@11 voice+@14 ticks@14..16")).toMatchObject({ until: s(15.5) });
  });
  it("adds up speech that pauses interrupt", () =>
    expect(
      marker("tick@10.5 voice+@11 voice-@12 voice+@12.5 voice-@13.5 voice+@14 ticks@14..14.5"),
    ).toMatchObject({ until: s(14) }));
  it("lets go of a silent speaker after its longest time", () => {
    expect(marker("tick@10.5 ticks@10.55..17.45")).toMatchObject({ until: null });
    expect(marker("tick@10.5 ticks@10.55..17.5")).toMatchObject({ until: s(17) });
    expect(marker("tick@10.5 tick@30")).toMatchObject({ until: s(17) }); // and not when the tab woke up
  });
  it("never lasts longer than its longest time, also when the tab slept while the speaker carried on", () =>
    expect(marker("voice+@2 tick@10.5 tick@30")?.until).toBeLessThanOrEqual(s(17)));
  it("never lasts longer than its longest time, also when the round ends before the tab has ticked again", () => {
    const until = (story: string) => play(stared, `${go} tick@10.5 ${story}`).outcomes[0]?.markers[0]?.until;
    expect(until("done@30")).toBe(s(17));
    expect(until("lost@30")).toBe(s(17));
    expect(until("leave@30")).toBe(s(17));
    expect(until("tick@500")).toBe(s(17));
  });
  it("blanks everything out for one breath, then gives it back to the first words", () => {
    const blanked = aPlan({ cues: [blank(10)] });
    const until = (story: string) => inPhase("speaking", play(blanked, `${go} ${story}`)).markers[0]?.until;
    expect(until("voice+@8 ticks@8..14.45")).toBeNull(); // still breathing out
    expect(until("voice+@8 ticks@8..14.5")).toBe(s(14));
    expect(until("tick@10.5 voice+@16 ticks@16..16.95")).toBeNull();
    expect(until("tick@10.5 voice+@16 ticks@16..17")).toBe(s(16.5));
  });
});

describe("one cue after the other", () => {
  it("holds a cue back while another lasts", () => {
    const crowded = aPlan({ cues: [stare(10), stare(14, 30)] });
    const at = (story: string) =>
      inPhase("speaking", play(crowded, `${go} ${story}`)).markers.map((marker) => marker.at);
    expect(at("ticks@0.5..17.45")).toEqual([s(10)]);
    expect(at("ticks@0.5..17.5")).toEqual([s(10), s(17)]);
  });
  it("closes only the cue that lasts: the ones before keep their ends", () => {
    const { markers } = inPhase("speaking", play(plan, `${go} voice+@1 ticks@1..50`));
    expect(markers).toMatchObject([
      { kind: "cut-in", at: s(10), until: s(12) },
      { kind: "cold-stare", at: s(40), until: s(43) },
    ]);
  });
  it("has no more when the plan is used up", () =>
    expect(play(plan, `${go} voice+@1 ticks@1..55`)).toMatchObject({ dealtWith: 2, active: null }));
});

describe("a tab that slept", () => {
  it("drops what fell due meanwhile: all at once it would be noise", () =>
    expect(play(plan, `${go} tick@5 tick@55`)).toMatchObject({ dealtWith: 2, markers: [] }));
  it("lets a cue through that is 1.5 s late, and no later", () => {
    const late = (when: string) => play(plan, `${go} voice+@1 tick@5 tick@${when}`); // the window closed at 20.5
    expect(late("22")).toMatchObject({ dealtWith: 1, markers: [{ kind: "cut-in", at: s(21.5) }] });
    expect(late("22.05")).toMatchObject({ dealtWith: 1, markers: [] });
  });
  it("wakes up to the cue whose moment it is", () =>
    expect(play(plan, `${go} tick@5 tick@41`)).toMatchObject({
      dealtWith: 2,
      markers: [{ kind: "cold-stare", at: s(40.5) }],
    }));
  it("goes on with what is still to come", () =>
    expect(play(plan, `${go} tick@5 tick@30 ticks@30.05..40.5`)).toMatchObject({
      markers: [{ kind: "cold-stare", at: s(40) }],
    }));
});

describe("the end of a round", () => {
  it("comes when the speaker says so", () => {
    const rating = inPhase("rating", play(plan, `${go} voice+@1 ticks@1..30 done@30.5`));
    expect(rating.outcome).toEqual({
      round: 0,
      title: bees,
      redealt: false,
      goAt: s(0.5),
      endedAt: s(30.5),
      length: s(30),
      markers: [{ kind: "cut-in", at: s(10), until: s(12), line, struck: "in-window" }],
      bullets: [],
      turnedAt: null,
    });
    expect(rating.outcomes).toEqual([rating.outcome]);
  });
  it("closes the cue that was still on", () =>
    expect(play(plan, `${go} voice+@1 ticks@1..11 done@11.5`)).toMatchObject({
      outcome: { markers: [{ at: s(10), until: s(11) }] },
    }));
  it("lets the clock run into overtime", () =>
    expect(play(plan, `${go} tick@60.5 tick@200`)).toMatchObject({ phase: "speaking" }));
  it("comes by itself for somebody who walked away", () => {
    expect(LONGEST_OVERTIME).toBe(s(300));
    expect(play(plan, `${go} tick@360.45`)).toMatchObject({ phase: "speaking" });
    expect(play(plan, `${go} tick@360.5`)).toMatchObject({ phase: "rating", outcome: { length: s(360) } });
    expect(play(plan, `${go} tick@360.5`)).not.toHaveProperty("outcome.cutShort");
  });
  it("comes with a lost microphone, and what was said is kept", () => {
    const story = `${go} voice+@1 ticks@1..11 lost@11.5`;
    expect(play(plan, story)).toMatchObject({
      phase: "rating",
      outcome: { length: s(11), cutShort: "lost", markers: [{ at: s(10), until: s(11) }] },
    });
  });
  it("keeps a round that was over when the microphone was lost", () => {
    const over = play(plan, `${go} done@20`);
    expect(play(over, "lost@21")).toBe(over);
    expect(over).not.toHaveProperty("outcome.cutShort");
  });
});

describe("another title", () => {
  it("may be had once while preparing, and the time to prepare begins again", () => {
    const redealt = play(prepared, "begin@0 ready@1 redeal@10");
    expect(redealt).toMatchObject({ waitingFor: "time", redealt: true, since: s(10) });
    expect(play(redealt, "tick@24.95")).toMatchObject({ waitingFor: "time" });
    expect(play(redealt, "tick@25")).toMatchObject({ waitingFor: "recorder", redealt: true });
  });
  it("may not be had twice", () => {
    const redealt = play(prepared, "begin@0 ready@1 redeal@2");
    expect(play(redealt, "redeal@3")).toBe(redealt);
    const again = play(plan, `${go} redeal@1 recording@2`);
    expect(play(again, "redeal@3")).toBe(again);
  });
  it("may be had within 5 s of the go where there is no time to prepare", () => {
    expect(play(plan, `${go} tick@3 redeal@5.5`)).toEqual({
      phase: "preparing",
      plan,
      round: 0,
      outcomes: [],
      redealt: true,
      waitingFor: "recorder",
      since: s(5.5),
      bullets: [],
    });
    const late = play(plan, `${go} tick@5.5`);
    expect(play(late, "redeal@5.55")).toBe(late);
  });
  it("may not be had after the go where there was time to prepare", () => {
    const speaking = play(prepared, "begin@0 ready@1 tick@16 recording@16.5");
    expect(play(speaking, "redeal@17")).toBe(speaking);
  });
  it.each([
    ["before the card is turned", prepared, "tick@1"],
    ["while the browser asks for the microphone", prepared, "begin@0"],
    ["while the recorder starts", plan, "begin@0 ready@1"],
    ["when the round is over", plan, `${go} done@3`],
    ["when the drill is over", plan, `${go} done@3 rated@4`],
  ])("may not be had %s", (_, dealt, story) => {
    const drill = play(dealt, story);
    expect(mayRedeal(drill, s(5))).toBe(false);
    expect(play(drill, "redeal@5")).toBe(drill);
  });
  it("is offered exactly when it may be had", () => {
    expect(mayRedeal(play(prepared, "begin@0 ready@1"), s(15))).toBe(true);
    expect(mayRedeal(play(prepared, "begin@0 ready@1 redeal@2"), s(3))).toBe(false);
    expect(mayRedeal(play(plan, go), s(5.5))).toBe(true);
    expect(mayRedeal(play(plan, go), ms(5_501))).toBe(false);
    expect(mayRedeal(play(plan, `${go} redeal@1 recording@2`), s(3))).toBe(false);
  });
  it("is the one on the table, and in the outcome", () => {
    expect(titleOnTable(currentRound(startDrill(plan)), false)).toBe(bees);
    expect(titleOnTable(currentRound(startDrill(plan)), true)).toBe(wasps);
    expect(play(plan, `${go} redeal@1 recording@2 done@30`)).toMatchObject({
      outcome: { title: wasps, redealt: true, goAt: s(2), length: s(28) },
    });
  });
  it("brings its own cues, and forgets the ones before", () => {
    const early = aPlan({ cues: [stare(2)], cuesForSpare: [stare(15)] });
    const redealt = play(early, `${go} ticks@0.5..3 redeal@4 recording@5`);
    expect(redealt).toMatchObject({ markers: [], active: null, dealtWith: 0, redealt: true });
    expect(play(redealt, "ticks@5..21")).toMatchObject({ markers: [{ at: s(15) }] });
  });
});

describe("leaving", () => {
  it.each([
    ["the dealt card", plan, "tick@0"],
    ["the browser's question", plan, "begin@0"],
    ["the preparation", prepared, "begin@0 ready@1"],
    ["the starting recorder", plan, "begin@0 ready@1"],
  ])("from %s keeps nothing", (_, dealt, story) =>
    expect(play(dealt, `${story} leave@9`)).toEqual({ phase: "left", plan: dealt, round: 0, outcomes: [] }),
  );
  it("in the middle of a round keeps what was said", () => {
    const left = play(plan, `${go} voice+@1 ticks@1..10.5 leave@11.5`);
    expect(left).toMatchObject({
      phase: "left",
      outcomes: [{ title: bees, length: s(11), markers: [{ at: s(10), until: s(11) }] }],
    });
    expect(left).not.toHaveProperty("outcome");
  });
  it("after a round keeps that round, once", () =>
    expect(play(plan, `${go} done@20 leave@21`)).toMatchObject({
      phase: "left",
      outcomes: [{ length: s(19.5) }],
    }));
  it("cannot be undone, or done twice", () => {
    const left = play(plan, `${go} leave@20`);
    expect(play(left, "leave@21")).toBe(left);
    expect(play(left, "begin@21 ready@22 recording@23 tick@24 voice+@25 done@26 rated@27 lost@28")).toBe(
      left,
    );
    const finished = play(plan, `${go} done@20 rated@21`);
    expect(play(finished, "leave@22")).toBe(finished);
  });
});

describe("rounds", () => {
  const two = aPlan({ cues: [stare(5)] }, { title: wasps, spare: bees, cues: [stare(6)] });
  const first = `${go} ticks@0.5..10 done@20.5`;
  it("follow one another once they are rated", () => {
    const second = play(two, `${first} rated@30`);
    expect(second).toEqual({ phase: "dealt", plan: two, round: 1, outcomes: [expect.anything()] });
    expect(currentRound(second)).toBe(two.rounds[1]);
  });
  it("wait for the rating", () => {
    const rating = play(two, first);
    expect(play(rating, "tick@100 begin@101 ready@102 recording@103 voice+@104 done@105")).toBe(rating);
  });
  it("begin afresh: go, cues and voice count from their own start", () => {
    const second = play(two, `${first} rated@30 begin@31 ready@31 recording@32`);
    expect(second).toMatchObject({ round: 1, goAt: s(32), markers: [], dealtWith: 0, redealt: false });
    expect(play(second, "ticks@32..38")).toMatchObject({ markers: [{ at: s(6) }] });
  });
  it("are told apart in what came of them", () => {
    const { outcomes } = play(two, `${first} rated@30 begin@31 ready@31 recording@32 done@50`);
    expect(outcomes).toMatchObject([
      { round: 0, title: bees, length: s(20) },
      { round: 1, title: wasps, length: s(18) },
    ]);
  });
  it("end the drill when the last is rated", () =>
    expect(play(two, `${first} rated@30 begin@31 ready@31 recording@32 done@50 rated@60`)).toMatchObject({
      phase: "finished",
      round: 1,
      outcomes: [{ round: 0 }, { round: 1 }],
    }));
  it("give the title of a second round for exchange again", () => {
    const second = play(two, `${go} redeal@1 recording@2 done@20 rated@30 begin@31 ready@31 recording@32`);
    expect(mayRedeal(second, s(33))).toBe(true);
  });
  it("cannot be more than were planned", () => {
    expect(() => currentRound({ plan: two, round: 2 })).toThrow(RangeError);
    expect(() =>
      next({ phase: "preparing", plan: two, round: 2 } as never, { type: "ready", now: s(0) }),
    ).toThrow("no round 2");
  });
});

describe("nothing is drawn again when nothing changed: the same object comes back", () => {
  const unmoved = (dealt: typeof plan, before: string, story: string) => {
    const states = playEach(play(dealt, before), story);
    for (const state of states) expect(state).toBe(states[0]);
  };
  it("on the dealt card", () =>
    unmoved(plan, "tick@0", "tick@1 voice+@2 done@3 rated@4 ready@5 recording@6 redeal@7 lost@8"));
  it("while the browser asks", () =>
    unmoved(plan, "begin@0", "tick@1 tick@90 voice+@91 recording@92 done@93 rated@94 redeal@95"));
  it("while preparing", () =>
    unmoved(
      prepared,
      "begin@0 ready@1",
      "tick@2 tick@15.95 ready@15.96 recording@15.97 done@15.98 voice+@15.99",
    ));
  it("while the recorder starts", () =>
    unmoved(plan, "begin@0 ready@1", "tick@2 tick@9 begin@10 ready@11 done@12 redeal@13 voice-@14"));
  it("while speaking", () =>
    unmoved(plan, go, "tick@1 ticks@2..10.45 begin@10.46 ready@10.47 recording@10.48 rated@10.49"));
  it("while a cue lasts", () => unmoved(plan, `${go} voice+@1 ticks@1..10.5`, "ticks@10.55..12.45"));
  it("while a cue waits in its window", () => unmoved(plan, `${go} tick@12`, "ticks@12..20.45"));
  it("when the voice is told twice", () => unmoved(plan, `${go} voice+@1`, "voice+@1.5 voice+@2"));
  it("when the silence is told twice", () => unmoved(plan, `${go} voice+@1 voice-@2`, "voice-@2.5"));
});

describe("the outline", () => {
  const written = (bullets: readonly string[], now = s(5)) => ({ type: "outline", bullets, now }) as const;
  const preparing = play(prepared, "begin@0 ready@1");

  it("is written while preparing, stays on the table while speaking, and goes with the round", () => {
    const wrote = next(next(preparing, written(["Price"])), written(["Price", "Proof"]));
    const speaking = inPhase("speaking", play(wrote, "tick@16 recording@16.5"));
    expect(speaking.bullets).toEqual(["Price", "Proof"]);
    expect(inPhase("rating", play(speaking, "done@40")).outcome.bullets).toEqual(["Price", "Proof"]);
  });
  it("may be finished while the recorder starts", () => {
    const waiting = play(preparing, "begin@3");
    expect(play(next(waiting, written(["Late"])), "recording@3.5")).toMatchObject({ bullets: ["Late"] });
  });
  it("belongs to its title: another title begins with an empty one", () =>
    expect(play(next(preparing, written(["Bees"])), "redeal@6")).toMatchObject({ bullets: [] }));
  it("cannot be written any more once one speaks", () => {
    const speaking = play(prepared, "begin@0 ready@1 tick@16 recording@16.5");
    expect(next(speaking, written(["Cheat"], s(20)))).toBe(speaking);
  });
});

describe("a title that changes half-way", () => {
  const turning = { ...aPlan({ speakFor: s(60) }), support: "turn" } as const;
  it("is the spare one from half of the time on", () => {
    const before = inPhase("speaking", play(turning, `${go} ticks@1..30.45`));
    expect(titleNow(currentRound(before), before)).toEqual(bees);
    const after = inPhase("speaking", play(before, "tick@30.5"));
    expect(after.turnedAt).toBe(s(30));
    expect(titleNow(currentRound(after), after)).toEqual(wasps);
    expect(inPhase("rating", play(after, "ticks@31..40 done@40")).outcome).toMatchObject({
      title: bees,
      turnedAt: s(30),
    });
  });
  it("waits until a cue is over: one thing at a time", () => {
    const busy = { ...turning, rounds: [{ ...turning.rounds[0], cues: [stare(29)] }] } as typeof turning;
    expect(play(busy, `${go} ticks@1..36.45`)).toMatchObject({ turnedAt: null });
    expect(play(busy, `${go} ticks@1..37`)).toMatchObject({ turnedAt: s(36) });
  });
  it("happens once, and only where it is asked for", () => {
    expect(play(turning, `${go} ticks@1..59`)).toMatchObject({ turnedAt: s(30) });
    expect(play(aPlan({ speakFor: s(60) }), `${go} ticks@1..59`)).toMatchObject({ turnedAt: null });
  });
  it("cannot be exchanged: the spare title is the one it changes to", () => {
    expect(mayRedeal(play(turning, `${go} tick@1`), s(1))).toBe(false);
    const preparing = play({ ...prepared, support: "turn" }, "begin@0 ready@1");
    expect(play(preparing, "redeal@2")).toBe(preparing);
  });
});

it("leaves the state it was given alone", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const story = `${go} voice+@1 ticks@1..13 redeal@14 voice-@15 done@50 rated@51`;
  let drill = freeze(startDrill(freeze(aPlan({ cues: [cutIn(5, 9)] }))));
  for (const state of playEach(drill, story)) drill = freeze(state);
  expect(drill.phase).toBe("finished");
});
