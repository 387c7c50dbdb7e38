import { describe, expect, it } from "vitest";
import { hairShapes } from "../../src/client/hairShapes.ts";
import { lookOf, looks } from "../../src/client/looks/index.ts";
import { catalogues } from "../../src/i18n/languages.ts";
import { tempers } from "../../src/prompts/deck.ts";
import { ranges } from "../support/looks.ts";

describe("the clients", () => {
  it("are at least five, each found by an id of its own", () => {
    expect(looks.length).toBeGreaterThanOrEqual(5);
    for (const look of looks) expect(lookOf(look.id)).toBe(look);
    expect(lookOf("nobody")).toBeUndefined();
  });
  it("have every temper the decks have lines for", () =>
    expect(looks.map(({ temper }) => temper).toSorted()).toEqual([...tempers].toSorted()));
  it.each(Object.entries(catalogues))(
    "have a name and a word about them in %s, and nobody else does",
    (_, { words }) => {
      expect(Object.keys(words.clients).toSorted()).toEqual(looks.map(({ id }) => id).toSorted());
      const names = Object.values(words.clients).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    },
  );
  it("are told apart by cut, clothes, skin and voice", () => {
    for (const part of [
      looks.map(({ hair }) => hair.shape),
      looks.map(({ wear }) => wear.garment),
      looks.map(({ skin }) => skin.base),
      looks.map(({ voice }) => `${voice.pitch} ${voice.rate}`),
    ])
      expect(new Set(part).size).toBe(looks.length);
  });
});

describe.each(looks)("$id", (look) => {
  it("has an id that links can carry", () => expect(look.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/));
  it("stays within the ranges the model is drawn for", () => {
    for (const [key, [least, most]] of Object.entries(ranges)) {
      const value = look[key as keyof typeof ranges];
      expect(value, key).toBeGreaterThanOrEqual(least);
      expect(value, key).toBeLessThanOrEqual(most);
    }
  });
  it("has a voice a synthesiser can give", () => {
    expect(Math.abs(look.voice.pitch - 1)).toBeLessThanOrEqual(0.5);
    expect(look.voice.rate).toBeGreaterThanOrEqual(0.8);
    expect(look.voice.rate).toBeLessThanOrEqual(1.3);
  });
  it("is painted in whole colours", () => {
    const colours = [look.skin, look.eye, look.beard ?? {}, look.glasses ?? {}]
      .flatMap((part) => Object.values(part))
      .concat(Object.values(look.wear), Object.values(look.hair))
      .filter((value) => typeof value === "string" && value.startsWith("#"));
    expect(colours.length).toBeGreaterThan(20);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(hairShapes[look.hair.shape]).toBeDefined();
  });
});
