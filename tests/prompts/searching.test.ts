import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deck } from "../../src/prompts/deck.ts";
import { search, searchIndex } from "../../src/prompts/searching.ts";
import { shelfOf } from "../../src/prompts/shelf.ts";
import { aDeck, always } from "../support/builders.ts";
import { anyDeck } from "../support/decks.ts";

const deckOf = (id: string, name: string, ...texts: string[]): Deck => ({
  ...aDeck(id, 0),
  name,
  titles: texts.map((text, at) => ({ id: `t-${at}`, text })),
});
const decks = [
  deckOf("en/a", "Price talk", "The client says it’s too expensive", "The boss is late"),
  deckOf("zh-CN/b", "太贵了", "客户嫌你的价格比同行高", "讲 SaaS 的价钱"),
];
const found = (query: string, most = 10) => search(searchIndex(decks), query, most);
const texts = (query: string) => found(query)?.titles.map(({ title }) => title.text);

describe("a search", () => {
  it("finds what holds every word, in any order, whatever its case and marks", () => {
    expect(texts("EXPENSIVE client")).toEqual(["The client says it’s too expensive"]);
    expect(texts("its")).toEqual(["The client says it’s too expensive"]);
    expect(texts("client late")).toEqual([]);
    expect(texts("expens")).toEqual(["The client says it’s too expensive"]); // while it is being typed
  });
  it("finds Chinese by any part of it, and words apart by a space", () => {
    expect(texts("价格")).toEqual(["客户嫌你的价格比同行高"]);
    expect(texts("同行 价格")).toEqual(["客户嫌你的价格比同行高"]);
    expect(texts("ｓａａｓ")).toEqual(["讲 SaaS 的价钱"]);
    expect(texts("SaaS的")).toEqual(["讲 SaaS 的价钱"]);
  });
  it("finds decks by their name", () => {
    expect(found("price")?.decks.map(({ id }) => id)).toEqual(["en/a"]);
    expect(found("太贵")?.decks.map(({ id }) => id)).toEqual(["zh-CN/b"]);
  });
  it("lists the first, and counts all", () =>
    expect(found("the", 1)).toMatchObject({ titles: [{ title: { text: /client/ } }], count: 2 }));
  it("is none without a letter or a digit", () => {
    for (const nothing of ["", "   ", "？！", "“ ”"]) expect(found(nothing)).toBeNull();
  });
  it("finds every title by itself, in any deck", () =>
    always(
      fc.tuple(fc.array(anyDeck, { maxLength: 4 }), anyDeck, fc.nat()),
      ([others, deck, at]) => {
        const title = deck.titles[at % deck.titles.length];
        const all = search(searchIndex([...others, deck]), title?.text ?? "", 1_000);
        if (all) expect(all.titles.some((each) => each.deck === deck && each.title === title)).toBe(true);
      },
      200,
    ));
});

describe("the shelf", () => {
  const of = (id: string, kind: Deck["kind"], language: Deck["language"] = "en"): Deck => ({
    ...aDeck(id, 1, 0, language),
    kind,
  });
  it("has the user’s own first, then the kinds, each where there is a deck of it", () => {
    const own = [of("own/z", "story", "zh-CN"), of("own/a", "pitch")];
    const shipped = [
      of("en/s", "story"),
      of("en/p", "pitch"),
      of("zh-CN/p", "pitch", "zh-CN"),
      of("en/q", "pitch"),
    ];
    const groups = shelfOf(own, shipped, "en").map((group) => [group.of, ...group.decks.map(({ id }) => id)]);
    expect(groups).toEqual([
      ["own", "own/a", "own/z"],
      ["pitch", "en/p", "en/q"],
      ["story", "en/s"],
    ]);
  });
  it("has no place for what there is none of", () => expect(shelfOf([], [], "en")).toEqual([]));
});
