import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { deal } from "../../src/deal/deal.ts";
import { titleKey } from "../../src/deal/hand.ts";
import type { Deck } from "../../src/prompts/deck.ts";
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
  it("differ in kind while there is a kind that was not dealt yet", () => {
    const kinds = ["pitch", "persuade", "story", "small-talk", "objection"] as const;
    const mixed = kinds.flatMap((kind): Deck[] =>
      [1, 2].map((number) => ({ ...aDeck(`en/${kind}-${number}`, 12), kind })),
    );
    always(anySeed, (seed) => {
      const dealt = deal(mixed, 7, seed).map(({ title }) => title.deck.replace(/en\/(.+)-\d/, "$1"));
      expect(new Set(dealt.slice(0, 5)).size).toBe(5);
      expect(new Set(dealt.slice(5)).size).toBe(2);
    });
  });
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
