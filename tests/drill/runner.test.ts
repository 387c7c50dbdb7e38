import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/drill/plan.ts";
import { runDrill } from "../../src/drill/runner.ts";
import type { Drill } from "../../src/drill/state.ts";
import { type Ms, ms, s } from "../../src/lib/units.ts";
import { aPlan, cutIn, stare } from "../support/builders.ts";
import { fakeClock, fakeStudio } from "../support/fakes.ts";

/** A drill with a clock that stands still and a studio that only listens. */
function run(plan: Plan, studio = fakeStudio()) {
  const clock = fakeClock();
  const shown: Drill[] = [];
  const running = runDrill(plan, { clock, studio: studio.open, show: (drill) => shown.push(drill) });
  /** From the click to the go signal. */
  const go = () => {
    running.send("begin");
    studio.report.ready();
    studio.report.recording();
  };
  return { clock, studio, shown, running, go, now: () => shown.at(-1) };
}

const prepared = aPlan({ prepareFor: s(15) });

describe("what is shown", () => {
  it("is the dealt card, before anything happens", () => {
    const plan = aPlan();
    expect(run(plan).shown).toEqual([{ phase: "dealt", plan, round: 0, outcomes: [] }]);
  });
  it("is every new state, and nothing while nothing changes", () => {
    const { clock, shown, running, go } = run(aPlan({ cues: [stare(10)] }));
    go();
    expect(shown.map(({ phase }) => phase)).toEqual(["dealt", "preparing", "preparing", "speaking"]);
    clock.advance(s(9.9));
    running.send("rated");
    expect(shown).toHaveLength(4);
    clock.advance(s(0.1));
    expect(shown).toHaveLength(5);
    expect(shown.at(-1)).toMatchObject({ active: { cue: { kind: "cold-stare" } } });
  });
  it("is every new state once, also when the microphone is open already and answers at once", () => {
    const { shown, running } = run(prepared, fakeStudio({ open: (report) => report.ready() }));
    running.send("begin");
    expect(shown.map((drill) => ("waitingFor" in drill ? drill.waitingFor : drill.phase))).toEqual([
      "dealt",
      "microphone",
      "time",
    ]);
  });
  it("has its time from the clock: the round counts from the first recorded sample", () => {
    const { clock, studio, running, now } = run(prepared);
    clock.advance(s(2));
    running.send("begin");
    clock.advance(s(7)); // a slow dialog
    studio.report.ready();
    clock.advance(s(15));
    expect(now()).toMatchObject({ phase: "preparing", waitingFor: "recorder" });
    clock.advance(s(0.3));
    studio.report.recording();
    expect(now()).toMatchObject({ phase: "speaking", goAt: s(24.3) });
    clock.advance(s(20));
    running.send("done");
    expect(now()).toMatchObject({ phase: "rating", outcome: { length: s(20) } });
  });
  it("shows a cue at its very moment, also between two ticks, and when a timer rings early", () => {
    const clock = fakeClock();
    let early = s(0.005);
    const hasty = {
      ...clock,
      after: (delay: Ms, work: () => void) => {
        const stop = clock.after(ms(Math.max(0, delay - early)), work);
        early = ms(0); // once
        return stop;
      },
    };
    const shown: Drill[] = [];
    const studio = fakeStudio();
    const running = runDrill(aPlan({ cues: [stare(2.017)] }), {
      clock: hasty,
      studio: studio.open,
      show: (drill) => shown.push(drill),
    });
    running.send("begin");
    studio.report.ready();
    studio.report.recording();
    clock.advance(s(3));
    expect(shown.at(-1)).toMatchObject({ markers: [{ at: 2_017 }] });
  });
  it("stamps a cue with the moment it was seen, and writes that down", () => {
    const { clock, studio, running, go } = run(aPlan({ cues: [stare(10)] }));
    go();
    clock.advance(s(10));
    clock.advance(ms(21));
    running.shown();
    expect(studio.given.mark.at(-1)).toMatchObject({ markers: [{ at: 10_021, until: null }] });
  });
  it("ticks twenty times a second", () => {
    const { clock, now, go } = run(aPlan({ cues: [stare(10)] }));
    go();
    clock.advance(s(9.96));
    expect(now()).toMatchObject({ markers: [] });
    clock.advance(s(0.04));
    expect(now()).toMatchObject({ markers: [{ at: s(10) }] });
  });
});

describe("the studio is asked", () => {
  it("for the microphone when a round begins, for a take when preparation is over", () => {
    const { clock, studio, running } = run(prepared);
    running.send("begin");
    expect(studio.asked).toEqual(["open"]);
    studio.report.ready();
    clock.advance(s(14.9));
    expect(studio.asked).toEqual(["open"]);
    clock.advance(s(0.1));
    expect(studio.asked).toEqual(["open", "record 0"]);
    clock.advance(s(5)); // the recorder takes its time; it is asked once
    expect(studio.asked).toEqual(["open", "record 0"]);
  });
  it("to write down the go signal, and every cue when it strikes and when it ends", () => {
    const plan = aPlan({ cues: [stare(10)] });
    const { clock, studio, go } = run(plan);
    go();
    expect(studio.asked).toEqual(["open", "record 0", "mark 0"]);
    expect(studio.given.record).toEqual([{ plan, round: 0, redealt: false }]);
    clock.advance(s(12));
    expect(studio.given.mark).toMatchObject([
      { goAt: 0, markers: [] },
      { goAt: 0, markers: [{ at: s(10), until: null }] },
    ]);
    clock.advance(s(10));
    expect(studio.given.mark).toHaveLength(3);
    expect(studio.given.mark[2]).toMatchObject({ markers: [{ at: s(10), until: s(17) }] });
  });
  it("to keep a round once, when it ends", () => {
    const { clock, studio, running, go } = run(aPlan());
    go();
    clock.advance(s(30));
    running.send("done");
    running.send("done");
    clock.advance(s(30));
    expect(studio.asked).toEqual(["open", "record 0", "mark 0", "keep 0"]);
    expect(studio.given.keep).toMatchObject([{ round: 0, length: s(30) }]);
  });
  it("to keep what was said when the microphone is lost", () => {
    const { clock, studio, go } = run(aPlan());
    go();
    clock.advance(s(12));
    studio.report.failed("lost");
    expect(studio.given.keep).toMatchObject([{ length: s(12), cutShort: "lost" }]);
    expect(studio.asked).not.toContain("discard");
  });
  it("for another take when the title is exchanged while speaking, and to forget the first", () => {
    const { clock, studio, running, go } = run(aPlan());
    go();
    clock.advance(s(3));
    running.send("redeal");
    expect(studio.asked).toEqual(["open", "record 0", "mark 0", "discard", "record 0 again"]);
    studio.report.recording();
    expect(studio.given.mark.at(-1)).toEqual({ goAt: s(3), bullets: [], markers: [], turnedAt: null });
  });
  it("for nothing when the title is exchanged while preparing", () => {
    const { studio, running } = run(prepared);
    running.send("begin");
    studio.report.ready();
    running.send("redeal");
    expect(studio.asked).toEqual(["open"]);
  });
  it("to forget a take that was never given the go", () => {
    const { studio, running } = run(aPlan());
    running.send("begin");
    studio.report.ready();
    studio.report.failed("recorder");
    expect(studio.asked).toEqual(["open", "record 0", "discard"]);
  });
  it("to forget nothing when the microphone was refused: there is nothing yet", () => {
    const { studio, running, now } = run(aPlan());
    running.send("begin");
    studio.report.failed("denied");
    expect(studio.asked).toEqual(["open"]);
    expect(now()).toMatchObject({ phase: "dealt", problem: "denied" });
  });
  it("for each round's own take", () => {
    const { studio, running, go } = run(aPlan({}, {}));
    go();
    running.send("done");
    running.send("rated");
    go();
    running.send("done");
    const round = (number: number) => ["open", `record ${number}`, "mark 0", `keep ${number}`];
    expect(studio.asked).toEqual([...round(0), ...round(1)]);
  });
  it("to give the microphone back when the drill is finished", () => {
    const { studio, running, go } = run(aPlan());
    go();
    running.send("done");
    expect(studio.asked).not.toContain("close");
    running.send("rated");
    expect(studio.asked.at(-1)).toBe("close");
  });
  it("to let the speaker's voice move the drill", () => {
    const { clock, studio, now, go } = run(aPlan({ cues: [cutIn(5, 30)] }));
    go();
    clock.advance(s(8));
    studio.report.voice(true);
    clock.advance(s(2));
    expect(now()).toMatchObject({ markers: [{ kind: "cut-in", at: s(10), struck: "in-window" }] });
  });
});

describe("leaving", () => {
  it("in the middle of a round keeps it, and gives the microphone back", () => {
    const { clock, studio, running, go } = run(aPlan());
    go();
    clock.advance(s(5));
    running.send("leave");
    expect(studio.asked.slice(-2)).toEqual(["keep 0", "close"]);
    expect(studio.asked).not.toContain("discard");
  });
  it("while the recorder starts forgets the take, and gives the microphone back", () => {
    const { studio, running } = run(aPlan());
    running.send("begin");
    studio.report.ready();
    running.send("leave");
    expect(studio.asked).toEqual(["open", "record 0", "discard", "close"]);
  });
  it("while the browser asks gives back whatever comes of it", () => {
    const { studio, running, now } = run(aPlan());
    running.send("begin");
    running.send("leave");
    expect(studio.asked).toEqual(["open", "close"]);
    studio.report.ready(); // too late
    expect(now()).toMatchObject({ phase: "left" });
    expect(studio.asked).toEqual(["open", "close"]);
  });
  it("is what the end of the loop does, for whoever just closes the screen", () => {
    const { clock, studio, running, go, now } = run(aPlan());
    go();
    clock.advance(s(5));
    running.end();
    expect(now()).toMatchObject({ phase: "left", outcomes: [{ length: s(5) }] });
    expect(studio.given.keep).toHaveLength(1);
    expect(studio.asked.at(-1)).toBe("close");
    expect(clock.timers()).toBe(0);
  });
  it("can be done twice", () => {
    const { studio, running, go } = run(aPlan());
    go();
    running.end();
    running.end();
    expect(studio.given.keep).toHaveLength(1);
  });
});

describe("kinds switched off before they are met", () => {
  const plan = aPlan({ cues: [stare(10), cutIn(30, 40)] });
  it("are taken out of what is to come", () => {
    const { clock, running, go, now } = run(plan);
    running.switchOff(["cold-stare"]);
    expect(now()).toMatchObject({ plan: { kinds: ["blank", "cut-in"] } });
    go();
    clock.advance(s(59));
    expect(now()).toMatchObject({ markers: [{ kind: "cut-in" }] });
  });
  it("stay in a round that has begun: its plan is what the take will say", () => {
    const { running, shown, studio } = run(plan);
    running.send("begin");
    running.switchOff(["cold-stare"]);
    expect(shown).toHaveLength(2);
    expect(studio.asked).toEqual(["open"]);
  });
});
