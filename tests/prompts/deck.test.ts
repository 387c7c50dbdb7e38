import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DeckError, languages, readDeck, tempers } from "../../src/prompts/deck.ts";
import type { Problem } from "../../src/prompts/problems.ts";
import { aDeck, always } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // thousands of tries take their time on a busy machine, and that is no failure

const folder = fileURLToPath(new URL("../../prompts", import.meta.url));
const json = (...names: string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...names), "utf8"));
const shipped = languages.flatMap((language) =>
  readdirSync(path.join(folder, language))
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ id: `${language}/${path.basename(file, ".json")}` })),
);

/* The schema is what an editor checks a deck by, readDeck what the app does: who satisfies one must satisfy the other. */

type Schema = Readonly<{
  type?: string;
  enum?: readonly unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean;
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
}>;
const schema = json("deck.schema.json") as Schema;

/** Whether a value fits a schema: as much of JSON Schema as `deck.schema.json` uses. */
function fits(value: unknown, part: Schema = schema): boolean {
  if (part.$ref) return fits(value, schema.$defs?.[part.$ref.replace("#/$defs/", "")]);
  if (part.enum && !part.enum.includes(value)) return false;
  if (part.type === "string") {
    if (typeof value !== "string") return false;
    const length = [...value].length;
    if (length < (part.minLength ?? 0) || length > (part.maxLength ?? Number.POSITIVE_INFINITY)) return false;
    return part.pattern === undefined || new RegExp(part.pattern, "u").test(value);
  }
  if (part.type === "array") {
    if (!Array.isArray(value) || value.length < (part.minItems ?? 0)) return false;
    const distinct = new Set(value.map((item) => JSON.stringify(item))).size;
    if (part.uniqueItems && distinct < value.length) return false;
    return value.every((item) => fits(item, part.items ?? {}));
  }
  if (part.type === "object") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const { properties = {}, required = [], additionalProperties = true } = part;
    if (required.some((name) => !(name in value))) return false;
    return Object.entries(value).every(([name, each]) =>
      properties[name] ? fits(each, properties[name]) : additionalProperties,
    );
  }
  if (part.type === undefined) return true;
  throw new Error(`deck.schema.json uses a type this test does not know: ${part.type}`);
}
const reads = (value: unknown): boolean => {
  try {
    readDeck(value, "a deck");
    return true;
  } catch (error) {
    if (error instanceof DeckError) return false;
    throw error;
  }
};

const good = {
  $schema: "../deck.schema.json",
  id: "en/good-deck",
  language: "en",
  name: "Good",
  kind: "pitch",
  titles: [{ id: "first-title", text: "A title to speak on" }],
  lines: [{ cue: "cut-in", text: "And what does it cost?", temper: "price" }],
} as const;
const title = (changed: object) => ({ ...good, titles: [{ ...good.titles[0], ...changed }] });
const line = (changed: object) => ({ ...good, lines: [{ ...good.lines[0], ...changed }] });
const without = (name: keyof typeof good) => {
  const { [name]: _, ...rest } = good;
  return rest;
};

describe("what the schema lets pass, the app reads", () => {
  it.each(shipped)("$id", ({ id }) => {
    expect(fits(json(`${id}.json`))).toBe(true);
    expect(reads(json(`${id}.json`))).toBe(true);
  });
  it.each([
    ["a deck with all there may be", good],
    ["one without $schema", without("$schema")],
    ["one without lines", { ...good, lines: [] }],
    ["a line of any client's", { ...good, lines: [{ cue: "cut-in", text: "Why?" }] }],
    ["a line for a cue of tomorrow", line({ cue: "phone-call" })],
    ["a Chinese deck", { ...good, id: "zh-CN/price", language: "zh-CN", name: "太贵了" }],
    ["a title of the shortest length", title({ text: "只剩三个月了" })],
    ["a title of the longest length", title({ text: "x".repeat(120) })],
    ["a line of the longest length", line({ text: "x".repeat(90) })],
    ["a line of one character", line({ text: "嗯" })],
    ["a name of the longest length", { ...good, name: "x".repeat(40) }],
    ["a deck of a language with a number in its name", { ...good, id: "es-419/ventas" }],
    ["a title of the longest length, in characters of two units", title({ text: "🙂".repeat(120) })],
    ["an id of the longest length", title({ id: "x".repeat(60) })],
  ])("%s", (_, value) =>
    expect({ schema: fits(value), app: reads(value) }).toEqual({ schema: true, app: true }),
  );
});

describe("what the schema stops, the app refuses", () => {
  it.each<readonly [string, unknown]>([
    ["nothing", null],
    ["a list of decks", [good]],
    ...(["id", "language", "name", "kind", "titles", "lines"] as const).map(
      (name) => [`a deck without its ${name}`, without(name)] as const,
    ),
    ["a deck with something we do not know", { ...good, author: "Me" }],
    ["a deck without titles", { ...good, titles: [] }],
    ["a language we do not speak", { ...good, language: "fr" }],
    ["a kind there is none of", { ...good, kind: "rant" }],
    ["an id without its folder", { ...good, id: "good-deck" }],
    ["an id with capitals", { ...good, id: "en/Good" }],
    ["an id with two folders", { ...good, id: "en/sales/good" }],
    ["a folder that begins with a hyphen", { ...good, id: "-en/good" }],
    ["a folder of capitals", { ...good, id: "EN/good" }],
    ["an id without end", { ...good, id: `en/${"x".repeat(90)}` }],
    ["an empty name", { ...good, name: "" }],
    ["a name of spaces", { ...good, name: "   " }],
    ["a name that is too long to choose by", { ...good, name: "x".repeat(41) }],
    ["a title without an id", { ...good, titles: [{ text: "A title to speak on" }] }],
    ["a title without a text", { ...good, titles: [{ id: "first-title" }] }],
    ["a title with more than that", title({ difficulty: 3 })],
    ["a title that is a string", { ...good, titles: ["A title to speak on"] }],
    ["a title's id with spaces", title({ id: "first title" })],
    ["a title's id without end", title({ id: "x".repeat(61) })],
    ["a title that says too little", title({ text: "Bees!" })],
    ["a title that says too much", title({ text: "x".repeat(121) })],
    ["a title that begins with a space", title({ text: " A title to speak on" })],
    ["a title with a mark that turns the writing round", title({ text: "A title \u202e to speak on" })],
    ["a title with a character nobody sees", title({ text: "A title\u200b to speak on" })],
    ["a title with half a character", title({ text: "A title to speak on \ud83d" })],
    ["a name with a bell in it", { ...good, name: "Ding\u0007" }],
    ["a line with an invisible letter", line({ text: "Why?\u3164Because" })],
    ["a title of too few characters, each of two units", title({ text: "🙂🙂🙂🙂🙂" })],
    ["a title of two lines", title({ text: "A title\nto speak on" })],
    ["a line without a cue", { ...good, lines: [{ text: "Why?" }] }],
    ["a line for a cue with capitals", line({ cue: "Cut-In" })],
    ["an empty line", line({ text: "" })],
    ["a line nobody could say in five seconds", line({ text: "x".repeat(91) })],
    ["a temper there is none of", line({ temper: "polite" })],
    ["a line with more than that", line({ volume: 11 })],
    ["the same line twice", { ...good, lines: [good.lines[0], good.lines[0]] }],
    ["a number for a name", { ...good, name: 5 }],
  ])("%s", (_, value) =>
    expect({ schema: fits(value), app: reads(value) }).toEqual({ schema: false, app: false }),
  );
  it("title ids used twice, which no schema can say", () => {
    const twice = { ...good, titles: [good.titles[0], { id: "first-title", text: "Another title" }] };
    expect(fits(twice)).toBe(true);
    expect(() => readDeck(twice, "twice.json")).toThrow("twice.json: titles[1].id: doubled-id");
  });
});

it("the schema and the app know the same tempers", () =>
  expect(schema.$defs?.line?.properties?.temper?.enum).toEqual(tempers));

describe("a deck is checked at the door", () => {
  it("and says every fault with its place", () => {
    const broken = { ...good, kind: "rant", titles: [{ ...good.titles[0], id: "Not Kebab" }], lines: [{}] };
    let problems: readonly Problem[] = [];
    try {
      readDeck(broken, "mine.json");
    } catch (error) {
      problems = error instanceof DeckError ? error.problems : [];
      expect(String(error)).toContain("mine.json: ");
    }
    expect(problems.map(({ reason, place }) => [place.path, reason])).toEqual([
      ["kind", "not-one-of"],
      ["titles[0].id", "not-kebab"],
      ["lines[0].cue", "missing"],
      ["lines[0].text", "missing"],
    ]);
  });
  it("and says so when the file is not even a deck", () =>
    expect(() => readDeck("hello", "mine.json")).toThrow("mine.json: all: not-an-object"));
  it("and passes whole", () => {
    expect(readDeck(good, "good.json")).toEqual(good);
    always(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(30)), ([titles, lines]) => {
      const deck = aDeck("en/any", titles, lines);
      expect(readDeck(deck, "any.json")).toEqual(deck);
    });
  });
});
