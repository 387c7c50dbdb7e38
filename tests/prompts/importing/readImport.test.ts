import { describe, expect, it } from "vitest";
import { readImport } from "../../../src/prompts/importing/readImport.ts";
import { bytesOf, inWords } from "../../support/decks.ts";

const read = (text: string, fileName: string | null = null) => readImport(bytesOf(text), fileName);
const titles = (text: string, fileName: string | null = null) =>
  read(text, fileName).titles.map((each) => each.text);
const lines = (text: string, fileName: string | null = null) =>
  read(text, fileName).lines.map(({ text: said, temper }) => [said, temper]);

describe("a list", () => {
  it("has one title a line, with its line in the file", () => {
    const found = read("The demo has died\n\n  The boss is late  \r\nThey want half price");
    expect(found).toMatchObject({ format: "text", language: "en", name: null, problems: [], hints: [] });
    expect(found.titles).toEqual([
      { text: "The demo has died", id: null, place: { line: 1 } },
      { text: "The boss is late", id: null, place: { line: 3 } },
      { text: "They want half price", id: null, place: { line: 4 } },
    ]);
  });
  it("is named for its file", () => {
    expect(read("The demo has died", "C:\\decks\\Cold calls.txt").name).toBe("Cold calls");
    expect(read("The demo has died", "我的题库.txt").name).toBe("我的题库");
  });
  it.each([
    "- The demo has died",
    "* The demo has died",
    "• The demo has died",
    "•The demo has died",
    "1. The demo has died",
    "1) The demo has died",
    "(1) The demo has died",
    "（1）The demo has died",
    "① The demo has died",
    "1、The demo has died",
    "- [x] The demo has died",
    "\tThe demo has died",
    "一、The demo has died",
    "The\u00a0demo \u3000 has died",
    "\ufeffThe demo has died",
  ])("takes off what stands before a title: %j", (row) => expect(titles(row)).toEqual(["The demo has died"]));
  it.each([
    "1999. The year everything went wrong", // in a list of one, no number
    "-20 degrees, and the lorry will not start",
    "3.5 per cent, and not a cent more",
    "24 hours left, and nobody signs",
    "<b>Bold</b> & <script>alert(1)</script>",
    "“Nothing of ours goes in the cloud”",
    "snake_case_names and 2*3*4 stay",
  ])("leaves alone what belongs to it: %s", (row) => expect(titles(row)).toEqual([row]));
  it("takes the numbers of a numbered Chinese list", () =>
    expect(titles("1.客户说太贵了\n2.老板今天不在")).toEqual(["客户说太贵了", "老板今天不在"]));
  it("tells the language by its letters", () => {
    expect(read("客户用SaaS三年了，今天说不用了").language).toBe("zh-CN");
    expect(read("The client uses 钉钉 and will not stop").language).toBe("en");
    expect(read("123456789").language).toBeNull();
  });
  it("takes out what cannot be seen, and says so", () => {
    const found = read("Pay them \u202eon time\u200b, \u0007please");
    expect(found.titles.map(({ text }) => text)).toEqual(["Pay them on time, please"]);
    expect(inWords(found.hints)).toEqual([
      expect.stringMatching(/^line 1: It holds characters that cannot be seen/),
    ]);
  });
  it("names line and reason of what is no title", () =>
    expect(inWords(read(`Bees\n${"x".repeat(121)}\nThe demo has died`).problems)).toEqual([
      "line 1: Too short: 4 characters, and 6 at least are needed. Say more. (“Bees”)",
      expect.stringMatching(/^line 2: Too long: 121 characters, and 120 at most fit/),
    ]));
  it("lists a hundred problems and counts the rest", () => {
    const { problems } = read("Bees\n".repeat(250));
    expect(problems).toHaveLength(101);
    expect(inWords(problems).at(-1)).toBe("And 150 more of this sort. Mend the first ones and try again.");
  });
  it("may hold client lines under their heading", () => {
    const text = "标题一：客户要走\n台词：\n- 太贵了\n不客气：\n- 别讲了\n题目：\n老板今天真的不在";
    expect(titles(text)).toEqual(["标题一：客户要走", "老板今天真的不在"]);
    expect(lines(text)).toEqual([
      ["太贵了", null],
      ["别讲了", "hostile"],
    ]);
  });
});

describe("a Markdown list", () => {
  const text = [
    "---",
    "author: me",
    "---",
    "# Cold **calls**",
    "",
    "Some words about it.",
    "",
    '- The [demo](https://example.com/a_(b) "why") has *just* died',
    "- **Everyone** is `late`, ~~not~~ and",
    "  nobody says why",
    "  - A nested one_two three \\*",
    "1. ![The boss](x.png) left",
    "> - A quoted title is one, too",
    "```",
    "- this is code, and no title",
    "```",
    "## Client lines",
    "- How much?",
    "### Hostile",
    "- Stop it.",
    "## More of them",
    "- The last title of the list",
  ].join("\n");
  it("has its items for titles, its first heading for a name", () => {
    const found = read(text, "calls.md");
    expect(found).toMatchObject({ format: "markdown", name: "Cold calls", problems: [] });
    expect(found.titles.map(({ text: title, place }) => [place.line, title])).toEqual([
      [8, "The demo has just died"],
      [9, "Everyone is late, not and nobody says why"],
      [11, "A nested one_two three *"],
      [12, "The boss left"],
      [13, "A quoted title is one, too"],
      [22, "The last title of the list"],
    ]);
    expect(lines(text, "calls.md")).toEqual([
      ["How much?", null],
      ["Stop it.", "hostile"],
    ]);
  });
  it("may have no items: then every paragraph is a title", () =>
    expect(titles("# Calls\n\nThe demo has died\n\nThe boss is late", "a.md")).toEqual([
      "The demo has died",
      "The boss is late",
    ]));
  it("is seen when it is pasted", () =>
    expect(read("# Calls\n- The **demo** has died")).toMatchObject({ format: "markdown", name: "Calls" }));
  it("leaves markup of other sorts as text", () =>
    expect(titles('- <img src=x onerror="alert(1)"> is a title', "a.md")).toEqual([
      '<img src=x onerror="alert(1)"> is a title',
    ]));
});

describe("a table", () => {
  it.each([
    ["commas", "id,title,line,temper\nfirst-one,The demo has died,How much?,price\n"],
    ["semicolons", "ID;Title;Line;Temper\r\nfirst-one;The demo has died;How much?;Price\r\n"],
    ["tabs", "id\ttitle\tline\ttemper\nfirst-one\tThe demo has died\tHow much?\tprice"],
    ["Chinese names", "编号,题目,台词,脾气\nfirst-one,The demo has died,How much?,砍价\n"],
    ["Excel's first row", "sep=;\nid;title;line;temper\nfirst-one;The demo has died;How much?;price\n"],
    ["a mark at its start", "\ufeffid,title,line,temper\nfirst-one,The demo has died,How much?,price\n"],
  ])("with %s", (_, text) => {
    const found = read(text, "a.csv");
    expect(found).toMatchObject({ format: "csv", name: "a", problems: [], hints: [] });
    const line = text.startsWith("sep") ? 3 : 2;
    expect(found.titles).toEqual([{ text: "The demo has died", id: "first-one", place: { line } }]);
    expect(found.lines).toEqual([{ text: "How much?", cue: "cut-in", temper: "price", place: { line } }]);
  });
  it("counts lines, not rows: quotes may hold line breaks", () => {
    const text = 'title\n"The demo, ""live"",\nhas died"\n\nThe boss is late\n';
    expect(read(text, "a.csv").titles.map(({ text: title, place }) => [place.line, title])).toEqual([
      [2, 'The demo, "live", has died'],
      [5, "The boss is late"],
    ]);
  });
  it("without names has titles in the column with the most text", () =>
    expect(titles("1,The demo has died,x\n2,The boss is late,y\n", "a.csv")).toEqual([
      "The demo has died",
      "The boss is late",
    ]));
  it("may have rows of one sort only", () => {
    const text = "title,line\nThe demo has died,\n,How much?\n";
    expect(titles(text, "a.csv")).toEqual(["The demo has died"]);
    expect(lines(text, "a.csv")).toEqual([["How much?", null]]);
  });
  it("is seen when it is pasted from a spreadsheet, or with names", () => {
    expect(titles("The demo has died\t3\nThe boss is late\t4")).toEqual([
      "The demo has died",
      "The boss is late",
    ]);
    expect(read("title,line\nThe demo has died,How much?").format).toBe("csv");
    expect(read("First the demo dies, then the client calls\nThe boss is late").format).toBe("text");
  });
  it("tells what it leaves out", () => {
    const found = read("title,temper,line,price\nThe demo has died,grumpy,How much?,5", "a.csv");
    expect(inWords(found.hints)).toEqual([
      "line 1: The column “price” is not known and was left out. Known are title, line, temper and id.",
      expect.stringMatching(/^line 2: There is no such temper, so any client may say it\..*\(“grumpy”\)$/),
    ]);
    expect(lines("title,temper,line\n,grumpy,How much?", "a.csv")).toEqual([["How much?", null]]);
  });
  it("names the line of a quote that is never closed", () =>
    expect(
      inWords(read('title\nThe boss is late\n"The demo has died\nand more\n', "a.csv").problems),
    ).toEqual([expect.stringMatching(/^line 3: A quotation mark opens here and is never closed/)]));
});

describe("a deck's JSON", () => {
  const deck = {
    id: "own/mine-abc123",
    language: "en",
    name: "Mine",
    kind: "story",
    titles: [{ id: "first", text: "The demo  has died" }],
    lines: [{ cue: "cut-in", text: "How much?", temper: "price" }],
  };
  it("is taken as it is", () => {
    const found = read(JSON.stringify({ $schema: "../deck.schema.json", ...deck }), "x.json");
    expect(found).toMatchObject({ deck, id: deck.id, name: "Mine", kind: "story", problems: [], hints: [] });
  });
  it("is seen when it is pasted", () => expect(read(JSON.stringify(deck)).deck).toEqual(deck));
  it("that is not quite one gives what it has, and says what it has not", () => {
    const broken = {
      ...deck,
      kind: "rant",
      author: "me",
      titles: [
        { id: "first", text: " The demo\nhas died " },
        { id: "first", text: "The boss is late" },
        "A title without an id",
        { id: "x", text: "Bees" },
        7,
      ],
      lines: [{ text: "How much?", temper: "grumpy" }, "Why?", null],
    };
    const found = read(JSON.stringify(broken, null, 2), "x.json");
    expect(found).toMatchObject({ deck: null, id: deck.id, name: "Mine", kind: null });
    expect(found.titles.map(({ id, text }) => [id, text])).toEqual([
      ["first", "The demo has died"],
      [null, "The boss is late"],
      [null, "A title without an id"],
    ]);
    expect(found.lines.map(({ text, temper }) => [text, temper])).toEqual([
      ["How much?", null],
      ["Why?", null],
    ]);
    expect(inWords(found.problems)).toEqual([
      expect.stringMatching(/^line 16 · at titles\[3\]: Too short: 4/),
      expect.stringMatching(/^line 20 · at titles\[4\]: A text in quotes is expected/),
      expect.stringMatching(/^line 28 · at lines\[2\]: A text in quotes is expected/),
    ]);
    expect(inWords(found.hints)).toEqual([
      expect.stringMatching(/^line 5 · at kind: It can only be one of/),
      expect.stringMatching(/at author: A deck knows no “author”/),
      expect.stringMatching(/^line 11 · at titles\[1\]: This id is taken by titles\[0\]/),
      expect.stringMatching(/^line 23 · at lines\[0\]: There is no such temper/),
    ]);
  });
  it("may be a bare list of titles", () =>
    expect(titles('["The demo has died", {"title": "The boss is late"}]')).toEqual([
      "The demo has died",
      "The boss is late",
    ]));
  it.each([
    ['{ "titles": [ }', "line 1, column 15: A value is expected here"],
    ["{}", "line 1: This is JSON, and not a deck"],
    ["5", "line 1: This is JSON, and not a deck"],
    ["null", "line 1: This is JSON, and not a deck"],
    ['[{"titles": []}, {"titles": []}]', "line 1: There are several decks"],
    ['{"titles": 5}', "line 1 · at titles: A list in brackets"],
    ['{"titles": []}', "No title was found in it"],
    [`{"titles": ${"[".repeat(100_000)}`, "line 1, column 43: Brackets inside brackets"],
  ])("that is none ends in a sentence: %j", (text, words) => {
    const found = read(text, "x.json");
    expect(found.titles).toEqual([]);
    expect(inWords(found.problems)).toEqual([expect.stringContaining(words)]);
  });
  it("may hold names that objects inherit, and huge numbers, and nothing comes of it", () => {
    const text =
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "id": 1e999, "titles": [{"__proto__": {"text": "From the prototype"}}, {"text": "The demo has died", "id": 1e999}]}';
    expect(titles(text, "x.json")).toEqual(["The demo has died"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("what holds nothing", () => {
  it.each([
    ["", "There is nothing in it"],
    ["\ufeff \n\t\u3000", "There is nothing in it"],
    ["\u200b\u200b\u200b", "No title was found"],
    ["---\n***\n", "No title was found"],
  ])("%j ends in a sentence", (text, words) =>
    expect(inWords(read(text).problems)).toEqual([expect.stringContaining(words)]),
  );
});
