import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/review/marks.ts";
import {
  LEFT_OF_SILENCE,
  playFrom,
  playLength,
  playPlan,
  SKIPPED_FROM,
  silencesBetween,
} from "../../src/review/skipping.ts";
import { always } from "../support/builders.ts";

describe("skipping silences", () => {
  it("leaves a breath on either side of what it skips", () =>
    expect(playPlan([[5, 8]], 20)).toEqual([
      [0, 5.25],
      [7.75, 20],
    ]));
  it("leaves short silences alone", () => expect(playPlan([[5, 5.99]], 20)).toEqual([[0, 20]]));
  it("plays everything when nothing is silent", () => expect(playPlan([], 20)).toEqual([[0, 20]]));
  it("plays nothing of no take", () => expect(playPlan([], 0)).toEqual([]));
  it("plays a cue that struck in a silence", () =>
    expect(playPlan([[5, 15]], 20, [[8, 10]])).toEqual([
      [0, 5.25],
      [8, 10],
      [14.75, 20],
    ]));
  it("takes silences in any order, overlapping or not", () =>
    expect(
      playPlan(
        [
          [7, 9],
          [5, 8],
        ],
        20,
      ),
    ).toEqual([
      [0, 5.25],
      [8.75, 20],
    ]));
});

const anySpans = (length: number) =>
  fc.array(
    fc
      .tuple(fc.double({ min: 0, max: length, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }))
      .map(([start, lasts]): Span => [start, Math.min(length, start + lasts)]),
    { maxLength: 15 },
  );

it("skips only what is silent, not near a word, and not kept; and all of that", () =>
  always(
    fc.record({
      silences: anySpans(60),
      kept: anySpans(60),
      time: fc.double({ min: 0, max: 59.9, noNaN: true }),
    }),
    ({ silences, kept, time }) => {
      const plan = playPlan(silences, 60, kept);
      let end = Number.NEGATIVE_INFINITY;
      for (const [start, to] of plan) {
        expect(start).toBeGreaterThan(end);
        expect(to).toBeGreaterThan(start);
        end = to;
      }
      const inside = (spans: readonly Span[], at: number) =>
        spans.some(([start, to]) => at > start && at < to);
      const played = plan.some(([start, to]) => time >= start && time <= to);
      if (inside(kept, time)) expect(played).toBe(true);
      if (!played) {
        expect(inside(silences, time)).toBe(true);
        expect(inside(silences, time - LEFT_OF_SILENCE + 1e-9)).toBe(true);
        expect(inside(silences, time + LEFT_OF_SILENCE - 1e-9)).toBe(true);
      }
      const deep = silences.some(
        ([start, to]) =>
          to - start >= SKIPPED_FROM && time > start + LEFT_OF_SILENCE && time < to - LEFT_OF_SILENCE,
      );
      const near = kept.some(([start, to]) => to > start && time >= start && time <= to);
      if (deep && !near) expect(played).toBe(false);
      expect(playLength(plan)).toBeLessThanOrEqual(60 + 1e-9);
    },
    1_000,
  ));

describe("where playing goes on", () => {
  const plan = playPlan(
    [
      [5, 8],
      [12, 20],
    ],
    20,
  );
  it.each([
    [0, 0],
    [5, 5],
    [5.25, 7.75],
    [6, 7.75],
    [7.75, 7.75],
    [12.3, 19.75],
    [19.9, 19.9],
    [20, null],
    [25, null],
  ])("after %d s: %d", (time, next) => expect(playFrom(plan, time)).toBe(next));
});

describe("what is silent between speech", () => {
  it("is before it, between, and after", () =>
    expect(
      silencesBetween(
        [
          [2, 5],
          [6, 8],
          [7, 9],
        ],
        10,
      ),
    ).toEqual([
      [0, 2],
      [5, 6],
      [9, 10],
    ]));
  it("is all of it when nobody speaks", () => expect(silencesBetween([], 10)).toEqual([[0, 10]]));
});
