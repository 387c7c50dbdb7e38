import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fft } from "../../src/measure/fft.ts";
import { Percentile, quantile } from "../../src/measure/percentile.ts";
import { Resampler, resample } from "../../src/measure/resample.ts";
import { always } from "../support/builders.ts";

const TAU = 2 * Math.PI;
const numbers = (length: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length });

describe("the transform", () => {
  it.each([8, 16, 32, 64, 256, 512])("of %i numbers is the one that its definition says", (size) =>
    always(
      fc.tuple(numbers(size), numbers(size)),
      ([re, im]) => {
        const fft = new Fft(size);
        fft.re.set(re);
        fft.im.set(im);
        fft.run();
        for (const k of [0, 1, size / 4, size / 2, size - 1]) {
          const [x, y] = re.reduce<[number, number]>(
            ([a, b], value, index) => {
              const [c, s] = [Math.cos((TAU * k * index) / size), Math.sin((TAU * k * index) / size)];
              const other = im[index] ?? 0;
              return [a + value * c + other * s, b + other * c - value * s];
            },
            [0, 0],
          );
          expect(fft.re[k]).toBeCloseTo(x, 9);
          expect(fft.im[k]).toBeCloseTo(y, 9);
        }
      },
      20,
    ),
  );

  it("tells the powers of two real frames apart that rode in it together", () =>
    always(
      fc.tuple(numbers(64), numbers(64)),
      ([first, second]) => {
        const alone = (frame: number[]) => {
          const fft = new Fft(64);
          fft.re.set(frame);
          fft.run();
          return Array.from({ length: 33 }, (_, k) => (fft.re[k] ?? 0) ** 2 + (fft.im[k] ?? 0) ** 2);
        };
        const fft = new Fft(64);
        fft.re.set(first);
        fft.im.set(second);
        fft.run();
        const powers = [new Float64Array(33), new Float64Array(33)] as const;
        fft.powersOf(...powers);
        for (const [index, frame] of [first, second].entries())
          for (const [k, power] of alone(frame).entries()) expect(powers[index]?.[k]).toBeCloseTo(power, 9);
      },
      50,
    ));
});

const sine = (rate: number, hertz: number, length: number) =>
  Float32Array.from({ length: Math.round(rate * length) }, (_, index) =>
    Math.sin((TAU * hertz * index) / rate),
  );
/** The farthest two sounds are apart, their first and last 5 ms left out. */
function apart(a: Float32Array, b: Float32Array, rate: number): number {
  const edge = Math.round(rate * 0.005);
  return Math.max(
    ...a.subarray(edge, a.length - edge).map((value, index) => Math.abs(value - (b[index + edge] ?? 9))),
  );
}

describe("the resampler", () => {
  it.each([
    [48_000, 16_000],
    [44_100, 16_000],
    [8_000, 16_000],
    [22_050, 16_000],
    [44_110, 16_000],
    [16_000, 8_000],
    [16_000, 48_000],
  ])("brings %i Hz to %i with a sine in its place, to a hundredth", (from, to) => {
    for (const hertz of [100, 1_000, 2_800])
      expect(apart(resample(sine(from, hertz, 0.2), from, to), sine(to, hertz, 0.2), to)).toBeLessThan(0.01);
  });

  it("lets nothing through that the lower rate cannot carry", () => {
    const heard = resample(sine(48_000, 9_500, 0.3), 48_000, 16_000);
    expect(Math.max(...heard.subarray(100, -100).map(Math.abs))).toBeLessThan(0.01);
  });

  it("makes as many samples as the length asks for, and hands the same rate back", () => {
    expect(resample(new Float32Array(48_001), 48_000, 16_000)).toHaveLength(16_001);
    expect(resample(new Float32Array(0), 48_000, 16_000)).toHaveLength(0);
    expect(resample(new Float32Array(1), 44_100, 16_000)).toHaveLength(1);
    const same = new Float32Array(3);
    expect(resample(same, 16_000, 16_000)).toBe(same);
  });

  it("makes the same of blocks of any size", () =>
    always(
      fc.tuple(
        fc.constantFrom(8_000, 22_050, 44_100, 48_000),
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 }),
      ),
      ([rate, sizes]) => {
        const samples = sine(rate, 440, 0.1);
        const resampler = new Resampler(rate, 16_000);
        const parts: number[] = [];
        let at = 0;
        for (const size of [...sizes, samples.length]) {
          parts.push(...resampler.push(samples.subarray(at, at + size)));
          at = Math.min(samples.length, at + size);
        }
        parts.push(...resampler.finish());
        expect(Float32Array.from(parts)).toEqual(resample(samples, rate, 16_000));
      },
      60,
    ));

  it("takes what is no number for silence", () => {
    const broken = Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, 0.5, Number.NEGATIVE_INFINITY);
    expect(resample(broken, 8_000, 16_000).every(Number.isFinite)).toBe(true);
  });
});

describe("percentiles", () => {
  const levels = fc.array(fc.double({ min: -119, max: 9, noNaN: true }), { minLength: 1, maxLength: 60 });

  it("that follow one level at a time are those of the sorted list, to a quarter of a decibel", () =>
    always(fc.tuple(levels, levels, fc.double({ min: 0, max: 1, noNaN: true })), ([gone, stay, share]) => {
      const percentile = new Percentile(share);
      for (const level of gone) percentile.add(level);
      percentile.value(); // the finger is put somewhere, and has to come back
      for (const level of stay) percentile.add(level);
      for (const level of gone) percentile.remove(level);
      const sorted = stay.toSorted((a, b) => a - b);
      const rank = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
      expect(Math.abs(percentile.value() - rank)).toBeLessThanOrEqual(0.25);
    }));

  it("of nothing are silence, and not a number", () => {
    expect(new Percentile(0.5).value()).toBe(-120);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it("between two values lie between them, whatever their order", () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([1, 2], 0.25)).toBe(1.25);
    expect(quantile([5], 0.9)).toBe(5);
    expect(quantile([1, 2, 3], 1)).toBe(3);
  });
});
