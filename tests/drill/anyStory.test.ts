import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { cueKindOf, cueKinds } from "../../src/cues/index.ts";
import type { CueKind } from "../../src/cues/kind.ts";
import { next, nextDue } from "../../src/drill/drill.ts";
import { FLOOR, planCues } from "../../src/drill/plan.ts";
import type { Pressure } from "../../src/drill/settings.ts";
import type { Drill, RoundOutcome } from "../../src/drill/state.ts";
import { seeded } from "../../src/lib/random.ts";
import { ms, s } from "../../src/lib/units.ts";
import { always, aPlan, own } from "../support/builders.ts";
import { inPhase, play } from "../support/play.ts";

/*
 * Whatever the speaker does and however unevenly the loop ticks: rounds of two minutes with cues as they are really
 * planned, a voice that comes and goes at random, ticks at random distances.
 */

vi.setConfig({ testTimeout: 60_000 }); // hundreds of rounds take their time on a busy machine, and that is no failure

const round = (seed: number, pressure: Pressure, kinds = cueKinds) =>
  aPlan({ speakFor: s(120), cues: planCues(kinds, s(120), pressure, () => own([]), seeded(seed)) });
/** Kinds that leave the clock alone: what is planned then lies where it strikes. */
const steady = cueKinds.filter(({ clock, place }) => clock === null && place === "inside");

type Story = Readonly<{
  seed: number;
  pressure: Pressure;
  voice: readonly number[];
  ticks: readonly number[];
  /** All kinds there are, when it is left out. */
  kinds?: readonly CueKind[];
}>;
const story = (longestTick: number) =>
  fc.record({
    seed: fc.nat(),
    pressure: fc.constantFrom<Pressure>(1, 2, 3, 4, 5),
    voice: fc.array(fc.integer({ min: 50, max: 9_000 }), { maxLength: 60 }),
    ticks: fc.array(fc.integer({ min: 1, max: longestTick }), { minLength: 1, maxLength: 20 }),
  });

/** Tells the story: the voice turns on and off after each of `voice` ms, the loop ticks after each of `ticks`, round and round. */
function tell({ seed, pressure, voice, ticks, kinds }: Story): { drill: Drill; outcome: RoundOutcome } {
  const plan = round(seed, pressure, kinds);
  let drill = play(plan, "begin@0 ready@0 recording@0");
  const events: { at: number; speaking?: boolean }[] = [];
  for (let at = 0, index = 0; at < 140_000; index++) {
    at += ticks[index % ticks.length] ?? 1;
    events.push({ at });
  }
  let at = 0;
  for (const [index, span] of voice.entries()) {
    at += span;
    if (at > 140_000) break;
    events.push({ at, speaking: index % 2 === 0 });
  }
  events.sort((a, b) => a.at - b.at);
  for (const { at, speaking } of events) {
    const now = ms(at);
    drill = next(drill, speaking === undefined ? { type: "tick", now } : { type: "voice", speaking, now });
  }
  const over = play(drill, "done@300 done@310"); // a client who says nothing more is not waited for
  if (over.phase !== "rating") throw new Error("The round ends");
  return { drill, outcome: over.outcome };
}

/** The same, with ticks at the moments only that the rules name as the next that matter. */
function tellByDue({ seed, pressure, voice }: Story): { drill: Drill; outcome: RoundOutcome } {
  let drill = play(round(seed, pressure), "begin@0 ready@0 recording@0");
  let now = ms(0);
  const tickUntil = (end: number) => {
    for (let due = nextDue(drill, now); due !== null && due <= end; due = nextDue(drill, now)) {
      now = due;
      drill = next(drill, { type: "tick", now });
    }
    now = ms(end);
  };
  for (const [index, span] of voice.entries()) {
    if (now + span > 140_000) break;
    tickUntil(now + span);
    drill = next(drill, { type: "voice", speaking: index % 2 === 0, now });
  }
  tickUntil(140_000);
  const over = play(drill, "done@300 done@310");
  if (over.phase !== "rating") throw new Error("The round ends");
  return { drill, outcome: over.outcome };
}

const planned = ({ seed, pressure, kinds }: Story) => round(seed, pressure, kinds).rounds[0]?.cues ?? [];
/** The same with kinds only that leave the clock alone. */
const steadyStory = (longestTick: number) => story(longestTick).map((told) => ({ ...told, kinds: steady }));

it("strikes every planned cue, in order and inside its window, while the tab is awake", () =>
  always(steadyStory(250), (told) => {
    const { markers } = tell(told).outcome;
    const cues = planned(told);
    expect(markers.map(({ kind }) => kind)).toEqual(cues.map(({ kind }) => kind));
    for (const [index, { at }] of markers.entries()) {
      expect(at).toBeGreaterThanOrEqual(cues[index]?.earliest ?? Number.NaN);
      expect(at).toBeLessThanOrEqual((cues[index]?.latest ?? Number.NaN) + 250); // it waits for a tick at most
    }
  }));
it("lets no cue overlap another, end before it began or outlast its longest time, also in a tab that sleeps", () =>
  always(story(20_000), (told) => {
    const { markers } = tell(told).outcome;
    const most = new Map(cueKinds.map(({ id, ending }) => [id, ending.most]));
    for (const [index, { kind, at, until }] of markers.entries()) {
      expect(until).not.toBeNull();
      expect(until).toBeGreaterThanOrEqual(at);
      expect((until ?? 0) - at).toBeLessThanOrEqual(most.get(kind) ?? 0);
      expect(markers[index + 1]?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(until ?? 0);
    }
  }));
it("leaves quiet between two cues while the tab is awake", () =>
  always(story(250), (told) => {
    const { markers } = tell(told).outcome;
    const inside = markers.filter(({ kind }) => cueKindOf(kind)?.place === "inside");
    for (const [index, { at }] of inside.entries()) {
      const nextAt = inside[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      expect(nextAt - at).toBeGreaterThanOrEqual(FLOOR - 250);
    }
  }));
it("never interrupts somebody who has not talked for 2 s, before the window closes", () =>
  always(steadyStory(250), (told) => {
    let [at, since] = [0, Number.POSITIVE_INFINITY];
    const talking: [number, number][] = [];
    for (const [index, span] of told.voice.entries()) {
      at += span;
      if (index % 2 === 0) since = at;
      else talking.push([since, at]);
    }
    if (told.voice.length % 2 === 1) talking.push([since, Number.POSITIVE_INFINITY]);
    const cues = planned(told);
    for (const [index, marker] of tell(told).outcome.markers.entries()) {
      const cue = cues[index];
      if (cue?.strikes === "at-once" || marker.at >= (cue?.latest ?? 0)) continue;
      expect(talking.some(([from, to]) => from + 2_000 <= marker.at && marker.at <= to)).toBe(true);
    }
  }));
it("strikes what is planned in its order, whatever cues do to the clock: nothing while a short clock runs, nothing in time that was cut", () =>
  always(story(250), (told) => {
    const { drill, outcome } = tell(told);
    const kinds = planned(told).map(({ kind }) => kind);
    let at = 0;
    for (const marker of outcome.markers) {
      at = kinds.indexOf(marker.kind, at) + 1;
      expect(at).toBeGreaterThan(0);
    }
    const { clock } = inPhase("speaking", drill);
    for (const marker of outcome.markers.filter(({ kind }) => cueKindOf(kind)?.place === "inside")) {
      expect(clock.extras.some(({ from, until }) => from < marker.at && marker.at < until)).toBe(false);
    }
    expect(clock.end).toBeLessThanOrEqual(s(120));
    expect(clock.end).toBeGreaterThanOrEqual(s(20)); // 10 s of talk before a cut, 10 s left after it
  }));
it("needs no other ticks than those at the moments it names itself", () =>
  always(
    story(250),
    (told) => {
      const often = tell({ ...told, ticks: [1] });
      const named = tellByDue(told);
      expect(named.outcome.markers).toEqual(often.outcome.markers);
      expect(inPhase("speaking", named.drill).clock).toEqual(inPhase("speaking", often.drill).clock);
    },
    30,
  ));
it("tells the same story the same way", () =>
  always(story(3_000), (told) => expect(tell(told)).toEqual(tell(told)), 100));
