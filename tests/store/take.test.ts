import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { draftSchema, keptFacts } from "../../src/store/draft.ts";
import { readTake, type Take } from "../../src/store/take.ts";
import { aDraft, aTake, uuid } from "../support/builders.ts";

/** A record as an older app, a broken disk or a stranger's file may hold it. */
const record = (changes: Record<string, unknown>): unknown => ({ ...aTake(), ...changes });
const problemOf = (value: unknown): string => {
  const read = readTake(value);
  if ("take" in read) throw new Error("this take was read");
  return read.problem;
};

describe("a take", () => {
  it("is read as it was written", () => expect(readTake(aTake())).toEqual({ take: aTake() }));

  it("survives being stored as text", () =>
    expect(readTake(JSON.parse(JSON.stringify(aTake({ rating: { opening: 4 }, tags: ["board"] }))))).toEqual({
      take: aTake({ rating: { opening: 4 }, tags: ["board"] }),
    }));

  it.each<[string, Partial<Take>]>([
    ["one without cues", { cues: [] }],
    [
      "one whose cue still lasted at its end",
      { cues: [{ kind: "blank", at: 1, until: null, line: null, origin: "plan" }] },
    ],
    [
      "one with a cue that we have since removed",
      { cues: [{ kind: "trombone", at: 1, until: 2, line: null, origin: "partner" }] },
    ],
    ["one whose gaps could not be found", { audio: { ...aTake().audio, gaps: null } }],
    ["one with holes", { audio: { ...aTake().audio, gaps: [{ at: 3, length: 0.42 }] } }],
    ["one that a crash cut short", { recovered: true, cutShort: "lost" }],
    ["one in the bin", { binned: 1_795_000_000_000 }],
    ["one with a scale that was skipped", { rating: { opening: 1, close: 5 } }],
    ["one with measures that we do not know", { measures: { pace: { perMinute: 110 } } }],
    ["one of no length", { length: 0, goAt: 0 }],
    ["one from the far side of the date line", { started: { local: "2026-11-21T00:00:00", utcOffset: 840 } }],
  ])("is read: %s", (_, changes) => expect(readTake(aTake(changes))).toEqual({ take: aTake(changes) }));

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "not a record"],
    ["null", null, "not a record"],
    ["a word", "take", "not a record"],
    ["a record without a version", {}, "no version"],
    ["a version that is a word", record({ version: "1" }), "no version"],
    ["a version between two", record({ version: 1.5 }), "no version"],
    ["a version before the first", record({ version: 0 }), "no version"],
    ["a take of a newer app", record({ version: 3 }), "version 3 is newer than this app"],
  ])("is not read: %s", (_, value, problem) => expect(problemOf(value)).toBe(problem));

  it.each<[string, Record<string, unknown>, string]>([
    ["an id that is none", { id: "../../etc/passwd" }, "id"],
    ["a round before the first", { round: -1 }, "round"],
    ["a language we do not speak", { language: "tlh" }, "language"],
    ["a plan without rounds", { plan: { seed: 7 } }, "plan"],
    ["a date that is none", { started: { local: "yesterday", utcOffset: 0 } }, "started.local"],
    [
      "an offset of a day",
      { started: { local: "2026-11-21T09:30:00", utcOffset: 1440 } },
      "started.utcOffset",
    ],
    ["a length before the start", { length: -1 }, "length"],
    ["a length without end", { length: Number.POSITIVE_INFINITY }, "length"],
    ["a length that is no number", { length: Number.NaN }, "length"],
    [
      "a cue before the start",
      { cues: [{ kind: "blank", at: -1, until: null, line: null, origin: "plan" }] },
      "cues.0.at",
    ],
    ["a pressure of six", { pressure: 6 }, "pressure"],
    ["a checksum that is none", { audio: { ...aTake().audio, sha256: "ABC" } }, "audio.sha256"],
    ["half a byte", { audio: { ...aTake().audio, bytes: 0.5 } }, "audio.bytes"],
    ["a mark of zero", { rating: { thread: 0 } }, "rating.thread"],
    ["a mark of six", { rating: { thread: 6 } }, "rating.thread"],
    ["half a mark", { rating: { thread: 3.5 } }, "rating.thread"],
    ["tags that are no list", { tags: "board" }, "tags"],
  ])("is not read, and its fault is named: %s", (_, changes, place) =>
    expect(problemOf(record(changes))).toMatch(new RegExp(`^${place.replaceAll(".", "\\.")}: `)),
  );

  it("is not read when anything but what has a usual value is missing", () => {
    for (const key of Object.keys(aTake()).filter((name) => !["version", "measures"].includes(name))) {
      const { [key]: _, ...rest } = aTake() as Record<string, unknown>;
      expect(problemOf(rest)).toMatch(new RegExp(`^${key}: `));
    }
  });

  it("is read as an older app stored it: a first version had no outline, and no title that changed", () => {
    const { outline: _, turn: __, ...first } = { ...aTake(), version: 1 };
    expect(readTake(first)).toEqual({ take: aTake() });
  });

  it("leaves out what does not belong to it", () =>
    expect(readTake(record({ virus: "here", __proto__: { admin: true } }))).toEqual({ take: aTake() }));
});

describe("a draft", () => {
  it("is read as it was written, before the go and after it", () => {
    for (const draft of [aDraft(), aDraft({ goAt: null, cues: [] })])
      expect(v.parse(draftSchema, draft)).toEqual(draft);
  });

  it("is not read without its clock, its type or its id", () => {
    for (const key of ["requestedAt", "type", "id", "goAt", "cues", "microphone"]) {
      const { [key]: _, ...rest } = aDraft() as Record<string, unknown>;
      expect(v.is(draftSchema, rest)).toBe(false);
    }
  });

  it("is read as an older app left it in a crash", () => {
    const { outline: _, turn: __, ...first } = aDraft();
    expect(v.parse(draftSchema, first)).toEqual(aDraft());
  });

  it("gives a take all that is known before its end", () => {
    const draft = aDraft({ id: uuid(9), round: 2, pressure: 5 });
    const kept = keptFacts(draft);
    expect(readTake({ ...aTake(), ...kept })).toEqual({
      take: { ...aTake(), id: uuid(9), round: 2, pressure: 5 },
    });
    for (const [key, value] of Object.entries(kept)) expect(value).toEqual(draft[key as keyof typeof draft]);
    expect(kept).not.toHaveProperty("requestedAt");
    expect(kept).not.toHaveProperty("cues");
  });
});
