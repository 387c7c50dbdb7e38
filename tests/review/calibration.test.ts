import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { calibrate, type Guess } from "../../src/review/calibration.ts";
import { always } from "../support/builders.ts";

/** Guesses one after the other, each as far off as said. */
const off = (...errors: number[]): Guess[] =>
  errors.map((error, begun) => ({ begun, guessed: 3 + error, measured: 3 }));

describe("calibration", () => {
  it("says how many guesses are missing, and nothing else", () => {
    expect(calibrate([])).toEqual({ curve: [], known: false, missing: 6 });
    const early = calibrate(off(1, 1, 1, 1, 1));
    expect(early).toMatchObject({ known: false, missing: 1 });
    expect(early).not.toHaveProperty("bias");
    expect(early.curve).toHaveLength(5);
  });
  it("from the sixth on tells the bias, and how far the guesses scatter", () =>
    expect(calibrate(off(1, 2, 3, 1, 2, 3))).toMatchObject({
      known: true,
      bias: 2,
      spread: 1,
      lean: "over",
    }));
  it("leaves out what was skipped and what is unknown", () => {
    const guesses: Guess[] = [
      ...off(1, 1, 1, 1, 1),
      { begun: 9, guessed: null, measured: 3 },
      { begun: 9, guessed: 3, measured: null },
      { begun: 9, guessed: Number.NaN, measured: 3 },
    ];
    expect(calibrate(guesses)).toMatchObject({ known: false, missing: 1 });
  });
  it("draws the curve from the oldest to the newest", () => {
    const { curve } = calibrate(off(1, 2, 3, 4, 5, 6).toReversed());
    expect(curve.map(({ error }) => error)).toEqual([1, 2, 3, 4, 5, 6]);
  });
  it("is moved by no single guess", () =>
    expect(calibrate(off(0, 0, 1, 0, 0, 1, 900))).toMatchObject({ bias: 0, spread: 0, lean: null }));
});

describe("a lean", () => {
  it.each([
    [[1, 1, 1, 1, 1, 1], "over"], // 2 in 64 by chance
    [[-1, -1, -1, -1, -1, -1], "under"],
    [[1, 1, 1, 1, 1, -1], null], // 14 in 64
    [[1, 1, 1, 1, 1, 0], null], // five that take a side are not enough: 2 in 32
    [[1, 1, 1, 1, 1, 1, 1, 1, -1], "over"], // 20 in 512
    [[1, 1, 1, 1, 1, 1, 1, -1], null], // 18 in 256
    [[0, 0, 0, 0, 0, 0], null],
  ] as const)("of %j is told as %s", (errors, lean) =>
    expect(calibrate(off(...errors))).toMatchObject({ known: true, lean }),
  );
  it("turns round when every guess does", () =>
    always(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 6, maxLength: 200 }), (errors) => {
      const [there, back] = [errors, errors.map((error) => -error)].map((each) => calibrate(off(...each)));
      if (!there?.known || !back?.known) throw new Error("six are enough");
      const turned = { over: "under", under: "over" } as const;
      expect(back.lean).toBe(there.lean && turned[there.lean]);
      expect(back.bias).toBeCloseTo(-there.bias, 9);
      expect(back.spread).toBeCloseTo(there.spread, 9);
    }));
  it("is hardly ever told of guesses that lean nowhere", () => {
    const random = seeded(20_261_121);
    const people = Array.from({ length: 2_000 }, () =>
      calibrate(off(...Array.from({ length: 20 }, () => (random() < 0.5 ? 1 : -1)))),
    );
    const told = people.filter((each) => each.known && each.lean !== null).length;
    expect(told).toBeGreaterThan(0);
    expect(told / people.length).toBeLessThan(0.06);
  });
});
