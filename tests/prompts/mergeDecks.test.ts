import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Deck, readDeck } from "../../src/prompts/deck.ts";
import { mergeDecks } from "../../src/prompts/mergeDecks.ts";
import { aDeck, always } from "../support/builders.ts";

/** Some titles and lines of one deck, a few of them worded otherwise. */
const anyCopy = fc
  .record({
    titles: fc.subarray([...Array(9).keys()], { minLength: 1 }),
    lines: fc.subarray([...Array(9).keys()]),
    mended: fc.nat(8),
  })
  .map(({ titles, lines, mended }): Deck => {
    const whole = aDeck("own/mine-x1y2z3", 9, 9);
    return {
      ...whole,
      titles: titles.flatMap((at) => {
        const title = whole.titles[at];
        return title ? [at === mended ? { ...title, text: `${title.text}, mended` } : title] : [];
      }),
      lines: lines.flatMap((at) => whole.lines[at] ?? []),
    };
  });

describe("two copies of a deck", () => {
  it("lose nothing when they become one, and stay a deck", () =>
    always(fc.tuple(anyCopy, anyCopy), ([here, other]) => {
      const merged = readDeck(mergeDecks(here, other), "merged");
      expect(merged.titles.slice(0, here.titles.length)).toEqual(here.titles);
      expect(merged.lines.slice(0, here.lines.length)).toEqual(here.lines);
      for (const { id } of other.titles) expect(merged.titles.some((title) => title.id === id)).toBe(true);
      for (const line of other.lines) expect(merged.lines).toContainEqual(line);
    }));
  it("change nothing the second time, or when they are the same", () =>
    always(fc.tuple(anyCopy, anyCopy), ([here, other]) => {
      const merged = mergeDecks(here, other);
      expect(mergeDecks(merged, other)).toEqual(merged);
      expect(mergeDecks(here, here)).toEqual(here);
    }));
});
