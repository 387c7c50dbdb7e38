import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measures as english } from "../../src/i18n/en/measures.ts";
import { measuresPage } from "../../src/i18n/measuresPage.ts";
import { measures as chinese } from "../../src/i18n/zh-CN/measures.ts";
import { ABOVE, LEAST, STEP } from "../../src/measure/fillers.ts";
import { measure } from "../../src/measure/measure.ts";
import { LEAST_SPEECH, LEAST_WINDOW } from "../../src/measure/pace.ts";
import { LONG_PAUSE, PAUSE } from "../../src/measure/pauses.ts";
import { AROUND, HOLD } from "../../src/measure/recovery.ts";
import { CLOSURE, CLOSURE_IN_NOISE, HEAD, TAIL } from "../../src/measure/speech.ts";
import { DEPTH, DIP, HIGHEST, LOWEST } from "../../src/measure/syllables.ts";

describe("the page about the measures", () => {
  it("is made of the app's words: npm run docs writes it", () =>
    expect(readFileSync(new URL("../../docs/measures.md", import.meta.url), "utf8")).toBe(measuresPage()));

  it("tells of every number that is printed", () => {
    const told = new Set(Object.keys(english.list));
    const elsewhere = ["duration", "cues"]; // one needs no words, the other holds three that have
    for (const name of Object.keys(measure(new Float32Array(), 16_000)))
      expect(told.has(name) || elsewhere.includes(name), name).toBe(true);
  });

  const spaced = (value: number) =>
    value >= 1_000 ? `${Math.floor(value / 1_000)} ${String(value % 1_000).padStart(3, "0")}` : String(value);
  it.each<[keyof typeof english.list, readonly number[]]>([
    ["speech", [5, HEAD * 10, TAIL * 10, CLOSURE * 10, CLOSURE_IN_NOISE * 10]],
    ["stopLatency", [PAUSE * 1_000]],
    ["recovery", [PAUSE * 1_000]],
    ["held", [PAUSE * 1_000, HOLD]],
    ["pauses", [PAUSE * 1_000, LONG_PAUSE]],
    ["phonationTimeRatio", [LEAST_SPEECH]],
    ["speechRate", [LEAST_SPEECH]],
    ["articulationRate", [LEAST_SPEECH]],
    ["meanLengthOfRun", [PAUSE * 1_000, LEAST_SPEECH]],
    ["around", [AROUND, LEAST_WINDOW, LEAST_SPEECH]],
    ["syllables", [LOWEST, HIGHEST, DIP, DEPTH]],
    ["fillers", [LEAST * 10, STEP, ABOVE]],
  ])("has the thresholds that %s is counted by, in both languages", (name, thresholds) => {
    for (const { list } of [english, chinese])
      for (const threshold of thresholds)
        expect(`${list[name].how} ${list[name].unknown}`).toMatch(
          new RegExp(`(?<![\\d.])${spaced(threshold)}(?![\\d.]\\d)`),
        );
  });
});
