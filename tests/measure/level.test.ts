import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ms, s } from "../../src/lib/units.ts";
import { level, peak } from "../../src/measure/level.ts";
import { always } from "../support/builders.ts";
import { noise, silence, tone } from "../support/sounds.ts";

describe("level", () => {
  it("reads 0 for a sine of full scale, whatever its pitch", () => {
    for (const hertz of [100, 440, 1_000]) expect(level(tone(s(1), hertz))).toBeCloseTo(0, 6);
  });

  it("reads -20 for a tenth of it, and 3.01 for a square wave", () => {
    expect(level(tone(s(1), 440, 0.1))).toBeCloseTo(-20, 6);
    expect(level(Float32Array.from({ length: 480 }, (_, index) => (index % 2 === 0 ? 1 : -1)))).toBeCloseTo(
      3.01,
      2,
    );
  });

  it("reads the noise of a room as it is: white noise of ±0.001 has -61.8 dBFS", () =>
    expect(level(noise(s(2), 0.001))).toBeCloseTo(20 * Math.log10(0.001 / Math.sqrt(3)) + 3.0103, 1));

  it("has no bottom: digital silence, and no samples at all, are -Infinity", () => {
    expect(level(silence(ms(10)))).toBe(Number.NEGATIVE_INFINITY);
    expect(level(new Float32Array())).toBe(Number.NEGATIVE_INFINITY);
  });

  it("falls by 6.02 dB when a sound is halved, and does not mind its sign", () =>
    always(
      fc.float32Array({ min: -1, max: 1, noNaN: true, minLength: 1 }).filter((all) => peak(all) > 1e-3),
      (samples) => {
        expect(level(samples.map((sample) => sample / 2))).toBeCloseTo(level(samples) - 6.0206, 3);
        expect(level(samples.map((sample) => -sample))).toBe(level(samples));
      },
    ));
});

describe("peak", () => {
  it("is the highest sample, up or down", () => {
    expect(peak(Float32Array.of(0.1, -0.75, 0.5))).toBe(0.75);
    expect(peak(new Float32Array())).toBe(0);
  });

  it("does not count what is no number", () =>
    expect(peak(Float32Array.of(0.25, Number.NaN, -0.125))).toBe(0.25));
});
