import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { draftSchema, keptFacts } from "../../src/store/draft.ts";
import { readTake } from "../../src/store/take.ts";
import { aDraft, aTake } from "../support/builders.ts";

const reads = (value: unknown) => v.safeParse(draftSchema, value).success;

describe("a draft", () => {
  it("is read as it was written", () => expect(v.parse(draftSchema, aDraft())).toEqual(aDraft()));
  it("may be one that nobody was given the go for", () =>
    expect(reads(aDraft({ goAt: null, cues: [] }))).toBe(true));
  it("may have a cue that lasts", () => {
    const [cue] = aDraft().cues;
    expect(cue && reads(aDraft({ cues: [{ ...cue, until: null }] }))).toBe(true);
  });
  it("counts moments on a clock, which may have begun after it", () =>
    expect(reads(aDraft({ requestedAt: -5, goAt: -1 }))).toBe(true));
  it.each(["version", "id", "plan", "type", "requestedAt", "goAt", "cues", "microphone"] as const)(
    "is none without its %s",
    (name) => {
      const { [name]: _, ...rest } = aDraft();
      expect(reads(rest)).toBe(false);
    },
  );
  it("is none of another version", () => expect(reads({ ...aDraft(), version: 2 })).toBe(false));
});

it("gives a take all the facts that it keeps as they are", () => {
  const draft = aDraft();
  const facts = keptFacts(draft);
  expect(draft).toMatchObject(facts);
  const { length, goAt, cues, audio, cutShort, recovered, measures, rating, notes, tags, changed, binned } =
    aTake();
  const rest = {
    length,
    goAt,
    cues,
    audio,
    cutShort,
    recovered,
    measures,
    rating,
    notes,
    tags,
    changed,
    binned,
  };
  expect(readTake({ version: 1, ...facts, ...rest })).toEqual({ take: aTake() });
});
