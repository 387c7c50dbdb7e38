import { expect, it } from "vitest";
import { hush, silentFor, speechBy, talkingFor, talks } from "../../src/drill/speech.ts";
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
