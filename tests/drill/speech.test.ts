import { describe, expect, it } from "vitest";
import { hush, inRhythm, silentFor, speechBy, talkingFor, talks } from "../../src/drill/speech.ts";
import { s } from "../../src/lib/units.ts";

const quiet = hush(s(1));
const talking = talks(quiet, true, s(3));
const paused = talks(talking, false, s(7));
const again = talks(paused, true, s(8));

it("adds up all speech, over its pauses", () => {
  expect([quiet, talking, paused, again].map((speech) => speechBy(speech, s(10)))).toEqual([
    0,
    s(7),
    s(4),
    s(6),
  ]);
  expect(speechBy(talking, s(3))).toBe(0);
});
it("says how long it has lasted without a pause, or been silent", () => {
  expect([quiet, talking, paused, again].map((speech) => talkingFor(speech, s(10)))).toEqual([
    0,
    s(7),
    0,
    s(2),
  ]);
  expect([quiet, talking, paused, again].map((speech) => silentFor(speech, s(10)))).toEqual([
    s(9),
    0,
    s(3),
    0,
  ]);
});
it("takes the same news twice as none", () => {
  expect(talks(talking, true, s(5))).toBe(talking);
  expect(talks(paused, false, s(9))).toBe(paused);
});
it("never counts backwards", () => expect(speechBy(again, s(7.5))).toBe(s(4)));

describe("an easy rhythm", () => {
  /** Runs and pauses one after the other, in seconds: a run, a pause, a run, … */
  const spoken = (...spans: number[]) => {
    let now = 0;
    let speech = talks(hush(s(0)), true, s(0));
    for (const [index, span] of spans.entries()) {
      now += span;
      speech = talks(speech, index % 2 === 1, s(now));
    }
    return { speech, now };
  };
  const easyAfter = (later: number, ...spans: number[]) => {
    const { speech, now } = spoken(...spans);
    return inRhythm(speech, s(now + later));
  };
  it("is found after two runs of 3 to 9 s with a short pause between them", () => {
    expect(easyAfter(0.1, 5)).toBe(false);
    expect(easyAfter(0.1, 5, 0.5, 5)).toBe(true);
    expect(easyAfter(0.1, 3, 1.2, 9)).toBe(true);
    expect(easyAfter(0.1, 2.9, 0.5, 5)).toBe(false);
    expect(easyAfter(0.1, 5, 0.5, 9.1)).toBe(false);
    expect(easyAfter(0.1, 5, 1.3, 5)).toBe(false);
  });
  it("lasts into the next run, as long as that is easy, and over a short pause", () => {
    expect(easyAfter(1.2, 5, 0.5, 5)).toBe(true);
    expect(easyAfter(1.21, 5, 0.5, 5)).toBe(false);
    expect(easyAfter(9, 5, 0.5, 5, 0.5)).toBe(true);
    expect(easyAfter(9.1, 5, 0.5, 5, 0.5)).toBe(false);
  });
  it("is found again after it was lost", () => {
    expect(easyAfter(0.1, 5, 0.5, 5, 4, 5)).toBe(false);
    expect(easyAfter(0.1, 5, 0.5, 5, 4, 5, 0.5, 5)).toBe(true);
  });
});
