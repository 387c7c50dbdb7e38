import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fork, pick, type Random, seeded } from "../../../src/lib/random.ts";
import { type Deck, languages, readDeck } from "../../../src/prompts/deck.ts";
import { deckText } from "../../../src/prompts/exporting.ts";
import type { Import } from "../../../src/prompts/importing/found.ts";
import { apply, preview } from "../../../src/prompts/importing/preview.ts";
import { readImport } from "../../../src/prompts/importing/readImport.ts";
import { readShared } from "../../../src/prompts/sharing.ts";
import { tries } from "../../support/builders.ts";
import { anyDeck, bytesOf, inWords, wish } from "../../support/decks.ts";

/* Whatever is brought ends in a deck, or in a sentence that names line and reason. 10,800 cases in all. */

const cases = { bytes: 2_500, decks: 2_600, tables: 1_300, lists: 1_300, json: 2_000, links: 1_100 };

const shipped = languages.map((language): Deck => {
  const deck = JSON.parse(
    readFileSync(new URL(`../../../prompts/${language}/price.json`, import.meta.url), "utf8"),
  );
  return { ...deck, titles: deck.titles.slice(0, 6), lines: deck.lines.slice(0, 5) };
});
const own: Deck = { ...(shipped[0] as Deck), id: "own/mine-abc123" };
const library = { own: [own], shipped };
const names = [
  null,
  "a.txt",
  "a.csv",
  "a.tsv",
  "a.md",
  "a.json",
  "题库.TXT",
  "../../etc/passwd",
  ".",
  "",
  "a.exe",
  "\u0000",
];
const anyName = fc.constantFrom(...names);

/** Reasons that are about one entry, and so have to name its place. */
const ofAll = /^(There is|There are|It is|It has|This is|This link|No title|A deck holds|And )/;
const ends = { decks: 0, sentences: 0 };

/** The promise itself, for one import: into a new deck, and into one that is there. */
function expectDeckOrSentence(found: Import): void {
  for (const into of [null, own.id]) {
    const seen = preview(found, library, { ...wish, into });
    const deck = apply(seen);
    if (deck === null || seen.titles.length + seen.lines.length + seen.duplicateCount === 0) {
      expect(seen.problems.length).toBeGreaterThan(0);
      ends.sentences++;
    }
    if (deck !== null) {
      expect(readDeck(deck, "imported")).toEqual(deck);
      for (const entry of ["titles", "lines"] as const)
        expect(deck[entry].slice(0, seen.before?.[entry].length ?? 0)).toEqual(seen.before?.[entry] ?? []);
      const all = seen.titles.length + (seen.before?.titles.length ?? 0);
      expect(deck.titles).toHaveLength(all); // never half of what was shown
      ends.decks++;
    }
    for (const language of languages)
      for (const said of inWords([...seen.problems, ...seen.hints], language)) {
        expect(said).not.toMatch(/undefined|NaN|\[object|\n/);
        expect(said.length).toBeLessThan(500);
        if (language === "en" && !ofAll.test(said)) expect(said).toMatch(/^(line \d+|at )/);
      }
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const check = (bytes: Uint8Array, name: string | null) => expectDeckOrSentence(readImport(bytes, name));

const pieces = [
  ..."\"',;\t\n\r{}[]:#*-_`~<>\\/|()1.a客。“”".split(""),
  ...[
    "\u0000",
    "\ufeff",
    "\u202e",
    "\u200b",
    "\ud800",
    "\ufffd",
    "\u2028",
    "\r\n",
    '""',
    "\\u0000",
    "1e999",
    "-0",
  ],
  ...[
    '"__proto__":',
    '{"titles":[',
    "]}",
    "null",
    "true",
    "sep=;\n",
    "---\n",
    "```\n",
    "## Lines\n",
    "题目",
    "title,line\n",
  ],
  "x".repeat(130),
  "[".repeat(50),
  "- ".repeat(40),
];

/** A text with some of it taken out, doubled, moved, or replaced. */
function mutated(text: string, random: Random): Uint8Array {
  let left = text;
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const [at, length] = [Math.floor(random() * left.length), Math.floor(random() ** 3 * 80)];
    const piece = random() < 0.6 ? pick(pieces, random) : left.slice(at, at + length);
    const to = random() < 0.7 ? at : Math.floor(random() * left.length);
    left = left.slice(0, to) + piece + left.slice(random() < 0.5 ? to : to + length);
  }
  const bytes = bytesOf(left);
  if (random() < 0.2 && bytes.length > 0)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return random() < 0.1 ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const spoil = (of: string, texts: readonly string[], runs: number) =>
  fc.assert(
    fc.property(seeds, anyName, fc.constantFrom(...texts), (seed, name, text) =>
      check(mutated(text, seeded(fork(seed, of))), seed % 3 === 0 ? name : of),
    ),
    tries(runs),
  );

const table = `编号,题目,台词,脾气\n${own.titles.map(({ id, text }) => `${id},"${text}",How much?,price`).join("\n")}`;
const list = `# Calls\n\n${own.titles.map(({ text }, at) => `${at % 2 ? "-" : `${at}.`} **${text}** [why](x)`).join("\n")}\n## Lines\n- Why?`;

describe("whatever is brought ends in a deck or in a sentence", () => {
  it("any bytes", { timeout: 120_000 }, () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: "binary", maxLength: 200 }).map((text) => bytesOf(text)),
          fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => bytesOf(all.join(""))),
        ),
        anyName,
        check,
      ),
      tries(cases.bytes),
    ),
  );
  it("decks that were spoiled", { timeout: 120_000 }, () =>
    spoil("a.json", [...shipped, own].map(deckText), cases.decks),
  );
  it("tables that were spoiled", { timeout: 120_000 }, () =>
    spoil("a.csv", [table, table.replaceAll(",", ";"), table.replaceAll(",", "\t")], cases.tables),
  );
  it("lists that were spoiled", { timeout: 120_000 }, () =>
    spoil(
      "a.md",
      [list, list.replaceAll("\n", "\r\n"), own.titles.map(({ text }) => text).join("\n")],
      cases.lists,
    ),
  );
  it("JSON of any shape", { timeout: 120_000 }, () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const entry = fc.oneof(
      anything,
      fc.record({ id: anything, text: anything }, { requiredKeys: [] }),
      fc.record(
        { text: fc.string({ maxLength: 150 }), id: fc.string(), temper: fc.string(), cue: fc.string() },
        { requiredKeys: [] },
      ),
    );
    const like = fc.record(
      {
        ...{ id: fc.oneof(anything, fc.constant(own.id)), language: fc.oneof(anything, fc.constant("en")) },
        ...{ name: anything, kind: anything, ["__proto__"]: anything, constructor: anything },
        titles: fc.oneof(anything, fc.array(entry, { maxLength: 6 })),
        lines: fc.oneof(anything, fc.array(entry, { maxLength: 6 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, like, anyDeck, fc.array(entry, { maxLength: 5 })), (value) =>
        check(bytesOf(JSON.stringify(value)), "a.json"),
      ),
      tries(cases.json),
    );
  });
  it("links that were spoiled", { timeout: 120_000 }, async () => {
    const whole = deflateRawSync(deckText(own));
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const random = seeded(seed);
        const bytes = Uint8Array.from(seed % 2 ? whole : deflateRawSync(mutated(deckText(own), random)));
        for (let times = Math.floor(random() * 3); times > 0; times--)
          bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        const link = Buffer.from(bytes).toString("base64url");
        const cutOff = random() < 0.3 ? link.slice(0, Math.floor(random() * link.length)) : link;
        expectDeckOrSentence(await readShared(random() < 0.1 ? `${cutOff}${pick(pieces, random)}` : cutOff));
      }),
      tries(cases.links),
    );
  });
  it("and both ends are reached often", () => {
    expect(Object.values(cases).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(10_000);
    expect(Math.min(ends.decks, ends.sentences)).toBeGreaterThan(2_000);
  });
});
