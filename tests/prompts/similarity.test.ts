import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/prompts/deck.ts";
import { alikeIndex, likeness, normalise } from "../../src/prompts/similarity.ts";
import { always } from "../support/builders.ts";

describe("a text for comparing", () => {
  it.each([
    ["The demo — has just DIED!", "the demo has just died"],
    ["It’s dear", "its dear"],
    ["It's dear", "its dear"],
    ["ＡＢＣ　１２３", "abc 123"],
    ["太 贵 了， 真的", "太贵了真的"],
    ["买 SaaS 的人", "买saas的人"],
    ["？！", "？！"], // without letters, it is itself
    ["Ünïté", "ünïté"],
  ])("%s: %s", (text, normal) => expect(normalise(text)).toBe(normal));
  it("is the same twice", () =>
    always(fc.string({ unit: "grapheme", maxLength: 30 }), (text) =>
      expect(normalise(normalise(text))).toBe(normalise(text)),
    ));
});

describe("nearly the same", () => {
  it.each<readonly [Language, string, string, boolean]>([
    ["en", "The demo has just died", "The demo has died, just", true],
    ["en", "Talk a plumber out of his paper diary", "Talk a plumber out of her paper diary", true],
    ["en", "Talk a plumber out of his paper diary", "Talk a nurse out of a fourth night shift", false],
    ["zh-CN", "客户放下杯子，没说话", "客户放下了杯子，没有说话", true],
    ["zh-CN", "客户放下杯子，没说话", "客户拿起合同，笑了一下", false],
  ])("%s: %s / %s: %s", (language, one, other, alike) => {
    const index = alikeIndex<string>(language);
    index.add(one, one);
    expect(index.find(other)?.owner).toBe(alike ? one : undefined);
  });
  it("is 1 for the same, 0 for nothing in common, and the same from both sides", () => {
    expect(likeness("Too dear!", "too dear", "en")).toBe(1);
    expect(likeness("abc", "xyz", "en")).toBe(0);
    expect(likeness("a", "b", "en")).toBe(0);
    always(fc.tuple(fc.string(), fc.string()), ([a, b]) => {
      const like = likeness(a, b, "en");
      expect(like).toBe(likeness(b, a, "en"));
      expect(like >= 0 && like <= 1).toBe(true);
    });
  });
});

describe("the index", () => {
  /** Texts of few words, so that many are like many. */
  const texts = fc.array(
    fc.array(fc.constantFrom("price", "boss", "late", "a", "客户", "太贵", "了"), {
      minLength: 1,
      maxLength: 6,
    }),
    { maxLength: 30 },
  );
  it.each<Language>(["en", "zh-CN"])("finds what comparing with every text would find: %s", (language) =>
    always(texts, (all) => {
      const limit = language === "en" ? 0.7 : 0.5;
      const index = alikeIndex<string>(language);
      const before: string[] = [];
      for (const words of all) {
        const text = words.join(" ");
        const best = Math.max(0, ...before.map((other) => likeness(text, other, language)));
        const found = index.find(text);
        expect(found?.likeness ?? 0).toBeCloseTo(best > limit ? best : 0, 12);
        if (found) expect(likeness(text, found.owner, language)).toBeCloseTo(found.likeness, 12);
        index.add(text, text);
        before.push(text);
      }
    }),
  );
  it("leaves out what is only near when its work is used up, and still finds the same", () => {
    const index = alikeIndex<number>("en", 500);
    for (let at = 0; at < 50; at++) {
      index.find(`The client number ${at} says no`);
      index.add(`The client number ${at} says no`, at);
    }
    expect(index.spent()).toBe(true);
    expect(index.find("The client number 7 says no!")?.owner).toBe(7);
    expect(index.find("The client number 7 says no no")).toBeNull();
  });
  it("leaves it out when it is asked to", () => {
    const index = alikeIndex<number>("en");
    index.add("The demo has just died", 1);
    expect(index.find("The demo has died, just")?.owner).toBe(1);
    expect(index.find("The demo has died, just", false)).toBeNull();
    expect(index.find("The demo has just died.", false)?.owner).toBe(1);
  });
});
