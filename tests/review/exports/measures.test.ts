import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, csvOf } from "../../../src/review/exports/csv.ts";
import { format as csv } from "../../../src/review/exports/formats/csv.ts";
import { format as json } from "../../../src/review/exports/formats/json.ts";
import { always, aTake, line } from "../../support/builders.ts";
import {
  aMaterial,
  anyMaterial,
  anyText,
  exported,
  exportedBytes,
  namesIn,
} from "../../support/exporting.ts";
import { readCsv } from "../../support/labelReaders.ts";

const measures = {
  duration: 21,
  speech: [[0.5, 10.25]],
  pauses: [[10.25, 11.1]],
  fillers: [],
  syllables: 40,
  speechRate: 1.9,
  f0SdSemitones: null,
  cues: [{ kind: "cut-in", at: 10.06, until: 12.06, stopLatency: 0.19, recovery: null }],
  noise: { floor: -62 },
  curve: [1, 2, 3],
};
const measured = aMaterial({
  take: aTake({ measures, rating: { opening: 3, close: 5 }, notes: "=cmd|'/c calc'!A1" }),
  pauses: [[10.25, 11.1]],
  marks: [{ at: 4.2, kind: "weak", note: '-too fast, "again"' }],
});

/** Takes the apostrophe off again that protects a text, as a program that reads the file has to. */
const unprotected = (text: string): string =>
  /^'(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/u.test(text) ? text.slice(1) : text;

describe("a CSV", () => {
  it("brings every cell back, whatever was typed", () =>
    always(
      fc.array(fc.tuple(anyText, fc.option(fc.integer()), anyText), { minLength: 1, maxLength: 6 }),
      (rows) =>
        expect(
          readCsv(csvOf(rows)).map(([first = "", number = "", last = ""]) => [
            unprotected(first),
            number === "" ? null : Number(number),
            unprotected(last),
          ]),
        ).toEqual(rows),
      1_000,
    ));
  it("never holds a text that a spreadsheet would run", () =>
    always(
      anyText,
      (text) => {
        const [[cell = ""] = []] = readCsv(csvOf([[text]]));
        expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      },
      1_000,
    ));
  it.each<[Cell, string]>([
    ["plain", "plain"],
    ["a, b", '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["＝1+1", "'＝1+1"],
    [" @SUM(A1)", "' @SUM(A1)"],
    ["'=1", "''=1"],
    ["it’s 40% less - today", "it’s 40% less - today"],
    ["客户说：太贵了", "客户说：太贵了"],
    [-3.5, "-3.5"],
    [Number.NaN, ""],
    [null, ""],
    ["", ""],
  ])("writes %j as %j", (cell, text) => expect(csvOf([[cell]])).toBe(`\uFEFF${text}\r\n`));

  it("opens in Chinese: it begins with the byte order mark that Excel wants", async () => {
    const names = namesIn("zh-CN");
    const bytes = await exportedBytes(csv, { ...measured, names });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(new TextDecoder().decode(bytes));
    expect(rows.find(([, , , measure]) => measure === "speechRate")?.[4]).toBe("语速");
  });

  it("has one number a row, with its place, its unit and its name", async () => {
    const [head, ...rows] = readCsv(await exported(csv, measured));
    expect(head).toEqual("started,title,language,measure,name,kind,at,until,value,unit,text".split(","));
    for (const row of rows) expect(row.slice(0, 3)).toEqual(["2026-11-21 09:30:00", "Bees", "en"]);
    expect(rows.map((row) => row.slice(3))).toEqual([
      ["length", "Length", "", "", "", "21", "s", ""],
      ["duration", "Length measured", "", "", "", "21", "s", ""],
      ["speech", "Speech", "", "0.5", "10.25", "9.75", "s", ""],
      ["pauses", "Silent pause", "", "10.25", "11.1", "0.85", "s", ""],
      ["syllables", "Syllables", "", "", "", "40", "syllables", ""],
      ["speechRate", "Speech rate", "", "", "", "1.9", "syllables/s", ""],
      ["f0SdSemitones", "Pitch variation", "", "", "", "", "semitones", ""],
      ["stopLatency", "Stop latency", "cut-in", "10.06", "12.06", "0.19", "s", ""],
      ["recovery", "Recovery", "cut-in", "10.06", "12.06", "", "s", ""],
      ["noise.floor", "noise.floor", "", "", "", "-62", "", ""],
      ["cue", "Cue", "cut-in", "10.06", "12.06", "2", "s", line.text],
      ["mark", "Mark", "weak", "4.2", "", "", "", '\'-too fast, "again"'],
      ["rating.opening", "Opening", "", "", "", "3", "", ""],
      ["rating.close", "Close", "", "", "", "5", "", ""],
    ]);
  });

  it("of a take that was not measured says what is known, and nothing of the rest", async () => {
    const [, ...rows] = readCsv(await exported(csv, aMaterial()));
    expect(rows.map(([, , , measure]) => measure)).toEqual(["length", "cue"]);
  });

  it("is a table, whatever was typed", () =>
    fc.assert(
      fc.asyncProperty(anyMaterial, async (material) => {
        const rows = readCsv(await exported(csv, material));
        const marks = rows.filter(([, , , measure]) => measure === "mark");
        expect(
          marks.map((row) => [unprotected(row[5] ?? ""), Number(row[6]), unprotected(row[10] ?? "")]),
        ).toEqual(material.marks.map(({ kind, at, note }) => [kind, at, note]));
      }),
      { numRuns: 100, seed: 20_261_121 },
    ));
});

describe("JSON", () => {
  it("holds the record, its measures by their own names, and what is unknown as null", async () => {
    const value = JSON.parse(await exported(json, measured));
    const { take, marks, pauses } = measured;
    expect(value).toMatchObject({
      app: "offscript",
      version: 1,
      id: take.id,
      title: take.title,
      length: take.length,
      measures,
      cues: take.cues,
      marks,
      pauses,
      rating: take.rating,
      notes: take.notes,
    });
    const bare = JSON.parse(await exported(json, aMaterial()));
    expect(bare).toMatchObject({ measures: null, pauses: null, rating: null, marks: [] });
  });
  it("tells nothing of the machine", async () =>
    expect(await exported(json, measured)).not.toMatch(/Headset|microphone|sha256/));
});
