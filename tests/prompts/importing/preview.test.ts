import { describe, expect, it } from "vitest";
import { type Deck, readDeck } from "../../../src/prompts/deck.ts";
import { deckText } from "../../../src/prompts/exporting.ts";
import { titleId } from "../../../src/prompts/importing/ids.ts";
import { apply, type Preview } from "../../../src/prompts/importing/preview.ts";
import { always } from "../../support/builders.ts";
import { anyDeck, inWords, noDecks, previewOf } from "../../support/decks.ts";

const deck = (id: string, titles: Record<string, string>, more: Partial<Deck> = {}): Deck => ({
  id,
  language: "en",
  name: "Calls",
  kind: "story",
  titles: Object.entries(titles).map(([each, text]) => ({ id: each, text })),
  lines: [{ cue: "cut-in", text: "How much?", temper: "price" }],
  ...more,
});
const mine = deck("own/calls-abc123", { died: "The demo has just died", boss: "The boss is late again" });
const shipped = deck("en/calls", { ago: "They signed with your rival a week ago" });
const library = { own: [mine], shipped: [shipped] };
const textsOf = (entries: Preview["titles"]) => entries.map(({ text }) => text);

describe("a new deck", () => {
  const list = "The demo has just died\nCustomer zéro hat Größe\n客户说太贵了怎么办";
  it("gets an id of its own, and ids for its titles made of their texts", () => {
    const made = apply(previewOf(list, "Cold calls.txt"));
    expect(made).toEqual({
      id: expect.stringMatching(/^own\/cold-calls-[a-z0-9]{6}$/),
      language: "en",
      name: "Cold calls",
      kind: "pitch",
      titles: [
        { id: "the-demo-has-just-died", text: "The demo has just died" },
        { id: "customer-zero-hat-gro-e", text: "Customer zéro hat Größe" },
        { id: expect.stringMatching(/^t-[a-z0-9]{7}$/), text: "客户说太贵了怎么办" },
      ],
      lines: [],
    });
  });
  it("is named as is wished when it has no name, in the language wished when it tells none", () => {
    const { into } = previewOf("123456789", null, noDecks, { name: "我的", language: "zh-CN" });
    expect(into).toMatchObject({ name: "我的", language: "zh-CN", id: expect.stringMatching(/^own\/deck-/) });
  });
  it("has another id for another seed, never one that is taken", () => {
    const ids = new Set(
      Array.from({ length: 50 }, (_, seed) => previewOf(list, "a.txt", noDecks, { seed }).into.id),
    );
    expect(ids.size).toBe(50);
    const first = previewOf(list, "a.txt").into.id;
    const taken = { own: [], shipped: [deck(first, { x: "Something else altogether" })] };
    expect(previewOf(list, "a.txt", taken).into.id).not.toBe(first);
  });
  it("is none without a title, and says so", () => {
    const none = previewOf("line\nHow much?\n", "a.csv");
    expect(inWords(none.problems)).toEqual([expect.stringContaining("There is no title in it")]);
    expect(apply(none)).toBeNull();
  });
});

describe("an id made of a title's text", () => {
  it("is used once in a deck, and fits", () => {
    const taken = new Set<string>();
    const ids = ["The same words", "The same words!", "同样的话", "同样的话", "x", "y".repeat(100)].map(
      (text) => titleId(text, taken),
    );
    expect(ids.slice(0, 2)).toEqual(["the-same-words", "the-same-words-2"]);
    expect(ids[3]).toBe(`${ids[2]}-2`);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id).toMatch(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe("a duplicate", () => {
  const text = "The demo has JUST died!\nThe boss was late again\nA wholly new one\nA wholly, new one";
  const seen = previewOf(text, null, library, { into: mine.id });
  it("of the deck or of the import itself is not added, and is told with what it is like", () => {
    expect(seen.because).toBe("chosen");
    expect(seen.duplicates).toEqual([
      {
        text: "The demo has JUST died!",
        place: { line: 1 },
        twin: { text: "The demo has just died", deck: null, same: true },
      },
      {
        text: "A wholly, new one",
        place: { line: 4 },
        twin: { text: "A wholly new one", deck: null, same: true },
      },
    ]);
    expect(seen.duplicateCount).toBe(2);
  });
  it("that is only nearly one is told, and added unless it is left out", () => {
    expect(seen.titles.map(({ text: title, twin }) => [title, twin?.text ?? null])).toEqual([
      ["The boss was late again", "The boss is late again"],
      ["A wholly new one", null],
    ]);
    expect(apply(seen)?.titles.map(({ text: title }) => title)).toEqual([
      "The demo has just died",
      "The boss is late again",
      "The boss was late again",
      "A wholly new one",
    ]);
    expect(apply(seen, { alike: "leave" })?.titles).toHaveLength(3);
  });
  it("of another deck is told with the deck's name", () =>
    expect(previewOf("They signed with your rival a week ago", null, library).titles).toMatchObject([
      {
        twin: {
          text: "They signed with your rival a week ago",
          deck: { id: "en/calls", name: "Calls" },
          same: true,
        },
      },
    ]));
  it("is none when the other deck is in another language", () => {
    const theirs = { ...shipped, language: "zh-CN" as const };
    const text = "They signed with your rival a week ago";
    expect(previewOf(text, null, { own: [], shipped: [theirs] }).titles).toMatchObject([{ twin: null }]);
  });
  it("is looked for among lines, too", () => {
    const table = previewOf("line\nHow much?\nHow much is it?\n", "a.csv", library, { into: mine.id });
    expect(table.lines.map(({ text: said }) => said)).toEqual(["How much is it?"]);
    expect(table.duplicates).toHaveLength(1);
  });
  it("never changes what is there", () =>
    expect(apply(previewOf("The demo has just died", null, library, { into: mine.id }))).toEqual(mine));
});

describe("a deck's JSON", () => {
  it("of an own deck with that id adds what is new; wording mended here stays", () => {
    const theirs = deck(mine.id, {
      died: "The demo died, live",
      boss: "The boss is late again",
      new: "Nobody came",
    });
    const seen = previewOf(deckText(theirs), "x.json", library);
    expect(seen.because).toBe("same-id");
    expect(textsOf(seen.titles)).toEqual(["Nobody came"]);
    expect(apply(seen)).toEqual({ ...mine, titles: [...mine.titles, { id: "new", text: "Nobody came" }] });
  });
  it("twice is the same as once", () => {
    const once = apply(previewOf(deckText(mine), "x.json"));
    if (!once) throw new Error("no deck");
    expect(once).toEqual(mine);
    const twice = previewOf(deckText(mine), "x.json", { own: [once], shipped: [] });
    expect([twice.titles.length, twice.lines.length, twice.duplicateCount]).toEqual([0, 0, 3]);
    expect(apply(twice)).toEqual(mine);
  });
  it("with a shipped deck's id becomes an own deck, with its titles' ids", () => {
    const seen = previewOf(
      deckText(deck("en/calls", { ago: "Something else altogether" })),
      "x.json",
      library,
    );
    expect(seen.because).toBe("shipped-id");
    expect(apply(seen)).toMatchObject({
      id: expect.stringMatching(/^own\/calls-[a-z0-9]{6}$/),
      titles: [{ id: "ago", text: "Something else altogether" }],
    });
  });
  it("exported here and imported elsewhere is the same deck", () =>
    always(
      anyDeck,
      (any) => {
        const text = deckText(any);
        expect(apply(previewOf(text, "x.json", library))).toEqual(any);
        expect(deckText(readDeck(JSON.parse(text), "x"))).toBe(text);
      },
      500,
    ));
});

describe("what is too much", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => `Title ${at} of ${at * 7919}`).join("\n");
  it("titles beyond 2,000 are left out, and told", () => {
    const seen = previewOf(many(2_010));
    expect(seen.titles).toHaveLength(2_000);
    expect(inWords(seen.problems)).toContainEqual(
      expect.stringMatching(/^A deck holds 2000 titles; left out at the end: 10\./),
    );
  });
  it("counts those the deck has already", () => {
    const first = apply(previewOf(many(1_995)));
    if (!first) throw new Error("no deck");
    const more = previewOf(many(2_010), null, { own: [first], shipped: [] }, { into: first.id });
    expect([more.titles.length, more.duplicateCount]).toEqual([5, 1_995]);
  });
});

it("counts the problems that are not listed, through to the end", () => {
  const { problems } = previewOf(`The demo has died\n${"Bees\n".repeat(250)}`);
  expect(inWords(problems).at(-1)).toMatch(/^And 150 more/);
});

it("hints at what would be better otherwise", () =>
  expect(inWords(previewOf("title,line\nDo you like it?,客户说太贵了", "a.csv").hints)).toEqual([
    expect.stringMatching(/^line 2: A yes or a no would answer this/),
    expect.stringMatching(/^line 2: This is not in the language of the deck, en/),
  ]));
