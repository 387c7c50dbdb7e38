import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/i18n/languages.ts";
import { checkFiles } from "../../src/prompts/checkFiles.ts";
import type { Deck } from "../../src/prompts/deck.ts";
import { deckText } from "../../src/prompts/exporting.ts";
import { problemText } from "../../src/prompts/problems.ts";
import { readPublished } from "../../src/prompts/published.ts";

const read = (id: string): Deck =>
  JSON.parse(readFileSync(new URL(`../../prompts/${id}.json`, import.meta.url), "utf8"));
const good = { en: read("en/saas"), "zh-CN": read("zh-CN/price") };
type Change = (deck: Deck) => unknown;

const speaks = (cue: string) => cue === "cut-in";
const none = readPublished("");

/** All problems of one file, in words, with their lines. */
function told(
  text: string,
  { id = "en/saas", level = "shipped" as "shipped" | "own", published = none } = {},
) {
  const [checked] = checkFiles([{ name: "saas.json", text, id }], { level, speaks, published, others: [] });
  const inWords = (problems: Parameters<typeof problemText>[0][] | undefined) =>
    (problems ?? []).map((each) => problemText(each, catalogues.en.words.decks));
  return { problems: inWords([...(checked?.problems ?? [])]), hints: inWords([...(checked?.hints ?? [])]) };
}

const changed = (change: Change, language: "en" | "zh-CN" = "en"): string => {
  const deck = structuredClone(good[language]);
  return JSON.stringify(change(deck) ?? deck, null, 2);
};
/** The deck with its first title, or its first line, changed. */
const withTitle = (change: object): string =>
  changed((deck) => ({ ...deck, titles: [{ ...deck.titles[0], ...change }, ...deck.titles.slice(1)] }));
const withLine = (change: object): string =>
  changed((deck) => ({ ...deck, lines: [{ ...deck.lines[0], ...change }, ...deck.lines.slice(1)] }));
const withText = (text: string, language: "en" | "zh-CN" = "en"): string =>
  changed((deck) => ({ ...deck, titles: [{ id: "new-title", text }, ...deck.titles.slice(1)] }), language);
const withSaid = (text: string): string =>
  changed((deck) => ({ ...deck, lines: [{ ...deck.lines[0], text }, ...deck.lines.slice(1)] }));

describe("a good deck", () => {
  it("has no problems", () => {
    expect(told(changed((deck) => deck)).problems).toEqual([]);
    expect(told(deckText(good["zh-CN"]), { id: "zh-CN/price" }).problems).toEqual([]);
  });
});

describe("a bad deck is told in words, with its place", () => {
  it.each<readonly [string, string, RegExp]>([
    [
      "a field that is missing",
      changed(({ kind: _, ...deck }) => deck),
      /line 1 · at kind: “kind” is missing/,
    ],
    [
      "a field that is not known",
      changed((deck) => ({ ...deck, author: "Me" })),
      /at author: A deck knows no “author”/,
    ],
    [
      "a field with an inherited name",
      changed((deck) => ({ ...deck, constructor: 1 })),
      /knows no “constructor”/,
    ],
    [
      "a kind there is none of",
      changed((deck) => ({ ...deck, kind: "rant" })),
      /at kind: It can only be one of: pitch, persuade/,
    ],
    [
      "a language we do not speak",
      changed((deck) => ({ ...deck, language: "fr" })),
      /at language: It can only be one of: en, zh-CN/,
    ],
    [
      "a list that is none",
      changed((deck) => ({ ...deck, titles: "none" })),
      /at titles: A list in brackets/,
    ],
    [
      "a title that is none",
      changed((deck) => ({ ...deck, titles: ["Bees"] })),
      /line 8 · at titles\[0\]: An entry in braces/,
    ],
    ["a text that is none", withTitle({ text: 5 }), /at titles\[0\]\.text: A text in quotes/],
    ["no titles", changed((deck) => ({ ...deck, titles: [] })), /at titles: There is no title in it/],
    [
      "a short title",
      withTitle({ text: "Bees" }),
      /line 10 · at titles\[0\]\.text: Too short: 4 characters, and 6 at least.*“Bees”/,
    ],
    ["a long title", withTitle({ text: "x".repeat(121) }), /Too long: 121 characters, and 120 at most/],
    [
      "a long line",
      withLine({ text: "x".repeat(91) }),
      /at lines\[0\]\.text: Too long: 91 characters, and 90 at most/,
    ],
    ["a title of two lines", withTitle({ text: "One line\nand another" }), /not one line/],
    ["a mark that turns the writing round", withTitle({ text: "Pay \u202eot em now" }), /cannot be seen/],
    [
      "an id with capitals",
      withTitle({ id: "First" }),
      /at titles\[0\]\.id: An id is made of lower-case.*“First”/,
    ],
    [
      "an id without end",
      withTitle({ id: "x".repeat(61) }),
      /at titles\[0\]\.id: Too long: 61 characters, and 60/,
    ],
    [
      "a deck's id without folder",
      changed((deck) => ({ ...deck, id: "saas" })),
      /at id: The id of a deck is its folder/,
    ],
    [
      "a title's id used twice",
      withTitle({ id: good.en.titles[1]?.id }),
      /at titles\[1\]\.id: This id is taken by titles\[0\]/,
    ],
    [
      "the same line twice",
      changed((deck) => ({ ...deck, lines: [...deck.lines, deck.lines[3]] })),
      /at lines\[30\]: The same as lines\[3\]/,
    ],
    [
      "a temper there is none of",
      withLine({ temper: "polite" }),
      /at lines\[0\]\.temper: It can only be one of: busy/,
    ],
    [
      "a cue that does not speak",
      withLine({ cue: "blank" }),
      /at lines\[0\]\.cue: The client says nothing in a cue “blank”/,
    ],
    [
      "nearly the same title",
      withText("The one feature they have asked for isn’t on your roadmap"),
      /Nearly the same as/,
    ],
    [
      "the same title as a line",
      withText("I’ve got a hard stop in five minutes: skip to what matters."),
      /Nearly the same as/,
    ],
    [
      "another language",
      withText("客户说这个东西太贵了"),
      /at titles\[0\]\.text: This is not in the language of the deck, en/,
    ],
    [
      "a line that takes too long",
      withSaid("No, we will not do it, as it is too big a job for us, so go on, go, go, go"),
      /It takes .* s to say, and 5 s is the most/,
    ],
    [
      "a question a yes would answer",
      withText("Do you believe in cold calls before nine?"),
      /A yes or a no would answer this/,
    ],
    ["two spaces", withText("The champion left  and took the budget"), /two spaces in a row/],
    ["straight quotes", withText("It's the client's third no this week"), /straight quotation marks/],
    ["three dots", withText("And then the phone rang..."), /three dots/],
    ["marks of the other language", withText("And then，the phone rang"), /marks of the other language: ，/],
    [
      "a title longer than two metres bear",
      withText(`Nine ${"x".repeat(108)}`),
      /Too long: 113 characters, and 110/,
    ],
    [
      "few titles",
      changed((deck) => ({ ...deck, titles: deck.titles.slice(1, 40) })),
      /at titles: Too few titles: 39 of the 40/,
    ],
    [
      "few lines",
      changed((deck) => ({ ...deck, lines: deck.lines.filter((_, at) => at % 5 < 3) })),
      /at lines: Too few lines to cut in with: 18 of 20/,
    ],
    [
      "a temper that never speaks",
      changed((deck) => ({ ...deck, lines: deck.lines.filter(({ temper }) => temper !== "price") })),
      /Too few lines of the temper “price”: 0 of 1/,
    ],
    [
      "few short titles",
      changed((deck) => ({
        ...deck,
        titles: deck.titles.map(({ id, text }) => ({
          id,
          text: text.length <= 46 ? `${text}, whatever anybody else may say` : text,
        })),
      })),
      /Too few short titles, of 46 characters at most: 0 of 6/,
    ],
    [
      "few long titles",
      changed((deck) => ({
        ...deck,
        titles: deck.titles.map(({ id, text }) => ({ id, text: text.slice(0, 60).trim() })),
      })),
      /Too few long titles, of 66 characters or more: 0 of 6/,
    ],
    [
      "a deck under another name",
      changed((deck) => ({ ...deck, id: "en/software" })),
      /at id: By its folder and its file name this deck is “en\/saas”/,
    ],
  ])("%s", (_, text, words) => {
    const { problems } = told(text);
    expect(problems.filter((each) => words.test(each))).toHaveLength(1);
  });
  it.each<readonly [string, string, RegExp]>([
    ["Western marks", "客户说,太贵了，下次再谈吧", /marks of the other language: ,/],
    ["another language", "The client says it costs too much", /not in the language of the deck, zh-CN/],
    ["a character few machines have", "客户从𠀀县来，带着三个亲戚", /cannot show 𠀀/],
    ["a yes-or-no question", "这个价格你真的能接受吗？", /A yes or a no/],
  ])("in Chinese: %s", (_, text, words) => {
    const { problems } = told(withText(text, "zh-CN"), { id: "zh-CN/price" });
    expect(problems.filter((each) => words.test(each))).toHaveLength(1);
  });
  it("lets Chinese have decimals and times", () =>
    expect(told(withText("合同写着3.5个点，8:30他反悔了", "zh-CN"), { id: "zh-CN/price" }).problems).toEqual(
      [],
    ));
  it("tells all of them at once", () => {
    const text = changed((deck) => ({
      ...deck,
      kind: "rant",
      titles: [{ id: "Bad", text: "Bees" }, ...deck.titles.slice(1)],
    }));
    expect(told(text).problems).toHaveLength(3);
  });
  it("says in Chinese what is wrong", () => {
    const [checked] = checkFiles([{ name: "a", text: withText("Bees"), id: null }], {
      level: "own",
      speaks,
      published: none,
      others: [],
    });
    const [first] = checked?.problems ?? [];
    if (!first) throw new Error("no problem");
    expect(problemText(first, catalogues["zh-CN"].words.decks)).toBe(
      "第 10 行 · 位置 titles[0].text：太短：只有 4 个字，至少要 6 个。再写具体点。（“Bees”）",
    );
  });
});

describe("broken JSON names line and column, and what was expected", () => {
  it.each([
    ['{\n  "id": "en/saas"\n  "name": 1 }', /^line 3, column 3: A comma is expected here/],
    ['{\n  "id": "en/saas",\n}', /^line 3, column 1: A name in quotes is expected here/],
    ['{ "titles": [1, ] }', /^line 1, column 17: A value is expected here/],
    ['{ "id" "en/saas" }', /^line 1, column 8: A colon is expected here/],
    ['{ "id": "en/saas"', /^line 1, column 18: A } is expected here/],
    ['{ "titles": [1', /^line 1, column 15: A \] is expected here/],
    ['{ "id": "en/saas" } x', /^line 1, column 21: The end of the file is expected here/],
    ['{ // mine\n "id": 1 }', /^line 1, column 3: JSON knows no comments/],
    ['{ "id": "en/saas }', /^line 1, column 9: A text ends or goes on wrongly here/],
    ['{ "id": "\\x" }', /^line 1, column 9: A text ends or goes on wrongly here/],
    ['{ "id": “en” }', /^line 1, column 9: A value is expected here; texts stand in straight double quotes/],
    ["", /^line 1, column 1: A value is expected here/],
    [`{ "id": ${"[".repeat(40)}`, /^line 1, column 40: Brackets inside brackets, deeper than 32 levels/],
  ])("%j", (text, words) => {
    const { problems } = told(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
  });
});

describe("decks against each other", () => {
  const asked = { level: "shipped", speaks, published: none } as const;
  const file = (id: string, text: string) => ({ name: `${id}.json`, text, id });
  const problemsOf = (
    files: ReturnType<typeof file>[],
    others: Parameters<typeof checkFiles>[1]["others"] = [],
  ) =>
    checkFiles(files, { ...asked, others }).map(({ problems }) =>
      problems.map((each) => problemText(each, catalogues.en.words.decks)),
    );
  it("names the deck that has nearly the same title", () => {
    const price = structuredClone(read("en/price"));
    const text = deckText({
      ...price,
      titles: [{ id: "new", text: "“Nothing of ours goes into the cloud. Ever!”" }, ...price.titles.slice(1)],
    });
    const [first, second] = problemsOf([file("en/saas", deckText(good.en)), file("en/price", text)]);
    expect(first).toEqual([]);
    expect(second).toEqual([
      expect.stringMatching(/^line 8 · at titles\[0\]\.text: Nearly the same as .* in en\/saas\./),
    ]);
    expect(problemsOf([file("en/price", text)], [{ name: "a", deck: good.en }])[0]).toHaveLength(1);
  });
  it("names the file that has the same id, and does not count every title on top", () => {
    const [, second] = problemsOf([
      file("en/saas", deckText(good.en)),
      { ...file("en/saas", deckText(good.en)), name: "copy.json" },
    ]);
    expect(second).toEqual([expect.stringMatching(/at id: This id is taken by the deck in en\/saas\.json/)]);
  });
});

it("the general deck of a language has 80 lines, five or more of each temper", () => {
  const general = { ...good.en, id: "en/general" };
  const lines = (count: number, busy: number) =>
    Array.from({ length: count }, (_, at) => {
      const temper =
        at < busy ? "busy" : (["sceptical", "hostile", "technical", "price", "off-topic"] as const)[at % 5];
      return { cue: "cut-in", text: `Line ${at}`, temper } as Deck["lines"][number];
    });
  const few = (deck: Deck) =>
    told(deckText(deck), { id: "en/general" }).problems.filter((each) => each.includes("Too few lines"));
  expect(few({ ...general, lines: lines(80, 5) })).toEqual([]);
  expect(few({ ...general, lines: lines(79, 4) })).toEqual([
    expect.stringContaining("Too few lines to cut in with: 79 of 80"),
    expect.stringContaining("Too few lines of the temper “busy”: 4 of 5"),
  ]);
});

describe("an own deck", () => {
  const text = JSON.stringify({ ...good.en, titles: [{ id: "a", text: "Do you like it?" }], lines: [] });
  it("only has to be a deck; the rest are hints", () => {
    const { problems, hints } = told(text, { level: "own" });
    expect(problems).toEqual([]);
    expect(hints).toEqual([expect.stringContaining("A yes or a no would answer this")]);
  });
});

describe("published ids", () => {
  it("may not vanish", () => {
    const published = readPublished("en/saas: renewal-no-usage long-gone\n");
    expect(told(deckText(good.en), { published }).problems).toEqual([
      expect.stringMatching(/at titles: The published title “long-gone” is gone/),
    ]);
  });
});
