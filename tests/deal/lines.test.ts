import { describe, expect, it } from "vitest";
import { linesFor, pickLine } from "../../src/deal/lines.ts";
import { seeded } from "../../src/lib/random.ts";
import { aDeck } from "../support/builders.ts";

const title = { deck: "en/a", id: "title-1", text: "Title" };
const decksOf = (lines: ReturnType<typeof linesFor>) =>
  Object.fromEntries(
    Object.entries(lines).map(([pool, all]) => [pool, [...new Set(all.map(({ deck }) => deck))]]),
  );

describe("what a client may say", () => {
  const decks = [
    aDeck("en/a", 1, 2),
    aDeck("en/b", 1, 2),
    aDeck("en/general", 1, 3),
    aDeck("own/my-clients-x1y2z3", 1, 1),
  ];
  it("is in the title's own deck, in the general one, and what real clients said", () =>
    expect(decksOf(linesFor(decks, title, "cut-in"))).toEqual({
      own: ["en/a"],
      real: ["own/my-clients-x1y2z3"],
      general: ["en/general"],
    }));
  it("counts once for a title of the general deck, or of the user's clients", () => {
    expect(decksOf(linesFor(decks, { ...title, deck: "en/general" }, "cut-in"))).toMatchObject({
      own: ["en/general"],
      general: [],
    });
    expect(decksOf(linesFor(decks, { ...title, deck: "own/my-clients-x1y2z3" }, "cut-in"))).toMatchObject({
      own: ["own/my-clients-x1y2z3"],
      real: [],
    });
  });
  it("is of one cue only", () =>
    expect(linesFor(decks, title, "sneeze")).toEqual({ own: [], real: [], general: [] }));
  it("may be a cut-in in the temper of the cue, as well as what is the cue's own", () => {
    const deck = {
      ...aDeck("en/a", 1),
      lines: [
        { cue: "cut-in", text: "And who pays?", temper: "price" as const },
        { cue: "cut-in", text: "Says who?", temper: "sceptical" as const },
        { cue: "cut-in", text: "Why?" },
        { cue: "price", text: "How much?" },
        { cue: "off-topic", text: "Is that rain?", temper: "price" as const },
      ],
    };
    const texts = (temper?: "price" | null) =>
      linesFor([deck], title, "price", temper).own.map(({ cue, text }) => `${cue}: ${text}`);
    expect(texts("price")).toEqual(["cut-in: And who pays?", "price: How much?"]);
    expect(texts(null)).toEqual(["price: How much?"]);
    expect(texts()).toEqual(["price: How much?"]);
  });
  it("comes half from the title's deck, and a quarter each from the others", () => {
    const lines = linesFor(decks, title, "cut-in");
    const random = seeded(3);
    const said = Array.from({ length: 8_000 }, () => pickLine(lines, random)?.deck);
    const share = (deck: string) => said.filter((each) => each === deck).length / said.length;
    expect(share("en/a")).toBeCloseTo(0.5, 1);
    expect(share("own/my-clients-x1y2z3")).toBeCloseTo(0.25, 1);
    expect(share("en/general")).toBeCloseTo(0.25, 1);
    expect(new Set(Array.from({ length: 100 }, () => pickLine(lines, random)?.text)).size).toBe(6);
  });
  it("comes from what there is, and is nothing when there is nothing", () => {
    const only = linesFor([aDeck("en/general", 1, 1)], title, "cut-in");
    for (const seed of [1, 2, 3]) expect(pickLine(only, seeded(seed))?.deck).toBe("en/general");
    expect(pickLine(linesFor([], title, "cut-in"), seeded(1))).toBeNull();
  });
});
