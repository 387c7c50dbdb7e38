import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Deck, deckProblems } from "../../src/prompts/deck.ts";
import {
  addLine,
  addTitle,
  changeKind,
  changeLine,
  type Edited,
  isSameDeck,
  removeLine,
  removeTitle,
  renameDeck,
  restoreLine,
  restoreTitle,
  rewordTitle,
} from "../../src/prompts/editing.ts";
import { limits } from "../../src/prompts/importing/limits.ts";
import { aDeck, always } from "../support/builders.ts";
import { anyDeck, inWords } from "../support/decks.ts";

const deck: Deck = {
  ...aDeck("own/mine-abc123", 0),
  titles: [
    { id: "demo", text: "The demo has died" },
    { id: "boss", text: "The boss is late" },
  ],
  lines: [{ cue: "cut-in", text: "How much?", temper: "price" }],
};
const made = (edited: Edited): Deck => {
  if ("problem" in edited) throw new Error(edited.problem.reason);
  return edited.deck;
};
const why = (edited: Edited): string[] => ("problem" in edited ? inWords([edited.problem]) : []);
const [demo, boss] = deck.titles as [Deck["titles"][number], Deck["titles"][number]];
const [line] = deck.lines as [Deck["lines"][number]];

describe("a title", () => {
  it("is added at the end, with an id of its words", () =>
    expect(made(addTitle(deck, "  The client   has hung up ")).titles).toEqual([
      demo,
      boss,
      { id: "the-client-has-hung-up", text: "The client has hung up" },
    ]));
  it("keeps its id when its wording is mended", () =>
    expect(made(rewordTitle(deck, "demo", "The demo died twice")).titles).toEqual([
      { id: "demo", text: "The demo died twice" },
      boss,
    ]));
  it("may be mended to what differs in a mark only", () =>
    expect(made(rewordTitle(deck, "demo", "The demo has died!")).titles[0]?.text).toBe("The demo has died!"));
  it("comes back when it was taken out while it was being mended", () =>
    expect(made(rewordTitle({ ...deck, titles: [boss] }, "demo", "The demo died")).titles).toEqual([
      boss,
      { id: "demo", text: "The demo died" },
    ]));
  it("is not there twice", () => {
    const said = ["The same as “The demo has died”. Take one away."];
    expect(why(addTitle(deck, "the demo has died."))).toEqual(said);
    expect(why(rewordTitle(deck, "boss", "The Demo has died"))).toEqual(said);
  });
  it("is told when it is too short or too long", () => {
    expect(why(addTitle(deck, "Why?"))).toEqual([
      "Too short: 4 characters, and 6 at least are needed. Say more.",
    ]);
    expect(why(rewordTitle(deck, "demo", "x".repeat(121)))).toHaveLength(1);
  });
  it("goes, and comes back to its place", () => {
    const without = made(removeTitle(deck, "demo"));
    expect(without.titles).toEqual([boss]);
    expect(made(restoreTitle(without, demo, 0))).toEqual(deck);
    expect(made(restoreTitle(deck, demo, 1))).toEqual(deck); // it is there
  });
  it("stays when it is the last", () =>
    expect(removeTitle({ ...deck, titles: [demo] }, "demo")).toMatchObject({
      problem: { reason: "no-titles" },
    }));
  it("finds no room in a deck that is full", () =>
    expect(addTitle(aDeck("own/full", limits.titles), "The boss is late")).toMatchObject({
      problem: { reason: "too-many-titles", values: [limits.titles, 1] },
    }));
});

describe("a client’s line", () => {
  it("is added with its temper, or without", () => {
    expect(made(addLine(deck, "Be quick.", "busy")).lines).toEqual([
      line,
      { cue: "cut-in", text: "Be quick.", temper: "busy" },
    ]);
    expect(made(addLine(deck, "Be quick.", null)).lines[1]).toEqual({ cue: "cut-in", text: "Be quick." });
  });
  it("is not there twice, whoever says it", () =>
    expect(why(addLine(deck, "How much", "busy"))).toEqual(["The same as “How much?”. Take one away."]));
  it("is mended where it stands, and keeps its cue", () => {
    const odd: Deck = { ...deck, lines: [{ cue: "sneeze", text: "Atchoo" }, line] };
    expect(made(changeLine(odd, { cue: "sneeze", text: "Atchoo" }, "Atchoo!", "busy")).lines).toEqual([
      { cue: "sneeze", text: "Atchoo!", temper: "busy" },
      line,
    ]);
    expect(made(changeLine(deck, line, "How much?", null)).lines).toEqual([
      { cue: "cut-in", text: "How much?" },
    ]);
  });
  it("comes back when it was taken out while it was being mended", () =>
    expect(made(changeLine({ ...deck, lines: [] }, line, "How much now?", "price")).lines).toHaveLength(1));
  it("goes, and comes back to its place", () => {
    const without = made(removeLine(deck, line));
    expect(without.lines).toEqual([]);
    expect(made(restoreLine(without, line, 0))).toEqual(deck);
    expect(made(restoreLine(deck, line, 1))).toEqual(deck);
  });
  it("finds no room in a deck that is full", () =>
    expect(addLine(aDeck("own/full", 1, limits.lines), "Be quick.", null)).toMatchObject({
      problem: { reason: "too-many-lines" },
    }));
});

describe("a deck", () => {
  it("has another name and kind, and the same id", () => {
    expect(made(renameDeck(deck, " Calls "))).toEqual({ ...deck, name: "Calls" });
    expect(made(changeKind(deck, "story"))).toEqual({ ...deck, kind: "story" });
    expect(why(renameDeck(deck, "x".repeat(41)))).toHaveLength(1);
    expect(why(renameDeck(deck, " "))).toHaveLength(1);
  });
  it("is the same as another in all that is kept, or is not", () => {
    expect(isSameDeck(deck, { ...structuredClone(deck), $schema: "../deck.schema.json" })).toBe(true);
    expect(isSameDeck(deck, { ...deck, titles: [boss, demo] })).toBe(false);
    expect(isSameDeck(deck, { ...deck, name: "Other" })).toBe(false);
    expect(isSameDeck(deck, { ...deck, lines: [{ ...line, temper: "busy" }] })).toBe(false);
    expect(isSameDeck(null, null)).toBe(true);
    expect(isSameDeck(deck, null)).toBe(false);
    expect(isSameDeck(null, deck)).toBe(false);
  });
  it("is a deck after any change of any deck, and nothing else of it is touched", () => {
    const anyText = fc.string({ unit: "grapheme", maxLength: 140 });
    always(fc.tuple(anyDeck, anyText, fc.nat(), fc.nat(8)), ([any, text, at, which]) => {
      const title = any.titles[at % any.titles.length] ?? demo;
      const said = any.lines[at % Math.max(1, any.lines.length)] ?? line;
      const edits: readonly (() => Edited)[] = [
        () => addTitle(any, text),
        () => rewordTitle(any, title.id, text),
        () => removeTitle(any, title.id),
        () => restoreTitle(any, title, at),
        () => addLine(any, text, "busy"),
        () => changeLine(any, said, text, null),
        () => removeLine(any, said),
        () => restoreLine(any, said, at),
        () => renameDeck(any, text),
      ];
      const edited = edits[which]?.();
      if (!edited || "problem" in edited) return;
      expect(deckProblems(edited.deck)).toEqual([]);
      expect(edited.deck.id).toBe(any.id);
      if (which < 4) expect(edited.deck.lines).toEqual(any.lines);
      else expect(edited.deck.titles).toEqual(any.titles);
      const ids = new Set(edited.deck.titles.map(({ id }) => id));
      const gone = any.titles.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
      expect(gone).toEqual(which === 2 ? [title.id] : []);
    });
  });
});
