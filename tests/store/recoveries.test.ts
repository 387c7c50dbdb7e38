import { describe, expect, it } from "vitest";
import { recoveriesOf } from "../../src/store/recoveries.ts";
import { aTake } from "../support/builders.ts";

const of = (cues: unknown, rest: Record<string, unknown> = {}) =>
  recoveriesOf([aTake({ measures: { cues, ...rest } as Record<string, unknown> })]);
const recoveries = (cues: unknown, rest?: Record<string, unknown>) =>
  of(cues, rest).map(({ recovery }) => recovery);

describe("what takes tell of recoveries", () => {
  it("is nothing without measures, or with ones that know of no cues", () => {
    expect(recoveriesOf([aTake()])).toEqual([]);
    for (const cues of [undefined, null, "many", {}]) expect(of(cues)).toEqual([]);
  });
  it("is the recovery of each cue, or that it held, or that it is unknown", () =>
    expect(
      recoveries([
        { kind: "cut-in", at: 3, until: 5, recovery: 0.8, held: false },
        { kind: "cold-stare", at: 9, until: 12, recovery: null, held: true },
        { kind: "blank", at: 20, until: 25, recovery: null, held: false },
        { kind: "cut-in", at: 30 },
        { kind: "gone-since", at: 31, recovery: 2 },
      ]),
    ).toEqual([0.8, "held", null, null, 2]));
  it("leaves out what is no cue, and keeps the others", () =>
    expect(
      recoveries([
        null,
        7,
        { kind: 7, at: 1 },
        { kind: "blank", at: "1" },
        { kind: "blank", at: 1, recovery: 1 },
      ]),
    ).toEqual([1]));
  it("is in the order it happened, across takes and time zones", () => {
    const take = (local: string, utcOffset: number, recovery: number) =>
      aTake({ started: { local, utcOffset }, measures: { cues: [{ kind: "blank", at: 10, recovery }] } });
    const facts = recoveriesOf([take("2026-11-21T09:00:00", 480, 1), take("2026-11-21T02:00:00", 0, 2)]);
    expect(facts.map(({ at }) => at)).toEqual([
      Date.UTC(2026, 10, 21, 1) / 1000 + 10,
      Date.UTC(2026, 10, 21, 2) / 1000 + 10,
    ]);
  });
});

describe("where nothing was to be said", () => {
  const silence = { kind: "silence", at: 60, until: 66, recovery: null, held: false };
  it("saying nothing is what holds; the last word may ring on, and a cough is no word", () => {
    expect(recoveries([silence], { speech: [[50, 60.4]] })).toEqual(["held"]);
    expect(
      recoveries([silence], {
        speech: [
          [50, 59],
          [62, 62.2],
        ],
      }),
    ).toEqual(["held"]);
  });
  it("talk is no recovery, whatever the measures call it", () => {
    expect(
      recoveries([{ ...silence, recovery: 0 }], {
        speech: [
          [50, 60],
          [62, 64],
        ],
      }),
    ).toEqual([Number.POSITIVE_INFINITY]);
    expect(recoveries([{ ...silence, held: true }], { speech: [[50, 66]] })).toEqual([
      Number.POSITIVE_INFINITY,
    ]);
  });
  it("is unknown where speech was not measured", () => {
    expect(recoveries([silence])).toEqual([null]);
    expect(recoveries([silence], { speech: "much" })).toEqual([null]);
    expect(recoveries([{ ...silence, until: null }], { speech: [] })).toEqual([null]);
  });
});
