import { describe, expect, it } from "vitest";
import { goneDecks, publish, publishedText, readPublished } from "../../src/prompts/published.ts";
import { shelfProblems } from "../../src/prompts/strict.ts";
import { aDeck } from "../support/builders.ts";

describe("published ids", () => {
  const text = "en/a: one two\nzh-CN/b: three\n";
  it("are one deck a line, and written as they were read", () => {
    expect([...readPublished(text)]).toEqual([
      ["en/a", ["one", "two"]],
      ["zh-CN/b", ["three"]],
    ]);
    expect(publishedText(readPublished(text))).toBe(text);
    expect(publishedText(readPublished(text.replaceAll("\n", "\r\n")))).toBe(text);
  });
  it("only ever grow", () => {
    const grown = publish([aDeck("en/a", 1), aDeck("en/c", 1)], readPublished(text));
    expect(publishedText(grown)).toBe("en/a: one two title-0\nen/c: title-0\nzh-CN/b: three\n");
    expect(publish([aDeck("en/a", 1)], grown)).toEqual(grown);
  });
  it("miss a deck that is gone", () =>
    expect(goneDecks([aDeck("en/a", 1)], readPublished(text)).map(({ values }) => values)).toEqual([
      ["zh-CN/b"],
    ]));
});

it("a language has 14 decks of 40 titles, or it is told", () => {
  const decks = Array.from({ length: 14 }, (_, at) => aDeck(`en/${at}`, 40));
  expect(shelfProblems(decks, ["en"])).toEqual([]);
  expect(shelfProblems([...decks.slice(1), aDeck("en/small", 39)], ["en", "zh-CN"])).toMatchObject([
    { reason: "few-decks", values: ["en", 14, 13] },
    { reason: "few-decks", values: ["zh-CN", 14, 0] },
  ]);
});
