import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { exponential, fork, pick, pickWeighted, seeded, shuffled } from "../../src/lib/random.ts";
import { always } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // thousands of tries take their time on a busy machine, and that is no failure

const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const draw = (seed: number, count: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random());
};

describe("chance from a seed", () => {
  it("is the same for the same seed, in every browser and for ever: links are shared", () => {
    // From the published generator, computed apart from this code.
    expect(draw(1, 3).map((value) => value * 2 ** 32)).toEqual([2_693_262_067, 11_749_833, 2_265_367_787]);
    expect(draw(42, 3).map((value) => value * 2 ** 32)).toEqual([
      2_581_720_956, 1_925_393_290, 3_661_312_704,
    ]);
  });
  it("differs from seed to seed", () => {
    const beginnings = Array.from({ length: 10_000 }, (_, seed) => draw(seed, 3).join());
    expect(new Set(beginnings).size).toBe(10_000);
  });
  it("is in [0, 1)", () =>
    always(anySeed, (seed) => expect(draw(seed, 20).every((value) => value >= 0 && value < 1)).toBe(true)));
  it("counts only a seed's low 32 bits", () => expect(draw(2 ** 32 + 7, 5)).toEqual(draw(7, 5)));
  it("is even: of 100,000 draws each tenth gets its share", () => {
    const tenths = new Array<number>(10).fill(0);
    for (const value of draw(3, 100_000))
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    const unfairness = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(unfairness).toBeLessThan(27.9); // χ², 9 degrees of freedom: by chance once in a thousand
  });
  it("has no memory: a draw says nothing of the next, nor a seed of its neighbour", () => {
    const correlation = (pairs: readonly (readonly [number, number])[]) =>
      (12 * pairs.reduce((sum, [a, b]) => sum + (a - 0.5) * (b - 0.5), 0)) / pairs.length;
    const draws = draw(5, 40_000);
    expect(Math.abs(correlation(draws.slice(1).map((value, at) => [value, draws[at] ?? 0])))).toBeLessThan(
      0.02,
    );
    const firsts = Array.from({ length: 40_000 }, (_, seed) => seeded(seed)());
    expect(Math.abs(correlation(firsts.slice(1).map((value, at) => [value, firsts[at] ?? 0])))).toBeLessThan(
      0.02,
    );
  });
});

describe("a fork", () => {
  it("is a seed that follows from its path", () => {
    expect(fork(7, "cues", 1)).toBe(fork(7, "cues", 1));
    always(fc.tuple(anySeed, fc.string(), fc.nat()), ([seed, name, index]) => {
      const forked = fork(seed, name, index);
      expect(Number.isInteger(forked) && forked >= 0 && forked <= 0xffffffff).toBe(true);
    });
  });
  it("differs by seed, by name and by number", () => {
    const forks = Array.from({ length: 1_000 }, (_, seed) => [
      fork(seed, "cues", 1),
      fork(seed, "cues", 2),
      fork(seed, "decks"),
      fork(seed, "cues", 1, "spare"),
    ]).flat();
    expect(new Set(forks).size).toBeGreaterThanOrEqual(3_998); // 32 bits: two alike among 4,000 are rare
  });
  it("reads letters of every script", () => expect(fork(1, "题目")).not.toBe(fork(1, "题库")));
});

describe("a pick", () => {
  it("can be any item, each as likely", () => {
    const random = seeded(9);
    const counts = new Map<string, number>();
    for (let draws = 0; draws < 9_000; draws++) {
      const item = pick(["a", "b", "c"], random);
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 3_000)).toBeLessThan(180); // four standard deviations
    expect(counts.size).toBe(3);
  });
  it("is the first or the last at the ends of chance", () => {
    expect(pick(["a", "b", "c"], () => 0)).toBe("a");
    expect(pick(["a", "b", "c"], () => 1 - 2 ** -32)).toBe("c");
  });
  it("of nothing is refused", () => expect(() => pick([], seeded(1))).toThrow(RangeError));
});

describe("a weighted pick", () => {
  it("draws each as often as its weight says, and never what weighs nothing", () => {
    const random = seeded(5);
    const drawn = Array.from({ length: 20_000 }, () =>
      pickWeighted([0, 1, 3, 6], (weight) => weight, random),
    );
    expect(drawn).not.toContain(0);
    for (const weight of [1, 3, 6])
      expect(drawn.filter((each) => each === weight).length / drawn.length).toBeCloseTo(weight / 10, 1);
  });
  it("is a plain pick where all weigh the same", () =>
    always(fc.tuple(anySeed, fc.array(fc.nat(), { minLength: 1, maxLength: 9 })), ([seed, items]) =>
      expect(pickWeighted(items, () => 1, seeded(seed))).toBe(pick(items, seeded(seed))),
    ));
  it("needs something to pick from", () =>
    expect(() => pickWeighted([], () => 1, seeded(1))).toThrow(RangeError));
});

describe("shuffled items", () => {
  it("are the same ones, and the argument is left alone", () =>
    always(fc.tuple(fc.array(fc.integer()), anySeed), ([items, seed]) => {
      const before = [...items];
      const order = shuffled(items, seeded(seed));
      expect(order.toSorted()).toEqual(before.toSorted());
      expect(items).toEqual(before);
    }));
  it("come in every order, each as likely", () => {
    const random = seeded(13);
    const counts = new Map<string, number>();
    for (let times = 0; times < 12_000; times++) {
      const order = shuffled(["a", "b", "c", "d"], random).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const unfairness = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(unfairness).toBeLessThan(49.7); // χ², 23 degrees of freedom: by chance once in a thousand
  });
});

describe("an exponential wait", () => {
  it("is never longer than the longest, nor shorter than nothing", () =>
    always(
      fc.record({
        seed: anySeed,
        mean: fc.double({ min: 1, max: 1e6, noNaN: true }),
        most: fc.nat(1_000_000),
      }),
      ({ seed, mean, most }) => {
        const wait = exponential(mean, most, seeded(seed));
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(most);
      },
    ));
  it("has its mean when nothing cuts it off, to within 3 %", () => {
    const random = seeded(17);
    const waits = Array.from({ length: 40_000 }, () => exponential(9_000, Number.MAX_VALUE, random));
    expect(Math.abs(waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 9_000 - 1)).toBeLessThan(
      0.03,
    );
  });
  it("is cut off without piling up at the end", () => {
    const random = seeded(19);
    const waits = Array.from({ length: 20_000 }, () => exponential(50, 10, random));
    // Much shorter than its mean it is nearly even: the last tenth gets a tenth, a little less.
    const last = waits.filter((wait) => wait > 9).length / waits.length;
    expect(last).toBeGreaterThan(0.08);
    expect(last).toBeLessThan(0.1);
  });
  it("is longer when chance says more", () =>
    always(
      fc.tuple(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.0099, noNaN: true }),
      ),
      ([chance, more]) =>
        expect(exponential(5, 60, () => chance + more)).toBeGreaterThanOrEqual(
          exponential(5, 60, () => chance),
        ),
    ));
});
