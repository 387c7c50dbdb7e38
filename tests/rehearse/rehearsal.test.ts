import { describe, expect, it } from "vitest";
import { readRehearsal } from "../../src/rehearse/rehearsal.ts";
import { uuid } from "../support/builders.ts";
import { aRehearsal, aRun, price, saving } from "../support/rehearsals.ts";

const full = aRehearsal({
  runs: [
    aRun({
      answers: [{ question: price.id, at: 300, latency: 1.4, rating: 2 }],
      ticks: [{ point: saving.id, at: 100 }],
      openingRating: 4,
    }),
  ],
  debrief: {
    at: { local: "2026-12-01T17:00:00", utcOffset: 480 },
    rating: 4,
    notes: "He left for a call and came back.",
    take: null,
    interruptions: ["Just tell me the price."],
    unexpected: ["Who trains our people?"],
  },
});
const record = (changes: Record<string, unknown>): unknown => ({ ...aRehearsal(), ...changes });

describe("a rehearsal", () => {
  it("is read as it was written, before anything was done and after everything was", () => {
    for (const rehearsal of [aRehearsal(), full]) {
      expect(readRehearsal(rehearsal)).toEqual({ rehearsal });
      expect(readRehearsal(JSON.parse(JSON.stringify(rehearsal)))).toEqual({ rehearsal });
    }
  });

  it.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /^not a record$/],
    ["a newer one", record({ version: 2 }), /^version 2 is newer than this app$/],
    ["one without a title", record({ title: "" }), /^title: /],
    ["one of 61 minutes", record({ length: 3_660 }), /^length: /],
    ["one of a breath", record({ length: 5 }), /^length: /],
    ["six bullets", record({ bullets: Array(6).fill("a") }), /^bullets: /],
    ["a bullet of two lines", record({ bullets: ["a\nb"] }), /^bullets\.0: /],
    ["the same question twice", record({ questions: [price, price] }), /^questions: the same id twice$/],
    ["the same point twice", record({ mustSay: [saving, saving] }), /^mustSay: the same id twice$/],
    [
      "a temper we do not know",
      record({ room: [{ client: "lin", temper: "sleepy" }] }),
      /^room\.0\.temper: /,
    ],
    ["a way we do not know", record({ runs: [{ ...aRun(), way: "half" }] }), /^runs\.0\.way: /],
    [
      "an answer before the start",
      record({ runs: [aRun({ answers: [{ question: uuid(1), at: -1, latency: null, rating: null }] })] }),
      /^runs\.0\.answers\.0\.at: /,
    ],
    ["no moment", record({ at: { local: "2026-12-01", utcOffset: 480 } }), /^at\.local: /],
  ])("is not: %s", (_, value, problem) =>
    expect(readRehearsal(value)).toEqual({ problem: expect.stringMatching(problem) }),
  );
});
