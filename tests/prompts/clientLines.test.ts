import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { linesFor } from "../../src/deal/lines.ts";
import { clientDeckId, keepClientLine } from "../../src/prompts/clientLines.ts";
import { type Deck, deckProblems, languages } from "../../src/prompts/deck.ts";
import { limits } from "../../src/prompts/importing/limits.ts";
import { lengths } from "../../src/prompts/texts.ts";
import { aDeck, always } from "../support/builders.ts";
import { inWords } from "../support/decks.ts";

vi.setConfig({ testTimeout: 60_000 }); // many tries take their time on a busy machine, and that is no failure

/** The deck after these lines, one after the other. */
function kept(...said: string[]): Deck {
  let deck: Deck | null = null;
  for (const line of said) {
    const came = keepClientLine(deck, line, "en", "What my clients really say");
    if ("problem" in came) throw new Error(came.problem.reason);
    deck = came.deck;
  }
  if (!deck) throw new Error("nothing was said");
  return deck;
}
const refused = (said: string) => {
  const came = keepClientLine(null, said, "en", "Mine");
  return "problem" in came ? inWords([came.problem]) : [];
};
const textsOf = ({ titles, lines }: Deck) => [titles.map(({ text }) => text), lines.map(({ text }) => text)];

describe("what a client really said", () => {
  it("makes a deck of its own: a line to cut in with, and the same in quotes to answer", () =>
    expect(kept("We’ll call you")).toEqual({
      id: "own/my-clients-en",
      language: "en",
      name: "What my clients really say",
      kind: "objection",
      titles: [{ id: "well-call-you", text: "“We’ll call you”" }],
      lines: [{ cue: "cut-in", text: "We’ll call you" }],
    }));
  it("lies in one deck a language, which clients may always draw on", () => {
    expect(languages.map(clientDeckId)).toEqual(["own/my-clients-en", "own/my-clients-zh-cn"]);
    const title = { deck: "en/a", id: "title-0", text: "Title" };
    for (const language of languages) {
      const came = keepClientLine(null, "你们先等等，我再看看", language, "Mine");
      const deck = "deck" in came ? came.deck : null;
      expect(deck && deckProblems(deck)).toEqual([]);
      expect(linesFor([aDeck("en/a", 1), ...(deck ? [deck] : [])], title, "cut-in").real).toHaveLength(1);
    }
  });
  it("comes after what was said before, under the name the deck has by now", () => {
    const first = { ...kept("Too much money"), name: "Grumbles", kind: "story" as const };
    const came = keepClientLine(first, "Not this year", "en", "What my clients really say");
    expect("deck" in came && came.isNew).toBe(true);
    if (!("deck" in came)) return;
    expect(came.deck).toMatchObject({ name: "Grumbles", kind: "story" });
    expect(textsOf(came.deck)).toEqual([
      ["“Too much money”", "“Not this year”"],
      ["Too much money", "Not this year"],
    ]);
  });
  it("twice is once, whatever its case, quotes and full stop", () => {
    const before = kept("Not this year");
    for (const again of ["Not this year", "not this year.", "“Not this year”", "  NOT THIS  YEAR! "]) {
      const came = keepClientLine(before, again, "en", "Mine");
      expect(came).toEqual({ deck: before, isNew: false });
    }
  });
  it("brings back the title, or the line, that was taken out meanwhile", () => {
    const both = kept("Too much money", "Not this year");
    const [title, line] = [both.titles[1], both.lines[1]];
    for (const without of [
      { ...both, titles: both.titles.slice(0, 1) },
      { ...both, lines: both.lines.slice(0, 1) },
    ]) {
      const came = keepClientLine(without, "Not this year", "en", "Mine");
      expect("deck" in came && came.isNew).toBe(true);
      expect("deck" in came && [came.deck.titles[1], came.deck.lines[1]]).toEqual([title, line]);
    }
  });
  it("is quoted once: quotes around it go, quotes inside it are single in the title", () =>
    expect(textsOf(kept("“We’ll call you”", "He said “no” to you", "「再等等吧」"))).toEqual([
      ["“We’ll call you”", "“He said ‘no’ to you”", "“再等等吧”"],
      ["We’ll call you", "He said “no” to you", "再等等吧"],
    ]));
  it("is told when it is too short to answer, or too long to cut in with", () => {
    expect(refused("No.")).toEqual(["Too short: 3 characters, and 4 at least are needed. Say more."]);
    expect(refused("x".repeat(91))).toEqual([
      "Too long: 91 characters, and 90 at most fit. Cut it, or make two of it.",
    ]);
    expect(refused("   ")).toHaveLength(1);
  });
  it("is refused by a deck that is full", () => {
    const full = aDeck("own/my-clients-en", limits.titles, 0);
    const came = keepClientLine(full, "One more thing", "en", "Mine");
    expect("problem" in came && came.problem.reason).toBe("too-many-titles");
    const crowded = aDeck("own/my-clients-en", 1, limits.lines);
    const again = keepClientLine(crowded, "One more thing", "en", "Mine");
    expect("problem" in again && again.problem.reason).toBe("too-many-lines");
  });
  it("of any signs ends in a deck that is one, or in a problem; and a second time changes nothing", () =>
    always(
      fc.tuple(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 100 }),
          fc.string({ unit: "binary", maxLength: 40 }),
        ),
        fc.constantFrom(...languages),
      ),
      ([said, language]) => {
        const came = keepClientLine(null, said, language, "Mine");
        if ("problem" in came) return;
        expect(deckProblems(came.deck)).toEqual([]);
        expect(came.deck.lines[0]?.text.length).toBeLessThanOrEqual(2 * lengths.line.most);
        expect(keepClientLine(came.deck, said, language, "Mine")).toEqual({ deck: came.deck, isNew: false });
      },
      1_000,
    ));
});
