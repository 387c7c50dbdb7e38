import { describe, expect, it } from "vitest";
import { circles, type FieldRep, hasCome, readFieldRep, skills } from "../../src/field/fieldRep.ts";
import { dayOfDate } from "../../src/lib/calendarDay.ts";
import { practiceOf } from "../../src/progress/practice.ts";
import { uuid } from "../support/builders.ts";

const rep = (changes: Partial<FieldRep> = {}): FieldRep => ({
  version: 1,
  id: uuid(7),
  circle: "salon",
  date: "2026-11-19",
  firstStep: "me",
  verdict: "believed",
  why: "I said what we cannot do.",
  people: 4,
  skill: "first-step",
  debrief: uuid(8),
  notes: "",
  entered: { local: "2026-11-21T09:30:00", utcOffset: 480 },
  changed: 1_795_224_600_000,
  binned: null,
  ...changes,
});
const record = (changes: Record<string, unknown>): unknown => ({ ...rep(), ...changes });

describe("a field rep", () => {
  it("is read as it was written, as text too", () => {
    expect(readFieldRep(rep())).toEqual({ rep: rep() });
    expect(readFieldRep(JSON.parse(JSON.stringify(rep())))).toEqual({ rep: rep() });
  });

  it("may say as little as where and when", () => {
    const bare = rep({ firstStep: null, verdict: null, why: "", people: null, skill: null, debrief: null });
    expect(readFieldRep(bare)).toEqual({ rep: bare });
  });

  it("may be of every circle and skill", () => {
    for (const circle of circles)
      for (const skill of skills)
        expect(readFieldRep(rep({ circle, skill }))).toEqual({ rep: rep({ circle, skill }) });
  });

  it("leaves out what does not belong to it", () =>
    expect(readFieldRep(record({ virus: "here" }))).toEqual({ rep: rep() }));

  it.each<[string, unknown, RegExp]>([
    ["nothing", null, /^not a record$/],
    ["no version", {}, /^no version$/],
    ["a newer one", record({ version: 2 }), /^version 2 is newer than this app$/],
    ["a path for an id", record({ id: "../etc" }), /^id: /],
    ["a place we do not know", record({ circle: "moon" }), /^circle: /],
    ["a day there is not", record({ date: "2026-02-29" }), /^date: no such date$/],
    ["a time for a day", record({ date: "2026-11-19T10:00:00" }), /^date: /],
    ["half a person", record({ people: 1.5 }), /^people: /],
    ["fewer than nobody", record({ people: -1 }), /^people: /],
    ["a debrief that is no take", record({ debrief: "yes" }), /^debrief: /],
    ["two lines for one", record({ why: "one\ntwo" }), /^why: more than one line$/],
    ["a line without end", record({ why: "x".repeat(281) }), /^why: /],
    ["no change", record({ changed: undefined }), /^changed: /],
  ])("is not: %s", (_, value, problem) =>
    expect(readFieldRep(value)).toEqual({ problem: expect.stringMatching(problem) }),
  );

  it("may be dated back as far as one likes, and not ahead", () => {
    const today = dayOfDate("2026-11-21");
    expect(["1999-12-31", "2026-11-20", "2026-11-21"].every((date) => hasCome(date, today))).toBe(true);
    expect(["2026-11-22", "2026-02-29", "soon"].some((date) => hasCome(date, today))).toBe(false);
  });

  it("counts for the rhythm on its own day, as it is", () =>
    expect([...practiceOf([], [rep()])]).toEqual([[dayOfDate("2026-11-19"), 1]]));
});
