import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/checkDecks.ts";

const shipped = fileURLToPath(new URL("../../prompts", import.meta.url));
const home = mkdtempSync(path.join(tmpdir(), "offscript-decks-"));
const folder = path.join(home, "prompts");
afterAll(() => rmSync(home, { recursive: true }));

/** A folder with one good deck in each language. */
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const [language, name] of [
    ["en", "saas.json"],
    ["zh-CN", "price.json"],
  ] as const) {
    mkdirSync(path.join(folder, language), { recursive: true });
    cpSync(path.join(shipped, language, name), path.join(folder, language, name));
  }
});
const [english, chinese] = ["en/saas.json", "zh-CN/price.json"].map((name) => {
  const deck = JSON.parse(readFileSync(path.join(shipped, name), "utf8"));
  return { titles: deck.titles.length as number, lines: deck.lines.length as number };
});
if (!english || !chinese) throw new Error("no decks");
const saas = path.join(folder, "en", "saas.json");
const bad = (name: string, text: string): string => {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
};

async function check(args: readonly string[], tongue = "en_GB.UTF-8") {
  const said: string[] = [];
  const code = await run(args, { folder, tongue, say: (line) => said.push(line) });
  return { code, said };
}

describe("check-decks", () => {
  it("passes a good deck, and counts", async () =>
    expect(await check([saas])).toEqual({
      code: 0,
      said: [`1 deck: ${english.titles} titles, ${english.lines} client lines.`, "No problems."],
    }));
  it("reads every deck without arguments, and misses what there is not", async () => {
    const { code, said } = await check([]);
    expect(code).toBe(1);
    expect(said).toEqual([
      "prompts: Too few full decks in en: 1 of 14. Write more.",
      "prompts: Too few full decks in zh-CN: 1 of 14. Write more.",
      `2 decks: ${english.titles + chinese.titles} titles, ${english.lines + chinese.lines} client lines.`,
      "2 problems.",
    ]);
  });
  it("names file, line and what was expected of broken JSON", async () => {
    const { code, said } = await check([bad("bad.json", '{\n  "id": "en/bad",\n}')]);
    expect(code).toBe(1);
    expect(said[0]).toBe(
      `${home}/bad.json:3:1: A name in quotes is expected here. Is there a comma too many before it? (“}”)`,
    );
    expect(said.at(-1)).toBe("1 problem.");
  });
  it("tells every problem of every file", async () => {
    const deck = JSON.parse(readFileSync(saas, "utf8"));
    const one = bad("one.json", JSON.stringify({ ...deck, kind: "rant", name: "" }, null, 2));
    const two = bad("two.json", "[]");
    const { code, said } = await check([one, two]);
    expect(code).toBe(1);
    expect(said.slice(0, 3)).toEqual([
      `${one}:5: at name: Too short: 0 characters, and 1 at least are needed. Say more.`,
      `${one}:6: at kind: It can only be one of: pitch, persuade, story, small-talk, objection. Choose one. (“rant”)`,
      `${two}:1: An entry in braces { } is expected here.`,
    ]);
  });
  it("compares with the decks that are there", async () => {
    const deck = JSON.parse(readFileSync(saas, "utf8"));
    const copy = bad("copy.json", JSON.stringify({ ...deck, id: "en/copy" }));
    const { said } = await check([copy]);
    expect(said.filter((line) => line.includes("Nearly the same as"))).toHaveLength(
      english.titles + english.lines,
    );
    const same = await check([bad("same.json", JSON.stringify(deck))]);
    expect(same.said[0]).toContain("This id is taken by the deck in prompts/en/saas.json");
  });
  it("holds a deck of one's own only to being a deck", async () => {
    const own = { id: "own/mine-abc123", language: "en", name: "Mine", kind: "pitch", lines: [] };
    const file = bad("own.json", JSON.stringify({ ...own, titles: [{ id: "a", text: "Is it too late?" }] }));
    expect((await check([file])).code).toBe(1);
    const { code, said } = await check(["--own", file]);
    expect(code).toBe(0);
    expect(said[0]).toMatch(/^Could be better: .*own\.json:1: at titles\[0\]\.text: A yes or a no/);
  });
  it("speaks Chinese on a Chinese terminal", async () =>
    expect((await check([saas], "zh_CN.UTF-8")).said).toEqual([
      `1 个题库，${english.titles} 个题目，${english.lines} 句台词。`,
      "没有问题。",
    ]));
  it("says so when a file is not there, or an option is not known", async () => {
    expect(await check(["nowhere.json"])).toMatchObject({
      code: 1,
      said: ["nowhere.json: there is no such file, or it cannot be read.", expect.anything(), "1 problem."],
    });
    expect(await check(["--fix"])).toMatchObject({
      code: 1,
      said: [expect.stringContaining("no option --fix")],
    });
  });
  it("notes published ids, misses one that is gone, and never forgets it", async () => {
    const list = path.join(folder, "published.txt");
    expect((await check(["--publish", saas])).code).toBe(0);
    expect(readFileSync(list, "utf8")).toMatch(/^en\/saas: renewal-no-usage /);
    const text = readFileSync(saas, "utf8");
    writeFileSync(saas, text.replace('"renewal-no-usage"', '"renewal-unused"'));
    const { code, said } = await check(["--publish", saas]);
    expect(code).toBe(1);
    expect(said[0]).toMatch(/saas\.json:7: at titles: The published title “renewal-no-usage” is gone/);
    expect(readFileSync(list, "utf8")).not.toContain("renewal-unused");
    rmSync(saas);
    expect((await check([])).said).toContainEqual(
      expect.stringContaining("The published deck “en/saas” is gone"),
    );
  });
});
