import { describe, expect, it } from "vitest";
import type { Deck } from "../../../src/prompts/deck.ts";
import { deckText } from "../../../src/prompts/exporting.ts";
import { examine } from "../../../src/prompts/importing/examine.ts";
import { problemCount } from "../../../src/prompts/importing/found.ts";
import { apply, chosenOf } from "../../../src/prompts/importing/preview.ts";
import { shareAddress } from "../../../src/prompts/sharing.ts";
import { aDeck } from "../../support/builders.ts";
import { inWords, noDecks, previewOf, wish } from "../../support/decks.ts";

const mine: Deck = {
  ...aDeck("own/calls-abc123", 0),
  name: "Calls",
  titles: [{ id: "died", text: "The demo has just died" }],
};
const library = { own: [mine], shipped: [] };

describe("a deck that is here already", () => {
  it("can come as a new one all the same, under an id of its own", () => {
    const seen = previewOf(deckText(mine), "calls.json", library, { into: "new" });
    expect(seen).toMatchObject({ because: "new", before: null });
    expect(seen.into.id).toMatch(/^own\/calls-[a-z0-9]{6}$/);
    expect(seen.into.id).not.toBe(mine.id);
    expect(apply(seen)?.titles).toEqual(mine.titles);
  });
  it("keeps its id as a new one where none has it", () =>
    expect(previewOf(deckText(mine), "calls.json", noDecks, { into: "new" }).into.id).toBe(mine.id));
});

it("a new deck has the language the user says, and is looked at in it; one that is there keeps its own", () => {
  const chosen = { chosenLanguage: "zh-CN" } as const;
  const seen = previewOf("The boss is late", null, noDecks, chosen);
  expect(seen.into.language).toBe("zh-CN");
  expect(inWords(seen.hints)).toEqual([expect.stringMatching(/not in the language of the deck, zh-CN/)]);
  const there = previewOf("The boss is late", null, library, { ...chosen, into: mine.id });
  expect(there.into.language).toBe("en");
});

it("what is like another text is among what is added, or is not, as the user says", () => {
  const seen = previewOf(
    "The demo has just died!!\nThe demo has just died again\nThe boss is late",
    null,
    library,
    {
      into: mine.id,
    },
  );
  const texts = (alike: "add" | "leave") => chosenOf(seen, alike).titles.map(({ text }) => text);
  expect(texts("add")).toEqual(["The demo has just died again", "The boss is late"]);
  expect(texts("leave")).toEqual(["The boss is late"]);
  expect(apply(seen, { alike: "leave" })?.titles.map(({ text }) => text)).toEqual([
    "The demo has just died",
    "The boss is late",
  ]);
});

it("a link is examined like any other source", async () => {
  const shared = await shareAddress(mine);
  const link = "address" in shared ? (shared.address.split("add=")[1] ?? "") : "";
  expect(apply(await examine({ source: { link }, library: noDecks, wish }))).toEqual(mine);
  const broken = await examine({ source: { link: "broken" }, library: noDecks, wish });
  expect(inWords(broken.problems)).toEqual([expect.stringMatching(/damaged or cut off/)]);
});

it("problems that are not listed are counted", () => {
  const short = Array.from({ length: 130 }, () => "no").join("\n");
  const { problems } = previewOf(short);
  expect(problems.length).toBe(101);
  expect(problemCount(problems)).toBe(130);
});
