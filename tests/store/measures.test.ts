import { describe, expect, it } from "vitest";
import { standing } from "../../src/store/backup/merge.ts";
import { isMeasured, measuresOf } from "../../src/store/measures.ts";
import { memoryStores } from "../../src/store/memory.ts";
import { readTake } from "../../src/store/take.ts";
import { aTake, uuid } from "../support/builders.ts";
import { someMeasures } from "../support/measures.ts";

const stored = (measures: unknown) => {
  const read = readTake({ ...aTake(), measures });
  if (!("take" in read)) throw new Error(read.problem);
  return read.take;
};

describe("what was measured of a take", () => {
  it("is read as it was written, from the database and from a backup's text", () => {
    const take = aTake({ measures: someMeasures() });
    expect(measuresOf(stored(someMeasures()))).toEqual(someMeasures());
    expect(measuresOf(JSON.parse(JSON.stringify(take)))).toEqual(someMeasures());
    expect(isMeasured(take)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["left out", undefined],
    ["a word", "fast"],
    ["a number", 4.2],
    ["a list", [1, 2]],
    ["an empty record", {}],
    ["counted in another way", { ...someMeasures(), version: 0 }],
    ["of a newer app", { ...someMeasures(), version: 2 }],
    ["without a number", { ...someMeasures(), syllables: undefined }],
    ["half a syllable", { ...someMeasures(), syllables: 1.5 }],
    ["not a number", { ...someMeasures(), loudness: Number.NaN }],
    ["endless", { ...someMeasures(), duration: Number.POSITIVE_INFINITY }],
    ["before the start", { ...someMeasures(), responseLatency: -1 }],
    ["more speech than time", { ...someMeasures(), phonationTimeRatio: 1.2 }],
    ["speech that ends before it begins", { ...someMeasures(), speech: [[3, 2]] }],
    ["speech without an end", { ...someMeasures(), speech: [[3]] }],
    ["speech in words", { ...someMeasures(), speech: [["1", "2"]] }],
    ["cues in words", { ...someMeasures(), cues: ["cut-in"] }],
  ])("costs no take when it cannot be read, and is measured again: %s", (_, measures) =>
    expect(measuresOf(stored(measures))).toBeNull(),
  );

  it("of a newer app stays where it is, for that app", () => {
    const theirs = { version: 2, warmth: 7 };
    expect(stored(theirs).measures).toEqual(theirs);
  });

  it("is no edit: to a backup the take is still the same, and the backup's copy does not take its place", async () => {
    const { takes } = memoryStores();
    await takes.keep(aTake(), new Blob(), new Float32Array());
    await takes.measured(aTake(), someMeasures());
    const measured = await takes.get(uuid(1));
    expect(measured).toEqual({ ...aTake(), measures: someMeasures() });
    expect(standing(measured, aTake()).is).toBe("same");
    expect(standing(aTake(), measured ?? aTake()).is).toBe("same");
  });
});
