import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { s } from "../../src/lib/units.ts";
import { PEAKS_PER_SECOND, PeakBuilder } from "../../src/measure/peaks.ts";
import { always } from "../support/builders.ts";
import { RATE, tone } from "../support/sounds.ts";

const peaksOf = (length: number, ...stretches: [start: number, samples: Float32Array, rate?: number][]) => {
  const builder = new PeakBuilder(length);
  for (const [start, samples, rate = RATE] of stretches) builder.add(start, samples, rate);
  return builder.peaks();
};
/** Silence with one sample of that height at each of the seconds. */
const impulses = (length: number, heights: Readonly<Record<number, number>>, rate = RATE): Float32Array => {
  const samples = new Float32Array(Math.round(length * rate));
  for (const [at, height] of Object.entries(heights)) samples[Math.round(Number(at) * rate)] = height;
  return samples;
};

describe("the waveform", () => {
  it("has 50 values a second, rounded, and one at least", () => {
    expect(peaksOf(2)).toHaveLength(100);
    expect(peaksOf(1.234)).toHaveLength(62);
    expect(peaksOf(0)).toHaveLength(1);
  });

  it("shows a sound in its own 20 ms and nowhere else", () => {
    const peaks = peaksOf(1, [0, impulses(1, { 0.0001: 0.5, 0.5101: -0.25 })]);
    expect([...peaks.entries()].filter(([, value]) => value > 0)).toEqual([
      [0, 0.5],
      [25, 0.25],
    ]);
  });

  it("joins stretches that come in any order, each at its place", () => {
    const [first, second] = [impulses(1, { 0.1: 0.5 }), impulses(1, { 0.1: 0.75 })];
    const peaks = peaksOf(2, [1, second], [0, first]);
    expect(peaks).toEqual(peaksOf(2, [0, first], [1, second]));
    expect([peaks[5], peaks[55]]).toEqual([0.5, 0.75]);
  });

  it("does not draw beyond the take, and never higher than 1", () => {
    expect(peaksOf(1, [0.5, tone(s(3))])).toHaveLength(50);
    expect(Math.max(...peaksOf(1, [0, impulses(1, { 0.2: -3 })]))).toBe(1);
  });

  it("keeps to its places at rates that 50 does not divide", () => {
    const rate = 44_110;
    const peaks = peaksOf(30, [0, impulses(30, { 29.501: 0.5 }, rate), rate]);
    expect(peaks[1475]).toBe(0.5);
  });

  it("loses no sample: the highest of a stretch is the highest of its waveform", () =>
    always(fc.float32Array({ min: -1, max: 1, noNaN: true, minLength: 1, maxLength: 3_000 }), (samples) => {
      const highest = Math.max(...samples.map(Math.abs));
      const length = samples.length / RATE + 1 / PEAKS_PER_SECOND;
      expect(Math.max(...peaksOf(length, [0, samples]))).toBe(highest);
    }));

  it("takes single values by their place; places outside are left out, lower ones do not hide higher ones", () => {
    const builder = new PeakBuilder(0.1);
    for (const [bin, value] of [
      [-1, 1],
      [5, 1],
      [2, 0.5],
      [2, 0.25],
      [4, 7],
    ] as const)
      builder.mark(bin, value);
    expect([...builder.peaks()]).toEqual([0, 0, 0.5, 0, 1]);
  });
});
