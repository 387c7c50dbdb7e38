import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AFTER_CUE, BEFORE_CUE, reelLength, reelOf, reelOver } from "../../src/review/reel.ts";
import { always, aTake, uuid } from "../support/builders.ts";
import { aCue } from "../support/exporting.ts";

const parts = (length: number, ...times: number[]) =>
  reelOf(
    times.map((at) => aCue(at)),
    length,
  ).map(({ from, to, cues }) => [from, to, cues.length]);

describe("the recovery reel", () => {
  it("plays from 3 s before a cue to 8 s after it", () => expect(parts(60, 20)).toEqual([[17, 28, 1]]));
  it("plays no second twice: parts that overlap or touch are one", () => {
    expect(parts(60, 10, 15)).toEqual([[7, 23, 2]]);
    expect(parts(60, 10, 21)).toEqual([[7, 29, 2]]);
    expect(parts(60, 10, 21.001)).toEqual([
      [7, 18, 1],
      [18.001, 29.001, 1],
    ]);
  });
  it("stays inside the take", () => {
    expect(parts(60, 1, 58)).toEqual([
      [0, 9, 1],
      [55, 60, 1],
    ]);
    expect(parts(1, 0.5)).toEqual([[0, 1, 1]]);
    expect(parts(20, 25)).toEqual([[17, 20, 1]]);
    expect(parts(0, 0)).toEqual([]);
  });
  it("of a take without cues is empty", () => expect(reelOf([], 60)).toEqual([]));

  const anyTake = fc.double({ min: 0.1, max: 300, noNaN: true }).chain((length) =>
    fc.record({
      length: fc.constant(length),
      times: fc.array(fc.double({ min: 0, max: length, noNaN: true }), { maxLength: 40 }),
    }),
  );
  it("never overlaps, lies inside, and has every cue in a part with all of its seconds", () =>
    always(anyTake, ({ length, times }) => {
      const cues = times.map((at) => aCue(at));
      const reel = reelOf(cues, length);
      let end = Number.NEGATIVE_INFINITY;
      for (const { from, to } of reel) {
        expect(from).toBeGreaterThan(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(reel.every(({ from, to }) => from >= 0 && to <= length)).toBe(true);
      expect(reel.flatMap((part) => part.cues)).toHaveLength(cues.length);
      for (const cue of cues) {
        const part = reel.find((each) => each.cues.includes(cue));
        expect(part?.from).toBeLessThanOrEqual(Math.max(0, cue.at - BEFORE_CUE));
        expect(part?.to).toBeGreaterThanOrEqual(Math.min(length, cue.at + AFTER_CUE));
      }
    }));
  it("plays nothing that no cue asks for", () =>
    always(anyTake, ({ length, times }) => {
      const reel = reelOf(
        times.map((at) => aCue(at)),
        length,
      );
      const wanted = (second: number) =>
        times.some((at) => second >= at - BEFORE_CUE && second <= at + AFTER_CUE);
      for (const { from, to } of reel)
        for (let share = 0; share <= 20; share++)
          expect(wanted(from + ((to - from) * share) / 20 - 1e-9 * share)).toBe(true);
    }));
  it("is as long as its parts", () => expect(reelLength(reelOf([aCue(20), aCue(40)], 60))).toBe(22));
});

describe("the reel over many takes", () => {
  const take = (number: number, day: string, utcOffset = 480) =>
    aTake({
      id: uuid(number),
      length: 60,
      started: { local: `${day}T09:30:00`, utcOffset },
      cues: [aCue(10, 12, "blank"), aCue(40, 42, "cut-in")],
    });
  it("goes from the oldest to the newest, one kind of cue only", () =>
    expect(
      reelOver([take(3, "2026-11-21"), take(1, "2026-01-05"), take(2, "2026-11-21", 540)], "blank").map(
        ({ take, from, cues }) => [take, from, cues.map(({ kind }) => kind)],
      ),
    ).toEqual([
      [uuid(1), 7, ["blank"]],
      [uuid(2), 7, ["blank"]], // the same hour, farther east: earlier
      [uuid(3), 7, ["blank"]],
    ]));
  it("is of all kinds when none is named", () => expect(reelOver([take(1, "2026-01-05")])).toHaveLength(2));
});
