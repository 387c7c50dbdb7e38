import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressions } from "../../src/client/mood.ts";
import { cueKindOf, cueKinds } from "../../src/cues/index.ts";
import { type CueKind, cueKind, LONGEST_CUE } from "../../src/cues/kind.ts";
import { FLOOR, MARGIN } from "../../src/drill/plan.ts";
import { catalogues, cueWords } from "../../src/i18n/languages.ts";
import { spokenTime } from "../../src/lib/spokenTime.ts";
import { ms, s } from "../../src/lib/units.ts";
import { languages } from "../../src/prompts/deck.ts";
import { loadDecks } from "../../src/prompts/load.ts";
import { aKind, always } from "../support/builders.ts";

const folder = new URL("../../src/cues/kinds/", import.meta.url);

describe("the kinds there are", () => {
  it("are the files of their folder, in file-name order, on every machine", () => {
    const files = readdirSync(folder).toSorted();
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(cueKinds.map(({ id }) => `${id}.ts`)).toEqual(files);
  });
  it("are found by their ids; one that an old take names and is gone is not", () => {
    for (const kind of cueKinds) expect(cueKindOf(kind.id)).toBe(kind);
    expect(cueKindOf("sneeze")).toBeUndefined();
  });
  it("include the four every drill is built on, and the six that came later", () =>
    expect(cueKinds.map(({ id }) => id)).toEqual([
      "blank",
      "cold-stare",
      "cut-in",
      "latecomer",
      "off-topic",
      "price",
      "silence",
      "time-cut",
      "whisper",
      "wrong-face",
    ]));
});

describe.each(cueKinds)("$id", (kind) => {
  const { ending, scene, patience, spoken } = kind;
  it("has an id that links and takes can carry", () => expect(kind.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/));
  it("is over before the next cue may strike", () => {
    expect(ending.least).toBeGreaterThan(0);
    expect(ending.least).toBeLessThanOrEqual(ending.most);
    expect(ending.most).toBeLessThanOrEqual(LONGEST_CUE);
    expect(LONGEST_CUE).toBeLessThan(FLOOR);
  });
  it("can be won back within its time, or ends by itself", () => {
    // A line ends when it is said; silence is not won back by talking.
    if (ending.carriedOn === null) return expect(spoken || kind.asks === "quiet").toBe(true);
    expect(ending.carriedOn).toBeGreaterThan(0);
    expect(ending.carriedOn).toBeLessThanOrEqual(ending.most);
  });
  it("waits for its moment, but not for ever", () => {
    expect(patience).toBeGreaterThan(0);
    expect(patience).toBeLessThanOrEqual(s(15));
  });
  it("leaves time to recover: it never takes up the quiet at the end of a round", () =>
    expect(ending.least).toBeLessThanOrEqual(MARGIN));
  it("has room in the usual round of two minutes", () =>
    expect(kind.notBefore + kind.timeLeft).toBeLessThanOrEqual(s(60)));
  it("speaks only if it says lines, in every language", async () => {
    if (!spoken) return expect(kind.temper).toBeNull();
    for (const language of languages) {
      const decks = await loadDecks(language);
      const own = decks.flatMap(({ lines }) => lines.filter(({ cue }) => cue === kind.id));
      expect(own.length).toBeGreaterThanOrEqual(12);
    }
  });
  it("gives advice of the form: if this happens, then I do that", () => {
    expect(cueWords(catalogues.en.words, kind.id).advice).toMatch(/^If .+, then I .+\.$/);
    expect(cueWords(catalogues["zh-CN"].words, kind.id).advice).toMatch(/^要是.+，我就.+。$/);
  });
  it("wears a face the client can make", () => expect(expressions).toContain(scene.expression));
  it("hides what it hides once, and gives its breath within its shortest time", () => {
    expect(new Set(scene.hides).size).toBe(scene.hides.length);
    expect(scene.breath).toBeGreaterThanOrEqual(0);
    expect(scene.breath).toBeLessThanOrEqual(ending.least);
  });
  it.each(Object.entries(catalogues))("has a name, an explanation and advice in %s", (_, { words }) => {
    const { name, explain, advice } = cueWords(words, kind.id);
    expect(name).not.toBe(kind.id);
    for (const text of [name, explain, advice]) expect(text.trim().length).toBeGreaterThan(1);
  });
});

describe("a kind", () => {
  const lasting = (least: number, most: number): CueKind =>
    aKind("new", { ending: { least: ms(least), most: ms(most), carriedOn: null } });
  it.each([
    [1, 1],
    [2_000, 7_500],
    [7_500, 7_500],
  ])("may last %i to %i ms", (least, most) => {
    const kind = lasting(least, most);
    expect(cueKind(kind)).toEqual(kind);
  });
  it.each([
    [0, 2_000],
    [-1, 2_000],
    [3_000, 2_000],
    [2_000, 7_501],
    [Number.NaN, 2_000],
    [2_000, Number.NaN],
    [2_000, Number.POSITIVE_INFINITY],
  ])("may not last %d to %d ms: the drill could not be planned", (least, most) =>
    expect(() => cueKind(lasting(least, most))).toThrow(/^Cue new: /),
  );
  it("tells only what is its own: most are asked to talk, inside the round, and leave the clock alone", () => {
    const { id, spoken, strikes, patience, ending, scene } = lasting(1_000, 2_000);
    expect(cueKind({ id, spoken, strikes, patience, ending, scene })).toMatchObject({
      place: "inside",
      notBefore: 0,
      timeLeft: 0,
      clock: null,
      temper: null,
      asks: "talk",
      harsh: false,
    });
  });
  it("without words is called by its id", () => {
    for (const { words } of Object.values(catalogues)) expect(cueWords(words, "sneeze").name).toBe("sneeze");
  });
});

describe("a line takes", () => {
  it.each([
    ["Why?", 900],
    ["And what does all of this cost?", 2_764], // 7 words at 2.9 a second, and a breath
    ["你们比别家贵四成", 2_017], // 8 characters at 4.8 a second
    ["我们只剩 30 天了，Friday 就要", 350 + (8 / 4.8 + 2 / 2.9) * 1_000],
    ["I’ve got a hard stop", 350 + (5 / 2.9) * 1_000], // one word, though with an apostrophe
    ["", 900],
    ["…！？—", 900],
  ])("“%s”: %d ms", (text, time) => expect(spokenTime(text)).toBe(Math.round(time)));
  it("never more than 6 s", () => expect(spokenTime("word ".repeat(100))).toBe(s(6)));
  it("whole milliseconds in [900, 6000], and no less when more is said", () =>
    always(fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })), ([text, more]) => {
      const time = spokenTime(text);
      expect(Number.isInteger(time) && time >= 900 && time <= 6_000).toBe(true);
      expect(spokenTime(`${text} ${more}`)).toBeGreaterThanOrEqual(time);
    }));
});
