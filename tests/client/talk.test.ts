import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poses } from "../../src/client/poses.ts";
import {
  type Frame,
  jawFrames,
  talkOf,
  type Viseme,
  visemeFrames,
  visemePose,
  visemes,
} from "../../src/client/talk.ts";
import { spokenTime } from "../../src/lib/spokenTime.ts";
import { always } from "../support/builders.ts";

const english = "Every salesperson I’ve ever met has told me that. Why would you be any different?";
const chinese = "你们比别家贵四成，我凭什么选你们？";
const anyLine = fc.oneof(
  fc.constantFrom(english, chinese, "", "Why?", "……", "Hmm", "30%", "我们只剩 30 天了，Friday 就要"),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
const anySeed = fc.integer();
const shapesOf = (line: string | null, seed = 1): Viseme[] =>
  talkOf(line, seed).beats.map(({ viseme }) => viseme);

describe("a mouth that says a line", () => {
  it("takes as long as the line does, begins and ends shut, and never goes back in time", () =>
    always(fc.tuple(anyLine, anySeed), ([line, seed]) => {
      const { beats, length } = talkOf(line, seed);
      expect(length * 1000).toBeCloseTo(spokenTime(line), 6);
      expect(beats[0]).toEqual({ at: 0, viseme: "closed" });
      expect(beats.at(-1)?.viseme).toBe("closed");
      for (const [i, { at, viseme }] of beats.entries()) {
        if (i === 0) continue;
        expect(at).toBeGreaterThan(beats[i - 1]?.at ?? Number.NaN);
        expect(at).toBeLessThan(length);
        expect(viseme).not.toBe(beats[i - 1]?.viseme);
      }
    }));
  it("says the same line alike every time, another line or another person otherwise", () => {
    expect(talkOf(english, 1)).toEqual(talkOf(english, 1));
    expect(talkOf(english, 1)).not.toEqual(talkOf(english, 2));
    expect(shapesOf(chinese)).not.toEqual(shapesOf("我们再想一想，下个月给你们答复吧"));
  });
  it.each([
    ["Mama", ["closed", "open", "closed", "open", "closed"]],
    ["five", ["closed", "teeth", "wide", "teeth", "wide", "closed"]],
    ["do", ["closed", "narrow", "round", "closed"]],
    ["Papa, do", ["closed", "open", "closed", "open", "closed", "narrow", "round", "closed"]],
  ])("puts the lips where the letters of “%s” put them", (line, shapes) =>
    expect(shapesOf(line)).toEqual(shapes),
  );
  it.each([
    ["English", english],
    ["Chinese", chinese],
  ])("moves as often as lips do in %s: five to fourteen times a second", (_, line) => {
    const { beats, length } = talkOf(line, 1);
    expect(beats.length / length).toBeGreaterThan(5);
    expect(beats.length / length).toBeLessThan(14);
  });
  it("uses every shape there is in a few sentences", () =>
    expect(
      new Set([...shapesOf(english), ...shapesOf("If you believe that, fine; who would buy five?")]),
    ).toEqual(new Set(visemes)));
});

describe("talk nobody hears the words of", () => {
  it("is no loop: nowhere in it does a stretch of eight shapes come back in the same time", () => {
    const { beats } = talkOf(null, 7);
    const steps = beats.map(({ at, viseme }, i) => `${viseme} ${((beats[i + 1]?.at ?? at) - at).toFixed(2)}`);
    const stretches = steps.slice(0, -8).map((_, i) => steps.slice(i, i + 8).join());
    expect(steps.length).toBeGreaterThan(50);
    expect(new Set(stretches).size).toBe(stretches.length);
  });
  it("draws breath: there are pauses in it of a quarter of a second", () => {
    const { beats, length } = talkOf(null, 7);
    const pauses = beats.filter(
      ({ at, viseme }, i) => viseme === "closed" && (beats[i + 1]?.at ?? length) - at > 0.25,
    );
    expect(pauses.length).toBeGreaterThanOrEqual(3);
  });
});

/** The opacity at a share of the time, of frames that change by steps. */
const opacityAt = (frames: readonly Frame[], offset: number) =>
  frames.findLast((frame) => frame.offset <= offset)?.opacity;

describe("the frames of a line", () => {
  const mood = poses.amused;
  it("show one mouth at a time, and always one", () =>
    always(
      fc.tuple(anyLine, anySeed, fc.double({ min: 0, max: 0.999, noNaN: true })),
      ([line, seed, offset]) => {
        const talk = talkOf(line, seed);
        const seen = visemes.filter(
          (viseme) => opacityAt(visemeFrames(talk, viseme, mood, 1).shown, offset) === 1,
        );
        expect(seen).toHaveLength(1);
        expect(seen[0]).toBe(talk.beats.findLast(({ at }) => at / talk.length <= offset)?.viseme);
      },
    ));
  it("are what a browser animates: offsets in order from 0 to 1, transforms that are numbers", () =>
    always(fc.tuple(anyLine, anySeed), ([line, seed]) => {
      const talk = talkOf(line, seed);
      const tracks = visemes.flatMap((viseme) => {
        const { shown, shape } = visemeFrames(talk, viseme, mood, 0.8);
        return [shown, shape];
      });
      for (const frames of [...tracks, jawFrames(talk)]) {
        const offsets = frames.map(({ offset }) => offset);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        for (const { offset, transform } of frames) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(1);
          if (transform) expect(transform).toMatch(/^scaleY?\(\d\.\d+(, \d\.\d+)?\)$/);
        }
      }
    }));
  it("meet: where one shape follows another, both are stretched to the same size", () => {
    const talk = talkOf("Papa", 1);
    const [, a, b] = talk.beats;
    if (!a || !b) throw new Error("no beats");
    const height = (viseme: Viseme, at: number) => {
      const { shape } = visemeFrames(talk, viseme, poses.neutral, 1);
      const frame = shape.find(({ offset }) => Math.abs(offset - at / talk.length) < 1e-9);
      return Number(/, ([\d.]+)\)/.exec(frame?.transform ?? "")?.[1]);
    };
    const ratio = height(b.viseme, b.at) * height(a.viseme, b.at);
    expect(ratio).toBeCloseTo(1, 2);
    expect(height(a.viseme, b.at)).not.toBeCloseTo(1, 1);
  });
});

it("speaks in its mood: a smile stays one, though smaller", () => {
  expect(visemePose(poses["won-back"], "open").mouthCurve).toBeGreaterThan(0.3);
  expect(visemePose(poses.frown, "open").mouthCurve).toBeLessThan(-0.3);
});

describe("the style sheets of the face", () => {
  const folder = new URL("../../src/client/", import.meta.url);
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  it.each(sheets)("%s moves nothing but what the compositor moves alone", (name) => {
    const css = readFileSync(new URL(name, folder), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    const inFrames = [...css.matchAll(/@keyframes [\w-]+ \{((?:[^{}]*\{[^{}]*\})*)\s*\}/g)].flatMap(
      ([, body]) => [...(body ?? "").matchAll(/([\w-]+):/g)].map(([, property]) => property),
    );
    const inTransitions = [...css.matchAll(/transition:([^;]*);/g)].flatMap(([, value]) =>
      (value ?? "").split(/,(?![^()]*\))/).map((part) => part.trim().split(/\s/)[0]),
    );
    for (const property of [...inFrames, ...inTransitions])
      expect(["transform", "translate", "opacity", "none"]).toContain(property);
  });
  it("is asked of sheets that have something to ask", () => expect(sheets.length).toBeGreaterThanOrEqual(4));
});
