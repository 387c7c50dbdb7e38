import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { deal, freshSeed, linesFor, pickLine, titleKey } from "../../src/deal/deal.ts";
import { seeded } from "../../src/lib/random.ts";
import { aDeck, always } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // thousands of tries take their time on a busy machine, and that is no failure

const decks = [aDeck("en/a", 44), aDeck("en/b", 40), aDeck("zh-CN/c", 50)];
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const anyRounds = fc.integer({ min: 1, max: 10 });
/** Up to five decks, some with hardly a title. */
const anyDecks = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 })
  .map((sizes) => sizes.map((size, at) => aDeck(`en/deck-${at}`, size)));
const titlesOf = (hands: ReturnType<typeof deal>) => hands.flatMap(({ title, spare }) => [title, spare]);

describe("hands", () => {
  it("follow from seed and decks alone", () =>
    always(fc.tuple(anyRounds, anySeed), ([rounds, seed]) => {
      expect(deal(decks, rounds, seed)).toEqual(deal(decks, rounds, seed));
    }));
  it("are as many as there are rounds, each with a title and a spare one", () =>
    always(fc.tuple(anyRounds, anySeed), ([rounds, seed]) => {
      const hands = deal(decks, rounds, seed);
      expect(hands).toHaveLength(rounds);
      for (const { deck, id, text } of titlesOf(hands))
        expect(decks.find((each) => each.id === deck)?.titles).toContainEqual({ id, text });
    }));
  it("never hold a title twice, the spare ones counted", () =>
    always(fc.tuple(anyDecks, anyRounds, anySeed), ([some, rounds, seed]) => {
      const have = some.reduce((sum, { titles }) => sum + titles.length, 0);
      if (have < 2 * rounds) expect(() => deal(some, rounds, seed)).toThrow(RangeError);
      else expect(new Set(titlesOf(deal(some, rounds, seed)).map(titleKey)).size).toBe(2 * rounds);
    }));
  it("say how many titles are missing", () => {
    expect(() => deal([aDeck("en/a", 5)], 3, 1)).toThrow("3 rounds need 6 titles, there are 5");
    expect(() => deal([], 1, 1)).toThrow(RangeError);
    expect(deal([aDeck("en/a", 6)], 3, 1)).toHaveLength(3); // just enough
  });
  it("differ in deck from one round to the next", () =>
    always(fc.tuple(anyRounds, anySeed), ([rounds, seed]) => {
      const hands = deal(decks, rounds, seed);
      const same = hands.filter(({ title }, at) => title.deck === hands[at + 1]?.title.deck);
      expect(same).toEqual([]);
    }));
  it("differ in deck from one round to the next while another deck has a title left", () =>
    always(fc.tuple(anyDecks, anyRounds, anySeed), ([some, rounds, seed]) => {
      const have = some.reduce((sum, { titles }) => sum + titles.length, 0);
      if (have < 2 * rounds) return;
      const left = new Map(some.map(({ id, titles }) => [id, titles.length]));
      let before: string | undefined;
      for (const { title, spare } of deal(some, rounds, seed)) {
        const others = [...left].filter(([id, titles]) => id !== before && titles > 0);
        if (title.deck === before) expect(others).toEqual([]);
        for (const { deck } of [title, spare]) left.set(deck, (left.get(deck) ?? 0) - 1);
        before = title.deck;
      }
    }));
  it("keep title and spare in one deck: an exchange is another title, not another subject", () =>
    always(fc.tuple(anyRounds, anySeed), ([rounds, seed]) => {
      for (const { title, spare } of deal(decks, rounds, seed)) expect(spare.deck).toBe(title.deck);
    }));
  it("leave the decks as they were", () => {
    const before = structuredClone(decks);
    deal(decks, 10, 3);
    expect(decks).toEqual(before);
  });
});

describe("over many seeds", () => {
  /**
   * How far counts are from all alike. With k counts it is about k − 1, ± √(2 (k − 1)) once in three times; more than
   * four of those above has a chance of less than one in a thousand.
   * @see Pearson 1900, the χ² test
   */
  const unfairness = (counts: readonly number[]) => {
    const each = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return counts.reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
  };
  const bound = (kinds: number) => kinds - 1 + 4 * Math.sqrt(2 * (kinds - 1));
  const three = [aDeck("en/a", 20), aDeck("en/b", 20), aDeck("en/c", 20)];
  /** What was dealt, by key, over seeds as links carry them. */
  const count = (key: (seed: number) => string, seeds: number): Map<string, number> => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= seeds; seed++) counts.set(key(seed), (counts.get(key(seed)) ?? 0) + 1);
    return counts;
  };
  const hand = (seed: number, round: number) => {
    const dealt = deal(three, 3, seed)[round];
    if (!dealt) throw new Error("three rounds are dealt");
    return dealt;
  };
  it.each([0, 1, 2])("every title has the same chance in round %i", (round) => {
    const counts = count((seed) => titleKey(hand(seed, round).title), 6_000);
    expect(counts.size).toBe(60);
    expect(unfairness([...counts.values()])).toBeLessThan(bound(60));
  });
  it("every deck has the same chance to come first", () =>
    expect(unfairness([...count((seed) => hand(seed, 0).title.deck, 6_000).values()])).toBeLessThan(
      bound(3),
    ));
  it("every title has the same chance to be the spare one", () =>
    expect(unfairness([...count((seed) => titleKey(hand(seed, 0).spare), 6_000).values()])).toBeLessThan(
      bound(60),
    ));
  it("neighbouring seeds have nothing to do with each other", () => {
    const same = count(
      (seed) => String(titleKey(hand(seed, 0).title) === titleKey(hand(seed + 1, 0).title)),
      6_000,
    );
    expect((same.get("true") ?? 0) / 6_000).toBeCloseTo(1 / 60, 2); // within half a point
  });
});

describe("a fresh seed", () => {
  const all = new Set(
    decks.flatMap(({ id, titles }) => titles.map((title) => titleKey({ deck: id, id: title.id }))),
  );
  const dealtBy = (seed: number, rounds: number) =>
    deal(decks, rounds, seed).map(({ title }) => titleKey(title));
  it("is short enough to say aloud", () =>
    always(anySeed, (seed) => {
      const fresh = freshSeed(decks, 3, new Set(), seeded(seed));
      expect(Number.isInteger(fresh) && fresh >= 1 && fresh <= 999_999).toBe(true);
    }));
  it("covers all it may", () => {
    expect(freshSeed(decks, 1, new Set(), () => 0)).toBe(1);
    expect(freshSeed(decks, 1, new Set(), () => 1 - 2 ** -32)).toBe(999_999);
  });
  it("deals titles that were not met before, drill after drill", () => {
    const random = seeded(11);
    const met = new Set<string>();
    for (let drill = 0; drill < 20; drill++) {
      const titles = dealtBy(freshSeed(decks, 3, met, random), 3);
      expect(titles.filter((title) => met.has(title))).toEqual([]);
      for (const title of titles) met.add(title);
    }
  });
  it("deals as few known titles as it can find when most are known", () => {
    const known = new Set([...all].filter((_, at) => at % 4 > 0)); // three of four
    const knownIn = (seed: number) => dealtBy(seed, 3).filter((title) => known.has(title)).length;
    const [fresh, any] = [1, 2, 3, 4, 5, 6, 7, 8].reduce(
      ([sum, other], seed) => [
        sum + knownIn(freshSeed(decks, 3, known, seeded(seed))),
        other + knownIn(seed),
      ],
      [0, 0],
    );
    expect(fresh).toBeLessThan(any / 2);
  });
  it("is there although everything is known", () =>
    expect(freshSeed(decks, 3, all, seeded(1))).toBeGreaterThanOrEqual(1));
  it("follows from its chance", () =>
    expect(freshSeed(decks, 3, new Set(), seeded(5))).toBe(freshSeed(decks, 3, new Set(), seeded(5))));
});

describe("what a client may say", () => {
  const title = { deck: "en/a", id: "title-1", text: "Title" };
  it("is in the title's own deck", () =>
    expect(linesFor([aDeck("en/a", 1, 2), aDeck("en/b", 1, 2)], title, "cut-in")).toEqual([
      { deck: "en/a", cue: "cut-in", text: "Line 0 of en/a" },
      { deck: "en/a", cue: "cut-in", text: "Line 1 of en/a" },
    ]));
  it("is taken from the others when that one has nothing for the cue", () => {
    const others = linesFor([aDeck("en/a", 1, 0), aDeck("en/b", 1, 1), aDeck("en/c", 1, 1)], title, "cut-in");
    expect(others.map(({ deck }) => deck)).toEqual(["en/b", "en/c"]);
    expect(linesFor([aDeck("en/a", 1, 2)], title, "sneeze")).toEqual([]);
  });
  it("is nothing when there is nothing to say, and otherwise one of it", () => {
    expect(pickLine([], seeded(1))).toBeNull();
    const lines = linesFor([aDeck("en/a", 1, 3)], title, "cut-in");
    const said = Array.from({ length: 100 }, (_, seed) => pickLine(lines, seeded(seed))?.text);
    expect(new Set(said).size).toBe(3);
  });
});
