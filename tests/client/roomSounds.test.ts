import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bringTo, loudest } from "../../src/client/roomSounds.ts";
import { gainOf } from "../../src/client/sound.ts";
import { s } from "../../src/lib/units.ts";
import { always } from "../support/builders.ts";
import { RATE, silence, sound, tone } from "../support/sounds.ts";

describe("the level of the loudest 50 ms", () => {
  it("is 0 dBFS for a full-scale sine, wherever it stands", () => {
    expect(loudest(tone(s(1)), RATE)).toBeCloseTo(0, 1);
    const late = sound(silence(s(0.7)), tone(s(0.2), 440, 0.1), silence(s(0.5)));
    expect(loudest(late.samples, RATE)).toBeCloseTo(-20, 0);
  });
  it("is brought to where it should be; silence stays silence", () => {
    always(
      fc.tuple(fc.double({ min: 0.001, max: 1, noNaN: true }), fc.integer({ min: -60, max: 0 })),
      ([amplitude, level]) => {
        const { samples } = sound(silence(s(0.1)), tone(s(0.2), 300, amplitude));
        bringTo(samples, RATE, level);
        expect(loudest(samples, RATE)).toBeCloseTo(level, 4);
      },
      50,
    );
    const nothing = silence(s(0.2));
    bringTo(nothing, RATE, -20);
    expect(nothing.every((sample) => sample === 0)).toBe(true);
  });
});

describe("the slider of loudness", () => {
  it("goes from nothing to all of it, and only ever up", () => {
    expect([gainOf(0), gainOf(1), gainOf(-3), gainOf(7)]).toEqual([0, 1, 0, 1]);
    always(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      ([a, b]) => expect(Math.sign(gainOf(a) - gainOf(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0),
    );
  });
  it("is about half as loud in the middle: 12 dB less", () =>
    expect(20 * Math.log10(gainOf(0.5))).toBeCloseTo(-12, 0));
});
