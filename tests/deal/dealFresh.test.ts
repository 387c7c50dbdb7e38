import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { dealFresh, type Wishes } from "../../src/deal/dealFresh.ts";
import { type Hand, titleKey, titlesOf } from "../../src/deal/hand.ts";
import { type Dealing, pastOf } from "../../src/deal/past.ts";
import { returnDay } from "../../src/deal/returns.ts";
import { fork, seeded } from "../../src/lib/random.ts";
import type { Deck } from "../../src/prompts/deck.ts";
import { aDeck, always } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // thousands of drills take their time on a busy machine, and that is no failure

const kinds = ["pitch", "persuade", "story", "small-talk", "objection"] as const;
const ofKind = (kind: Deck["kind"], name: string, titles: number): Deck => ({
  ...aDeck(`en/${name}`, titles),
  kind,
});
const anyTrade: Wishes = { trade: new Set(), hidden: new Set() };
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const keysOf = (hands: readonly Hand[]) => hands.map(({ title }) => titleKey(title));
const kindOf = (decks: readonly Deck[], { title }: Hand) => decks.find(({ id }) => id === title.deck)?.kind;

/** What a user does with a title: speaks on it and rates it or not, or exchanges it for the spare one. */
type Habit = (title: string, drill: number) => "skip" | number | null;

/** A life of so many drills of `rounds` rounds, one a day. */
function live(decks: readonly Deck[], drills: number, rounds: number, habit: Habit, wishes = anyTrade) {
  const dealings: Dealing[] = [];
  const days: (readonly Hand[])[] = [];
  for (let day = 1; day <= drills; day++) {
    const hands = dealFresh(decks, pastOf(dealings), wishes, rounds, day, seeded(fork(7, day)));
    days.push(hands);
    for (const { title, spare } of hands) {
      const does = habit(titleKey(title), day);
      if (does === "skip") dealings.push({ title: titleKey(title), day, outcome: "skipped", rating: null });
      const spoken = does === "skip" ? titleKey(spare) : titleKey(title);
      dealings.push({ title: spoken, day, outcome: "spoken", rating: does === "skip" ? null : does });
    }
  }
  const spoken = dealings.filter(({ outcome }) => outcome === "spoken").map(({ title }) => title);
  return { dealings, days, spoken };
}
const countOf = (titles: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
};

describe("fresh hands", () => {
  const decks = kinds.flatMap((kind) => [ofKind(kind, `${kind}-1`, 12), ofKind(kind, `${kind}-2`, 9)]);
  const anyPast = fc.array(
    fc.record<Dealing>({
      title: fc.constantFrom(...decks.flatMap(titlesOf).map(titleKey)),
      day: fc.integer({ min: 1, max: 90 }),
      outcome: fc.constantFrom("spoken", "skipped"),
      rating: fc.constantFrom(null, 1, 2, 3, 4, 5),
    }),
    { maxLength: 300 },
  );

  it("follow from past, wishes, day and chance", () =>
    always(fc.tuple(anyPast, anySeed), ([past, seed]) => {
      const hands = () => dealFresh(decks, pastOf(past), anyTrade, 3, 100, seeded(seed));
      expect(hands()).toEqual(hands());
    }));
  it("hold no title twice in a drill, the spare ones counted, whatever happened before", () =>
    always(fc.tuple(anyPast, anySeed, fc.integer({ min: 1, max: 10 })), ([past, seed, rounds]) => {
      const hands = dealFresh(decks, pastOf(past), anyTrade, rounds, 100, seeded(seed));
      expect(hands).toHaveLength(rounds);
      const all = hands.flatMap(({ title, spare }) => [title, spare]);
      expect(new Set(all.map(titleKey)).size).toBe(2 * rounds);
      for (const title of all) expect(decks.flatMap(titlesOf)).toContainEqual(title);
    }));
  it("differ in kind: three rounds are three different things to do", () =>
    always(fc.tuple(anyPast, anySeed), ([past, seed]) => {
      const hands = dealFresh(decks, pastOf(past), anyTrade, 3, 100, seeded(seed));
      expect(new Set(hands.map((hand) => kindOf(decks, hand))).size).toBe(3);
    }));
  it("hold one pitch of the user's trade, and none of another", () =>
    always(fc.tuple(anyPast, anySeed), ([past, seed]) => {
      const wishes = { ...anyTrade, trade: new Set(["en/pitch-2"]) };
      const calm = past.filter(({ rating }) => rating === null || rating >= 3); // what went badly comes back all the same
      const hands = dealFresh(decks, pastOf(calm), wishes, 3, 100, seeded(seed));
      const pitches = hands.filter((hand) => kindOf(decks, hand) === "pitch");
      expect(pitches.map(({ title }) => title.deck)).toEqual(["en/pitch-2"]);
    }));
  it("never hold a title that is hidden", () =>
    always(fc.tuple(anyPast, anySeed, fc.subarray(decks.flatMap(titlesOf))), ([past, seed, titles]) => {
      const hidden = new Set(titles.slice(0, 90).map(titleKey));
      const hands = dealFresh(decks, pastOf(past), { ...anyTrade, hidden }, 3, 100, seeded(seed));
      for (const { title, spare } of hands)
        expect([hidden.has(titleKey(title)), hidden.has(titleKey(spare))]).toEqual([false, false]);
    }));
  it("say how many titles are missing", () =>
    expect(() => dealFresh([aDeck("en/a", 5)], new Map(), anyTrade, 3, 1, seeded(1))).toThrow(
      "3 rounds need 6 titles, there are 5",
    ));
});

describe("over a year of drills", () => {
  it("no title comes again until its deck is used up, and then each comes once more", () => {
    const deck = aDeck("en/a", 30);
    const { spoken } = live([deck], 20, 3, () => null);
    for (const lap of [spoken.slice(0, 30), spoken.slice(30)]) expect(new Set(lap).size).toBe(30);
  });
  it("each lap is in another order", () => {
    const { spoken } = live([aDeck("en/a", 30)], 20, 3, () => null);
    expect(spoken.slice(0, 30)).not.toEqual(spoken.slice(30));
  });
  it("all decks are used alike, in proportion to their sizes", () => {
    const decks = [ofKind("pitch", "a", 40), ofKind("pitch", "b", 20), ofKind("story", "c", 40)];
    const { spoken } = live(decks, 90, 2, () => null);
    const counts = countOf(spoken.map((key) => key.split("#")[0] ?? ""));
    expect(counts.get("en/c")).toBe(90); // the one deck of its kind
    expect(counts.get("en/a")).toBe(60);
    expect(counts.get("en/b")).toBe(30);
  });
  it("a title that was exchanged comes after all others of its deck, and comes", () => {
    let skipped = "";
    const { spoken } = live([aDeck("en/a", 20)], 20, 1, (title) => {
      skipped ||= title;
      return title === skipped && spokenBefore(title) ? "skip" : null;
    });
    // Skipped when first seen: it is the last of its lap.
    function spokenBefore(title: string) {
      return title === skipped && !seen.has(title) && seen.add(title);
    }
    expect(spoken.indexOf(skipped)).toBe(19);
  });
  const seen = new Set<string>();
  it("whoever refuses a title again and again is dealt the others all the same", () => {
    const { spoken } = live([aDeck("en/a", 12)], 120, 1, (title) =>
      title.endsWith("title-3") ? "skip" : null,
    );
    const counts = countOf(spoken);
    const others = [...counts].filter(([title]) => !title.endsWith("title-3")).map(([, count]) => count);
    expect(others).toHaveLength(11);
    expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(3);
  });
  it("nothing starves, whatever is exchanged and however it is rated", () =>
    always(
      fc.infiniteStream(fc.constantFrom<"skip" | number | null>("skip", null, 1, 2, 3, 5)),
      (does) => {
        const decks = [ofKind("pitch", "a", 9), ofKind("story", "b", 7), ofKind("objection", "c", 8)];
        const { days } = live(decks, 60, 3, () => does.next().value ?? null);
        const dealt = new Set(days.flat().flatMap(({ title, spare }) => [titleKey(title), titleKey(spare)]));
        expect(dealt.size).toBe(24);
      },
      60,
    ));
});

describe("a title that went badly", () => {
  const takes = (...rated: [day: number, rating: number | null][]) => ({
    spoken: rated.length,
    skips: 0,
    takes: rated.map(([day, rating]) => ({ day, rating })),
  });
  it("has a day to come back; one that went well, or was not rated, has none", () => {
    expect(returnDay(takes([10, 1]))).toBeGreaterThan(10);
    for (const rating of [3, 4, 5, null]) expect(returnDay(takes([10, rating]))).toBeNull();
    expect(returnDay(takes())).toBeNull();
    expect(returnDay(takes([10, 1], [15, 4]))).toBeNull();
  });
  it("comes back the sooner the worse it went", () =>
    expect(returnDay(takes([10, 1])) ?? 0).toBeLessThan(returnDay(takes([10, 2])) ?? 0));
  it("comes back at growing distances when it goes from bad to passable", () => {
    const first = (returnDay(takes([10, 2])) ?? 0) - 10;
    const second = (returnDay(takes([10, 2], [10 + first, 2])) ?? 0) - 10 - first;
    expect(second).toBeGreaterThan(first);
  });
  it("comes back on its day, before its deck is used up, and only one of them in a drill", () => {
    const decks = [ofKind("pitch", "a", 40), ofKind("story", "b", 40), ofKind("objection", "c", 40)];
    const bad = ["en/a#title-1", "en/b#title-2", "en/c#title-3"];
    const past = pastOf(bad.map((title) => ({ title, day: 1, outcome: "spoken" as const, rating: 1 })));
    const day = returnDay(takes([1, 1])) ?? 0;
    const on = (today: number, seed = 1) =>
      keysOf(dealFresh(decks, past, anyTrade, 3, today, seeded(seed))).filter((key) => bad.includes(key));
    expect(on(day - 1)).toEqual([]);
    for (const seed of [1, 2, 3, 4]) expect(on(day, seed)).toHaveLength(1);
  });
  it("comes back although another trade was chosen", () => {
    const decks = [ofKind("pitch", "a", 40), ofKind("pitch", "b", 40), ofKind("story", "c", 40)];
    const past = pastOf([{ title: "en/b#title-1", day: 1, outcome: "spoken", rating: 1 }]);
    const wishes = { ...anyTrade, trade: new Set(["en/a"]) };
    expect(keysOf(dealFresh(decks, past, wishes, 2, 50, seeded(1)))).toContain("en/b#title-1");
  });
});
