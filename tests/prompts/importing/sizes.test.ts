import { expect, it, vi } from "vitest";
import { bytesOf, inWords, previewOf } from "../../support/decks.ts";

vi.setConfig({ testTimeout: 120_000 }); // a busy machine is no failure; what would never end is

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join("\n");

it("100,000 lines are examined: 2,000 titles, and the rest is told", () => {
  const seen = previewOf(rows(100_000, (at) => `The client number ${at} has just said no`));
  expect(seen.titles).toHaveLength(2_000);
  expect(inWords(seen.problems)).toEqual([expect.stringContaining("left out at the end: 98000")]);
});
it("100,001 lines are refused, of a list and of a table", () => {
  const text = rows(100_001, (at) => `The client number ${at} has just said no`);
  for (const name of ["a.txt", "a.csv"]) {
    const seen = previewOf(text, name);
    expect(seen.titles).toEqual([]);
    expect(inWords(seen.problems)).toEqual([expect.stringContaining("more than 100000 lines")]);
  }
});
it("100,000 times the same line is one title", () => {
  const seen = previewOf(rows(100_000, () => "The demo has just died"));
  expect([seen.titles.length, seen.duplicateCount, seen.duplicates.length]).toEqual([1, 99_999, 100]);
});

const full = (text: string): string => text.slice(0, 10 * 1024 * 1024);
it.each<readonly [string, string, string, RegExp]>([
  [
    "a table",
    "a.csv",
    full(`title,line\n${rows(99_000, (at) => `"No ${at}: ${"x ".repeat(45)}",Why ${at}?`)}`),
    /left out at the end/,
  ],
  ["one line", "a.txt", "x".repeat(10 * 1024 * 1024), /^line 1: Too long/],
  ["quotes", "a.csv", full(`"${'a"'.repeat(6_000_000)}`), /never closed/],
  ["markup", "a.md", full(rows(60_000, (at) => `- ${"*_`[(".repeat(36)} ${at}`)), /left out at the end/],
  ["brackets", "a.json", "[".repeat(10 * 1024 * 1024), /deeper than 32/],
  [
    "a deck",
    "a.json",
    full(JSON.stringify({ titles: rows(150_000, (at) => `The title number ${at} of many`).split("\n") })),
    /left out at the end/,
  ],
  ["broken JSON", "a.json", full(`{"titles":[${'"a" '.repeat(3_000_000)}`), /A comma is expected/],
])("10 MB of %s end in a deck or in a sentence", (_, name, text, words) => {
  expect(bytesOf(text).length).toBeGreaterThan(4_000_000);
  expect(inWords(previewOf(text, name).problems)).toContainEqual(expect.stringMatching(words));
});
it("a byte more than 10 MB is refused", () =>
  expect(inWords(previewOf("x".repeat(10 * 1024 * 1024 + 1)).problems)).toEqual([
    "It is bigger than 10 MB. Split it, or keep only the titles.",
  ]));
