import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { format as audacity } from "../../../src/review/exports/formats/audacity.ts";
import { format as textgrid } from "../../../src/review/exports/formats/textgrid.ts";
import { format as webvtt } from "../../../src/review/exports/formats/webvtt.ts";
import { type Label, labelsOf } from "../../../src/review/exports/labels.ts";
import { aTake, tries } from "../../support/builders.ts";
import { aCue, aMaterial, anyMaterial, exported, namesIn } from "../../support/exporting.ts";
import { type Read, readAudacity, readTextGrid, readWebVtt } from "../../support/labelReaders.ts";

vi.setConfig({ testTimeout: 60_000 }); // starting Praat is slow on a busy machine, and that is no failure

/** Everything that is said of a time must be right to this, in seconds; a little more for the arithmetic. */
const WITHIN = 0.001 + 1e-9;

/** The same labels, in the same order, each where it was recorded. */
function expectLabels(read: readonly Read[], labels: readonly Label[], ends: boolean): void {
  expect(read.map(({ text }) => text)).toEqual(labels.map(({ text }) => text));
  for (const [index, { at, until }] of labels.entries()) {
    const found = read[index] ?? { at: Number.NaN, until: null };
    expect(Math.abs(found.at - at)).toBeLessThanOrEqual(WITHIN);
    if (until !== null) expect(Math.abs((found.until ?? found.at) - until)).toBeLessThanOrEqual(WITHIN);
    else if (ends) expect(found.until).toBeNull();
  }
}

const property = <T>(any: fc.Arbitrary<T>, rule: (value: T) => Promise<void>, runs = 200) =>
  fc.assert(fc.asyncProperty(any, rule), tries(runs));

const full = aMaterial({
  take: aTake({
    length: 21,
    cues: [
      aCue(3.5, null, "cold-stare"),
      aCue(10.0625, 12.0609, "cut-in", 'And "what" does it <cost>? --> now'),
    ],
  }),
  pauses: [
    [1.25, 1.75],
    [12.1, 13.9999],
  ],
  marks: [{ at: 15.5, kind: "believe", note: "the harbour story" }],
});

describe("WebVTT", () => {
  it("reads as a file of subtitles", async () =>
    expect(await exported(webvtt, full)).toBe(
      [
        "WEBVTT",
        "",
        "NOTE",
        "Bees",
        "",
        "pause-1",
        "00:00:01.250 --> 00:00:01.750",
        "Pause",
        "",
        "cue-1",
        "00:00:03.500 --> 00:00:04.500",
        "Cold stare",
        "",
        "cue-2",
        "00:00:10.062 --> 00:00:12.061",
        'Cut-in: And "what" does it &lt;cost&gt;? --&gt; now',
        "",
        "pause-2",
        "00:00:12.100 --> 00:00:14.000",
        "Pause",
        "",
        "mark-1",
        "00:00:15.500 --> 00:00:16.500",
        "They would believe this: the harbour story",
        "",
      ].join("\n"),
    ));
  it("is read back whole, whatever was typed", () =>
    property(anyMaterial, async (material) =>
      expectLabels(readWebVtt(await exported(webvtt, material)), labelsOf(material), false),
    ));
  it("counts beyond a minute, an hour and 99 of them", async () => {
    const cues = [aCue(59.9996, 60.2), aCue(3_600.0019, 3_661.5), aCue(360_000.25, 360_001)];
    const read = await exported(webvtt, aMaterial({ take: aTake({ length: 360_002, cues }) }));
    expect(read.match(/^.*-->.*$/gm)).toEqual([
      "00:00:59.999 --> 00:01:00.200",
      "01:00:00.001 --> 01:01:01.500",
      "100:00:00.250 --> 100:00:01.000",
    ]);
  });
});

describe("Audacity labels", () => {
  it("are three fields a line", async () =>
    expect(await exported(audacity, full)).toBe(
      [
        "1.250000\t1.750000\tPause",
        "3.500000\t3.500000\tCold stare",
        '10.062500\t12.060900\tCut-in: And "what" does it <cost>? --> now',
        "12.100000\t13.999900\tPause",
        "15.500000\t15.500000\tThey would believe this: the harbour story",
        "",
      ].join("\n"),
    ));
  it("are read back whole, whatever was typed", () =>
    property(anyMaterial, async (material) =>
      expectLabels(readAudacity(await exported(audacity, material)), labelsOf(material), true),
    ));
});

describe("a TextGrid", () => {
  it("has a tier for cues, onsets, pauses and marks", async () => {
    const { from, to, tiers } = readTextGrid(await exported(textgrid, full));
    expect([from, to]).toEqual([0, 21]);
    const said = 'Cut-in: And "what" does it <cost>? --> now';
    expect(
      tiers.map(({ name, labels }) => [
        name,
        labels.filter(({ text }) => text !== "").map(({ at, until, text }) => [at, until, text]),
      ]),
    ).toEqual([
      ["cues", [[10.0625, 12.0609, said]]],
      [
        "cue onsets",
        [
          [3.5, null, "Cold stare"],
          [10.0625, null, said],
        ],
      ],
      [
        "pauses",
        [
          [1.25, 1.75, "Pause"],
          [12.1, 13.9999, "Pause"],
        ],
      ],
      ["marks", [[15.5, null, "They would believe this: the harbour story"]]],
    ]);
  });
  it("is valid and complete, whatever was typed", () =>
    property(anyMaterial, async (material) => {
      const { tiers } = readTextGrid(await exported(textgrid, material));
      const labels = labelsOf(material);
      const track = (name: Label["track"]) => labels.filter((label) => label.track === name);
      const intervals = (name: string) =>
        tiers
          .filter((tier) => tier.kind === "intervals" && tier.name.startsWith(name))
          .flatMap((tier) => tier.labels.filter(({ text }) => text !== ""))
          .sort((a, b) => a.at - b.at);
      const lasting = track("cues").filter(({ at, until, text }) => until !== null && until > at && text);
      const spans = (some: readonly { at: number; until: number | null; text: string }[]) =>
        some.map(({ at, until, text }) => `${at.toFixed(4)} ${until?.toFixed(4)} ${text}`).sort();
      expect(spans(intervals("cues"))).toEqual(spans(lasting));
      const pauses = track("pauses");
      if (material.pauses) expectLabels(intervals("pauses"), pauses, true);
      else expect(tiers.some(({ name }) => name === "pauses")).toBe(false);
      for (const name of ["cues", "marks"] as const) {
        const points =
          tiers.find((tier) => tier.name === (name === "cues" ? "cue onsets" : name))?.labels ?? [];
        for (const { at, text } of track(name))
          expect(points.some((point) => Math.abs(point.at - at) <= WITHIN && point.text.includes(text))).toBe(
            true,
          );
      }
    }));
  it("puts cues that overlap on tiers of their own", async () => {
    const cues = [aCue(1, 5), aCue(2, 4), aCue(4, 6), aCue(4.5, 7)];
    const { tiers } = readTextGrid(await exported(textgrid, aMaterial({ take: aTake({ cues }) })));
    const named = tiers.filter(({ kind }) => kind === "intervals");
    expect(
      named.map(({ name, labels }) => [name, labels.filter(({ text }) => text !== "").map(({ at }) => at)]),
    ).toEqual([
      ["cues", [1]],
      ["cues 2", [2, 4]],
      ["cues 3", [4.5]],
    ]);
  });
  it("of a take that never was is still one", async () => {
    const nothing = aMaterial({ take: aTake({ length: 0, cues: [aCue(0, 0)] }), pauses: [] });
    expect(readTextGrid(await exported(textgrid, nothing)).to).toBe(0.001);
  });
});

/** Praat itself, where it is installed: what it says of a file. */
const hasPraat = spawnSync("praat", ["--version"]).status === 0;

describe.skipIf(!hasPraat)("Praat (skipped where it is not installed: apt-get install praat)", () => {
  it("reads the TextGrid as it was meant", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "offscript-praat-"));
    try {
      const names = namesIn("zh-CN");
      const take = aTake({
        length: 3_723.4567,
        cues: [aCue(0.06, 2.0625, "cut-in", '那"价格"呢？'), aCue(3_600.1234, null, "blank")],
      });
      const marks = [{ at: 61.5009, kind: "weak", note: "=\\bs$" }];
      const pauses = [[3_700.0001, 3_723.4567] as const];
      const grid = path.join(folder, "take.TextGrid");
      writeFileSync(grid, await exported(textgrid, aMaterial({ take, marks, pauses, names })));
      const script = path.join(folder, "read.praat");
      writeFileSync(
        script,
        `form: "Read"
  text: "From", ""
  text: "To", ""
endform
Text writing preferences: "UTF-8"
Read from file: from$
length = Get total duration
writeFileLine: to$, length
tiers = Get number of tiers
for tier to tiers
  name$ = Get tier name: tier
  interval = Is interval tier: tier
  if interval
    count = Get number of intervals: tier
    for i to count
      text$ = Get label of interval: tier, i
      start = Get start time of interval: tier, i
      end = Get end time of interval: tier, i
      if text$ <> ""
        appendFileLine: to$, name$, tab$, fixed$ (start, 6), tab$, fixed$ (end, 6), tab$, text$
      endif
    endfor
  else
    count = Get number of points: tier
    for i to count
      text$ = Get label of point: tier, i
      time = Get time of point: tier, i
      appendFileLine: to$, name$, tab$, fixed$ (time, 6), tab$, tab$, text$
    endfor
  endif
endfor
`,
      );
      const out = path.join(folder, "out.txt");
      const { status, stderr } = spawnSync("praat", ["--run", script, grid, out], { encoding: "utf8" });
      expect(`${status} ${stderr}`).toBe("0 ");
      const [length, ...rows] = readFileSync(out, "utf8").trimEnd().split("\n");
      expect(Number(length)).toBeCloseTo(3_723.4567, 6);
      const said = `${names.cue("cut-in")}: 那"价格"呢？`;
      expect(rows.map((row) => row.split("\t"))).toEqual([
        ["cues", "0.060000", "2.062500", said],
        ["cue onsets", "0.060000", "", said],
        ["cue onsets", "3600.123400", "", names.cue("blank")],
        ["pauses", "3700.000100", "3723.456700", names.pause],
        ["marks", "61.500900", "", `${names.mark("weak")}: =\\bs$`],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
