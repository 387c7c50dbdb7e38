import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressions } from "../../src/client/mood.ts";
import { cueKinds } from "../../src/cues/index.ts";
import { failures } from "../../src/drill/state.ts";
import { clockText, dateText, dayText, lengthText, numberText, sizeText } from "../../src/i18n/format.ts";
import { catalogues, cueWords, languageFor } from "../../src/i18n/languages.ts";
import { languages } from "../../src/prompts/deck.ts";
import { always } from "../support/builders.ts";

/** What a catalogue holds at the end of each path: `drill.key.space` is a text, `drill.round` makes one of its values. */
type Making = (...values: unknown[]) => unknown;
function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key));
}
const leavesOf = (language: keyof typeof catalogues) => leaves(catalogues[language].words);
/** Values that can be told from words, and found again in what was made of them. */
const marks = ["⟦0⟧", "⟦1⟧", "⟦2⟧"];
const textOf = (leaf: unknown, values: readonly unknown[] = marks): unknown =>
  typeof leaf === "function" ? (leaf as Making)(...values) : leaf;
const kindOf = (leaf: unknown) => (typeof leaf === "function" ? "makes a text" : typeof leaf);

/** Texts that are the same in every language: signs, and the name of a key. */
const signs = [
  "drill.key.escape",
  "player.speedValue",
  "player.position",
  "player.cueAt",
  "player.said",
  "data.backup.running",
  "data.inspect.running",
  "decks.place.says",
  "decks.place.quoting",
];

describe("the catalogues", () => {
  it("are one for each language titles come in", () =>
    expect(Object.keys(catalogues).toSorted()).toEqual([...languages].toSorted()));
  it("are called by their own names", () => {
    const names = Object.values(catalogues).map(({ name }) => name);
    expect(names).toEqual(["English", "中文"]);
  });
  it.each(languages)("have the same shape at run time: %s", (language) => {
    const shape = (of: typeof language) =>
      Object.fromEntries(leavesOf(of).map(([path, leaf]) => [path, kindOf(leaf)]));
    expect(shape(language)).toEqual(shape("en"));
  });
  it("put the same values into a text in every language", () => {
    const used = (language: keyof typeof catalogues) =>
      Object.fromEntries(
        leavesOf(language).map(([path, leaf]) => [
          path,
          marks.filter((mark) => String(textOf(leaf)).includes(mark)),
        ]),
      );
    expect(used("zh-CN")).toEqual(used("en"));
  });
});

describe.each(languages)("%s", (language) => {
  const { words } = catalogues[language];
  const all = leavesOf(language);
  it("says something everywhere, but for the light that is off", () => {
    const empty = all.filter(([, leaf]) => {
      const text = textOf(leaf);
      return typeof text !== "string" || text.trim() === "";
    });
    expect(empty.map(([path]) => path)).toEqual(["drill.lights.none"]);
  });
  it("says nothing that is not a word: undefined, NaN, [object Object]", () => {
    for (const values of [marks, [1, 1, 1], [0, 0, 0]])
      for (const [path, leaf] of all)
        expect(`${path}: ${textOf(leaf, values)}`).not.toMatch(/undefined|NaN|\[object|\$\{/);
  });
  it("is in its language", () => {
    const han = /\p{Script=Han}/u;
    const foreign = all.filter(([path, leaf]) => {
      const text = String(textOf(leaf));
      return language === "en" ? han.test(text) : text !== "" && !signs.includes(path) && !han.test(text);
    });
    expect(foreign).toEqual([]);
  });
  it("is typeset: no double spaces, straight quotes, three dots, or marks of the other language", () => {
    const sloppy =
      language === "en" ? /\s{2}|["']|\.\.\.|[，。？！：；、]/ : /\s{2}|["']|\.\.\.|[,;?!](?!\d)/;
    const texts = all.map(([path, leaf]) => [path, String(textOf(leaf))] as const);
    expect(texts.filter(([, text]) => sloppy.test(text))).toEqual([]);
  });
  it("has a sentence and a way out for every failure", () => {
    expect(Object.keys(words.failures).toSorted()).toEqual([...failures].toSorted());
    for (const { what, todo } of Object.values(words.failures)) expect(what).not.toBe(todo);
  });
  it("has a word for every face", () =>
    expect(Object.keys(words.drill.faces).toSorted()).toEqual([...expressions].toSorted()));
  it("has a word for every light", () =>
    expect(Object.keys(words.drill.lights)).toEqual(["none", "green", "amber", "red"]));
  it("has words for the kinds of cue there are, and no others", () =>
    expect(Object.keys(words.cues).toSorted()).toEqual(cueKinds.map(({ id }) => id).toSorted()));
  it.each(["sneeze", "constructor"])(
    "calls a kind of cue by its id when an old take names one that is gone: %s",
    (kind) => expect(cueWords(words, kind)).toEqual({ name: kind, explain: "", advice: "" }),
  );
});

it("counts one of a thing in the singular", () => {
  const texts = leavesOf("en").map(([path, leaf]) => [path, String(textOf(leaf, [1, 1, 1]))] as const);
  expect(texts.filter(([, text]) => /\b1 [a-z]+s\b/.test(text))).toEqual([]);
});

describe("the language to start in", () => {
  it.each([
    ["en", ["en"]],
    ["en", ["en-GB", "zh-CN"]],
    ["zh-CN", ["zh-Hans-CN", "en"]],
    ["zh-CN", ["zh"]],
    ["zh-CN", ["ZH-tw"]],
    ["zh-CN", ["cmn-Hans"]],
    ["zh-CN", ["yue-HK"]],
    ["zh-CN", ["fr-FR", "zh-SG", "en"]], // the best we have of those that are asked for
    ["en", ["fr-FR", "de"]],
    ["en", ["zhx", "enm"]], // other languages, although they begin alike
    ["en", ["", "-"]],
    ["en", []],
  ])("is %s for somebody who reads %j", (language, preferred) =>
    expect(languageFor(preferred)).toBe(language),
  );
});

describe("a number is written as people of the language write it", () => {
  /** Some versions of Unicode's own tables put a narrow space where others put a plain one. */
  const plain = (text: string) => text.replace(/\p{Zs}/gu, " ");
  it.each([
    [0, "0:00"],
    [59.999, "0:59"], // down, as clocks are
    [60, "1:00"],
    [65, "1:05"],
    [3_600, "60:00"],
    [-5, "0:00"],
  ])("%d s on a clock: %s", (seconds, text) => expect(clockText(seconds)).toBe(text));
  it.each([
    [5.25, "5.3 sec", "5.3秒"],
    [10.4, "10 sec", "10秒"],
    [90, "90 sec", "90秒"],
    [119, "119 sec", "119秒"],
    [120, "2 min", "2分钟"],
    [150, "150 sec", "150秒"],
    [3_600, "60 min", "60分钟"],
  ])("%d s as a length: %s, %s", (seconds, en, zh) => {
    expect(plain(lengthText(seconds, "en"))).toBe(en);
    expect(lengthText(seconds, "zh-CN")).toBe(zh);
  });
  it("a day and a time as the wall showed them there, wherever they are read", () => {
    const morning = { local: "2026-11-21T09:05:00", utcOffset: 480 };
    const night = { local: "2026-11-21T23:59:59", utcOffset: -720 };
    expect(plain(dateText(morning, "en"))).toBe("Nov 21, 2026, 9:05 AM");
    expect(plain(dateText(morning, "zh-CN"))).toBe("2026年11月21日 09:05");
    expect(plain(dateText(night, "en"))).toBe("Nov 21, 2026, 11:59 PM");
  });
  it("a day by itself, the same wherever it is read", () => {
    const day = Date.UTC(2026, 10, 21) / 86_400_000;
    expect(plain(dayText(day, "en"))).toBe("Nov 21, 2026");
    expect(plain(dayText(day, "zh-CN"))).toBe("2026年11月21日");
  });
  it("a number to one place", () => {
    expect(numberText(1_234.56, "en")).toBe("1,234.6");
    expect(numberText(3, "zh-CN")).toBe("3");
  });
  it.each([
    [0, "0 kB"],
    [1_400, "1.4 kB"],
    [170_000, "170 kB"],
    [999_949, "999.9 kB"],
    [999_950, "1 MB"], // and not 1,000 kB
    [1_000_000, "1 MB"],
    [1_400_000, "1.4 MB"],
    [999_950_000, "1 GB"],
    [2_500_000_000, "2.5 GB"],
  ])("%d bytes as a size: %s", (bytes, text) => expect(plain(sizeText(bytes, "en"))).toBe(text));
  it("a size never smaller for more bytes", () => {
    const bytesOf = (text: string) => {
      const step = ["kB", "MB", "GB"].findIndex((unit) => text.endsWith(unit));
      return Number.parseFloat(text.replace(",", "")) * 1_000 ** (step + 1);
    };
    always(fc.tuple(fc.nat(3_000_000), fc.nat(1_000_000)), ([bytes, more]) =>
      expect(bytesOf(sizeText(bytes + more, "zh-CN"))).toBeGreaterThanOrEqual(
        bytesOf(sizeText(bytes, "zh-CN")),
      ),
    );
  });
});
