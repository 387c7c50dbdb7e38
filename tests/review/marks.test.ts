import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  fillersToConfirm,
  isKnownMark,
  type Mark,
  marksSchema,
  pausesOf,
  spansOf,
  withMark,
  withoutMark,
} from "../../src/review/marks.ts";
import { always } from "../support/builders.ts";

const mark = (at: number, kind = "believe", note = ""): Mark => ({ at, kind, note });

describe("marks", () => {
  it("are in order, whatever order they are made in", () =>
    always(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (times) => {
      const marks = times.reduce<Mark[]>((all, at) => withMark(all, mark(at)), []);
      expect(marks.map(({ at }) => at)).toEqual(times.toSorted((a, b) => a - b));
      expect(
        v.parse(
          marksSchema,
          times.map((at) => mark(at)),
        ),
      ).toEqual(marks);
    }));
  it("at the same second stay in the order they were made", () =>
    expect(withMark([mark(3, "weak")], mark(3, "believe")).map(({ kind }) => kind)).toEqual([
      "weak",
      "believe",
    ]));
  it("are taken back one at a time, although another looks the same", () => {
    const [first, second] = [mark(3), mark(3)];
    expect(withoutMark([first, second], second)).toEqual([first]);
    expect(withoutMark([first, second], second)[0]).toBe(first);
  });
  it("may be of a kind of the user's own", () => {
    expect(v.parse(marksSchema, [mark(1, " 金句 ")])).toEqual([mark(1, "金句")]);
    expect([isKnownMark("must-say"), isKnownMark("金句"), isKnownMark("constructor")]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it.each([
    [mark(-1)],
    [mark(Number.NaN)],
    [mark(Number.POSITIVE_INFINITY)],
    [mark(1, "  ")],
    [mark(1, "x".repeat(61))],
    [mark(1, "weak", "x".repeat(2_001))],
    [{ at: 1, kind: "weak" }],
    [null],
  ])("are refused when they are none: %j", (bad) =>
    expect(v.safeParse(marksSchema, [bad]).success).toBe(false),
  );
});

describe("fillers to confirm", () => {
  it("are those that nobody tapped yet; a tap comes a little late", () =>
    expect(
      fillersToConfirm(
        [
          [1, 1.4],
          [5, 5.3],
          [9, 9.5],
        ],
        [mark(1.9, "filler"), mark(5.1, "weak"), mark(11, "filler")],
      ),
    ).toEqual([
      [5, 5.3],
      [9, 9.5],
    ]));
});

describe("spans in the stored measures", () => {
  it("are read in order, and those of no length left out", () =>
    expect(
      pausesOf({
        measures: {
          pauses: [
            [4, 5],
            [1, 1],
            [2, 2.5],
          ],
        },
      }),
    ).toEqual([
      [2, 2.5],
      [4, 5],
    ]));
  it("are known to be none when none were found", () =>
    expect(pausesOf({ measures: { pauses: [] } })).toEqual([]));
  it.each([
    [null],
    [{}],
    [{ pauses: null }],
    [{ pauses: 3 }],
    [{ pauses: [[1]] }],
    [{ pauses: [[1, "2"]] }],
    [{ pauses: [[1, 2, 3]] }],
    [{ pauses: [[-1, 2]] }],
  ])("are unknown when they were not measured, or are not what they should be: %j", (measures) =>
    expect(spansOf(measures, "pauses")).toBeNull(),
  );
});
