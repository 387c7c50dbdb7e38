import { describe, expect, it } from "vitest";
import { handsOf, spareOf, titleKey } from "../../src/deal/hand.ts";
import { lastSpoken, pastOf } from "../../src/deal/past.ts";
import { readDrillLink, writeTitleLink } from "../../src/drill/link.ts";
import { usualRounds } from "../../src/drill/settings.ts";
import type { Deck } from "../../src/prompts/deck.ts";
import { aDeck } from "../support/builders.ts";

const deck = aDeck("en/a", 4);
const never = () => 0;
const spare = (
  id: string,
  of: Readonly<{
    deck?: Deck;
    others?: readonly Deck[];
    spoken?: (key: string) => number;
    hidden?: string[];
  }> = {},
) => {
  const title = spareOf(of.deck ?? deck, id, of.others ?? [], of.spoken ?? never, new Set(of.hidden ?? []));
  return titleKey(title);
};

describe("the spare one for a title that was chosen", () => {
  it("is the next of its deck, round and round", () => {
    expect(spare("title-1")).toBe("en/a#title-2");
    expect(spare("title-3")).toBe("en/a#title-0");
  });
  it("is one that was spoken on least", () => {
    const spoken = (key: string) => (key === "en/a#title-2" ? 1 : 0);
    expect(spare("title-1", { spoken })).toBe("en/a#title-3");
  });
  it("is none that is hidden, while there is another", () => {
    expect(spare("title-1", { hidden: ["en/a#title-2"] })).toBe("en/a#title-3");
    const all = deck.titles.map(({ id }) => `en/a#${id}`);
    expect(spare("title-1", { hidden: all })).toBe("en/a#title-2");
  });
  it("is of another deck when its own has no other, and itself when there is none at all", () => {
    const single = aDeck("own/one", 1);
    expect(spare("title-0", { deck: single, others: [single, deck] })).toBe("en/a#title-0");
    expect(spare("title-0", { deck: single })).toBe("own/one#title-0");
  });
});

it("the address of a title deals that title and its spare one, and leaves the rest to settings", () => {
  const link = writeTitleLink(
    { deck: "own/mine-abc123", id: "title-1" },
    { deck: "en/a", id: "title-0" },
    "zh-CN",
  );
  expect(link).toBe("#/drill?rounds=1&lang=zh-CN&titles=own/mine-abc123:title-1,en/a:title-0");
  const usual = { rounds: usualRounds(3), support: "title", cues: [] } as const;
  const read = readDrillLink(link.split("?")[1] ?? "", usual, []);
  expect(read).toMatchObject({ language: "zh-CN", problems: [], settings: { rounds: [{}] } });
  const decks = [aDeck("own/mine-abc123", 2), deck];
  expect(handsOf(read.titles ?? [], decks)).toMatchObject([
    { title: { deck: "own/mine-abc123", id: "title-1" }, spare: { deck: "en/a", id: "title-0" } },
  ]);
});

it("the day a title was last spoken on is the last of them, and none when it was only exchanged", () => {
  const dealing = (title: string, day: number, outcome: "spoken" | "skipped") => ({
    title,
    day,
    outcome,
    rating: null,
  });
  const past = pastOf([
    dealing("a", 7, "spoken"),
    dealing("a", 3, "spoken"),
    dealing("a", 9, "skipped"),
    dealing("b", 9, "skipped"),
  ]);
  expect([lastSpoken(past, "a"), lastSpoken(past, "b"), lastSpoken(past, "c")]).toEqual([7, null, null]);
});
