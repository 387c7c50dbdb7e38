import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  adaptedRounds,
  chosenRounds,
  FIRST_GOOD,
  FIRST_LEVEL,
  hardnessOf,
  isGood,
  type Level,
  levelsOf,
  MEDIAN_FROM,
  type RecoveryFact,
  weightOf,
  workingLevels,
} from "../../src/drill/levels.ts";
import { defaultRounds } from "../../src/drill/settings.ts";
import { type Random, seeded } from "../../src/lib/random.ts";
import { always } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // hundreds of cues, each after all before it, take their time on a busy machine

/** One kind's facts in a row: `h` it held, `x` it was never recovered from, `?` unknown. */
const told = (signs: string): RecoveryFact[] =>
  [...signs].map((sign, at) => ({
    kind: "blank",
    at,
    recovery: sign === "h" ? "held" : sign === "x" ? Number.POSITIVE_INFINITY : null,
  }));
const standing = (signs: string) => levelsOf(told(signs)).get("blank");
const anySigns = fc.array(fc.constantFrom("h", "x", "?"), { maxLength: 40 }).map((signs) => signs.join(""));

describe("the staircase", () => {
  it("begins in the middle, and knows nothing of a kind that was never met", () => {
    expect(standing("")).toBeUndefined();
    expect(standing("h")).toEqual({ working: FIRST_LEVEL, best: FIRST_LEVEL });
  });
  it.each([
    ["hh", 3, 3],
    ["hhh", 3, 3],
    ["hhhh", 4, 4],
    ["x", 1, 2],
    ["hx", 1, 2],
    ["hxhh", 2, 2],
    ["hhx", 2, 3], // two up, one down; the best stays
    ["hhhx", 2, 3], // a first good one is lost with a bad one
    ["hhhhhhhhhhhh", 5, 5],
    ["hhhhhhhhhhhhx", 4, 5],
    ["xxxxx", 0, 2],
    ["xxxxxhh", 1, 2],
    ["h?h", 3, 3], // what is unknown neither counts nor breaks a row
    ["h??x", 1, 2],
  ])("after %s: working at %i, best %i", (signs, working, best) =>
    expect(standing(signs)).toEqual({ working, best }),
  );
  it("teaches nothing with what is unknown, or is no time", () => {
    expect(standing("???")).toBeUndefined();
    for (const recovery of [Number.NaN, -1])
      expect(levelsOf([{ kind: "blank", at: 0, recovery }])).toEqual(new Map());
  });
  it("takes the facts in the order they happened, whatever order they come in", () =>
    always(anySigns, (signs) => expect(levelsOf(told(signs).toReversed())).toEqual(levelsOf(told(signs)))));
  it("keeps kinds apart", () => {
    const other = told("xx").map((fact) => ({ ...fact, kind: "cut-in" }));
    expect(levelsOf([...told("hhhh"), ...other])).toEqual(
      new Map([
        ["blank", { working: 4, best: 4 }],
        ["cut-in", { working: 0, best: 2 }],
      ]),
    );
  });
  it("never leaves 0 to 5, moves one level at a time, and never loses the best", () =>
    always(anySigns, (signs) => {
      let last = { working: FIRST_LEVEL as number, best: FIRST_LEVEL as number };
      for (let length = 1; length <= signs.length; length++) {
        const now = standing(signs.slice(0, length)) ?? last;
        expect(now.working).toBeGreaterThanOrEqual(0);
        expect(now.working).toBeLessThanOrEqual(5);
        expect(Math.abs(now.working - last.working)).toBeLessThanOrEqual(1);
        expect(now.best).toBe(Math.max(last.best, now.working));
        last = now;
      }
    }));
  it("is monotone: whoever did better once stands no lower ever after", () =>
    always(fc.tuple(anySigns, fc.nat()), ([signs, place]) => {
      const at = signs.length === 0 ? 0 : place % signs.length;
      if (signs[at] !== "x") return;
      const better = `${signs.slice(0, at)}h${signs.slice(at + 1)}`;
      for (let length = at + 1; length <= signs.length; length++) {
        const [was, now] = [standing(signs.slice(0, length)), standing(better.slice(0, length))];
        expect(now?.working ?? 0).toBeGreaterThanOrEqual(was?.working ?? 0);
        expect(now?.best ?? 0).toBeGreaterThanOrEqual(was?.best ?? 0);
      }
    }));
});

describe("a recovery is good", () => {
  it("when nothing broke", () => expect(isGood("held", [])).toBe(true));
  it("within 3 s, as long as there are fewer than six to compare with", () => {
    const quick = Array.from({ length: MEDIAN_FROM - 1 }, () => 0.5);
    expect([isGood(FIRST_GOOD, quick), isGood(FIRST_GOOD + 0.01, quick)]).toEqual([true, false]);
  });
  it("within the speaker's own median of that kind, from six on", () => {
    const before = [0.5, 1, 1.5, 2.5, 4, 9];
    expect([isGood(2, before), isGood(2.01, before), isGood(2.01, before.slice(1))]).toEqual([
      true,
      false,
      true,
    ]);
  });
  it("as they are now: what was more than twenty recoveries ago is forgotten", () => {
    const slow = Array.from({ length: 30 }, () => 8);
    const quick = Array.from({ length: 20 }, () => 1);
    expect(isGood(2, [...slow, ...quick])).toBe(false);
    expect(isGood(2, [...quick, ...slow])).toBe(true);
  });
  it("not when there never was one, and that leaves the median alone", () => {
    const facts = (times: number[]) => times.map((recovery, at) => ({ kind: "blank", recovery, at }));
    expect(isGood(Number.POSITIVE_INFINITY, [])).toBe(false);
    const never = Array.from({ length: 8 }, () => Number.POSITIVE_INFINITY);
    expect(levelsOf(facts([...never, Number.POSITIVE_INFINITY])).get("blank")?.working).toBe(0);
  });
});

describe("a simulated speaker", () => {
  /** Meets a kind so often; how well it goes is `well`'s answer to the level they work at. */
  function practise(times: number, recover: (level: Level, random: Random) => number | "held", seed: number) {
    const random = seeded(seed);
    const facts: RecoveryFact[] = [];
    let good = 0;
    const before: number[] = [];
    for (let at = 0; at < times; at++) {
      const level = levelsOf(facts).get("blank")?.working ?? FIRST_LEVEL;
      const recovery = recover(level, random);
      if (at >= times / 4 && isGood(recovery, before)) good++;
      if (recovery !== "held" && Number.isFinite(recovery)) before.push(recovery);
      facts.push({ kind: "blank", recovery, at });
    }
    return good / (times - Math.floor(times / 4));
  }
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const seeds = Array.from({ length: 10 }, (_, seed) => seed);

  it.each([1.5, 2.5, 3.5])(
    "who holds out less the harder it gets comes to rest near seven of ten (skill %d)",
    (skill) => {
      const held = (level: Level, random: Random) =>
        random() < 1 / (1 + Math.exp(1.2 * (level - skill))) ? "held" : Number.POSITIVE_INFINITY;
      const share = average(seeds.map((seed) => practise(300, held, seed)));
      expect(share).toBeGreaterThan(0.6);
      expect(share).toBeLessThan(0.8);
    },
  );
  it("who takes longer the harder it gets has six to eight of ten within their own median, or held", () => {
    // Holds now and then; else a time around a second that grows with the level, as unevenly as such times are.
    const slower = (level: Level, random: Random) =>
      random() < 0.75 - 0.12 * level
        ? "held"
        : 0.6 * 1.3 ** level * Math.exp(0.5 * (random() + random() - 1));
    const share = average(seeds.map((seed) => practise(300, slower, seed)));
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.8);
  });
  it("who always copes arrives at the top, and one who never does at the bottom", () => {
    expect(standing("h".repeat(20))).toEqual({ working: 5, best: 5 });
    expect(standing("x".repeat(20))).toEqual({ working: 0, best: 2 });
  });
});

describe("what levels do", () => {
  const all = [0, 1, 2, 3, 4, 5] as const;
  it("brings a kind less often the better it goes, and harder", () => {
    const weights = all.map((level) => weightOf({ blank: level }, "blank"));
    const hardness = all.map((level) => hardnessOf({ blank: level }, "blank"));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(hardness).toEqual(hardness.toSorted((a, b) => a - b));
    expect([new Set(weights).size, new Set(hardness).size]).toEqual([6, 6]);
    expect(hardness[FIRST_LEVEL]).toBe(1);
  });
  it("treats all alike where nobody's levels count", () => {
    expect([weightOf(undefined, "blank"), hardnessOf(undefined, "blank")]).toEqual([1, 1]);
    expect(weightOf({}, "blank")).toBe(weightOf({ blank: FIRST_LEVEL }, "blank"));
    expect(weightOf({}, "constructor")).toBe(weightOf({}, "blank"));
  });
  it("makes the rounds as hard as the mean of what may come, and leaves calm ones calm", () => {
    const pressures = (levels: Record<string, Level>) =>
      adaptedRounds(defaultRounds, ["a", "b"], levels).map(({ pressure }) => pressure);
    expect(pressures({})).toEqual([0, 2, 3]);
    expect(pressures({ a: 2, b: 4, gone: 0 })).toEqual([0, 3, 4]);
    expect(pressures({ a: 5, b: 5 })).toEqual([0, 5, 5]);
    expect(pressures({ a: 0, b: 0 })).toEqual([0, 1, 1]); // a client who reacts is never quite gone
    expect(adaptedRounds(defaultRounds, [], { a: 5 })).toEqual(defaultRounds);
  });
  it("gives way to a pressure that was chosen; the first of several rounds stays calm", () => {
    const pressures = (pressure: Level, rounds = defaultRounds) =>
      chosenRounds(rounds, pressure).map((round) => round.pressure);
    expect(pressures(5)).toEqual([0, 5, 5]);
    expect(pressures(0)).toEqual([0, 0, 0]);
    expect(pressures(4, defaultRounds.slice(0, 1))).toEqual([4]);
  });
  it("is told to a plan as what the speaker works at", () =>
    expect(workingLevels(levelsOf(told("hhx")))).toEqual({ blank: 2 }));
});
