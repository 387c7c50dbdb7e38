import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipsOf, findClips, newestFirst } from "../../src/review/clips.ts";
import type { Mark, Span } from "../../src/review/marks.ts";
import { always, aTake, uuid } from "../support/builders.ts";

const take = aTake({ length: 60, tags: ["price", "Demo"] });
const mark = (at: number, kind = "believe", note = ""): Mark => ({ at, kind, note });
const cut = (at: number, pauses: readonly Span[] | null = null, length = 60) =>
  clipsOf({ ...take, length }, [mark(at)], pauses).map(({ from, to }) => [from, to])[0];

describe("a clip", () => {
  it("begins before its mark, since a line is marked once it was heard", () =>
    expect(cut(20)).toEqual([14, 22]));
  it("begins and ends in a pause, where one is near", () => {
    const [from = 0, to = 0] =
      cut(20, [
        [12, 12.5],
        [22.9, 23.4],
      ]) ?? [];
    expect(from).toBeCloseTo(12.35, 9);
    expect(to).toBeCloseTo(23.05, 9);
  });
  it("takes no notice of pauses that are far, and is not cut off before its mark", () =>
    expect(
      cut(20, [
        [8, 10],
        [18, 19.5],
        [40, 41],
      ]),
    ).toEqual([14, 22]));
  it("stays inside its take", () => {
    expect(cut(1)).toEqual([0, 3]);
    expect(cut(60)).toEqual([54, 60]);
    expect(cut(0.5, null, 1)).toEqual([0, 1]);
  });
  it("knows where it comes from", () =>
    expect(clipsOf(take, [mark(20, "金句", "the harbour")], null)).toEqual([
      {
        take: take.id,
        title: "Bees",
        language: "en",
        started: take.started,
        kind: "金句",
        note: "the harbour",
        tags: ["price", "Demo"],
        at: 20,
        from: 14,
        to: 22,
      },
    ]));
  it("is made of every mark but fillers, in order", () =>
    expect(clipsOf(take, [mark(30, "weak"), mark(10, "filler"), mark(5)], null).map(({ at }) => at)).toEqual([
      5, 30,
    ]));
  it("is not made of a mark beyond the end", () => expect(cut(61)).toBeUndefined());
  it("holds its mark and lies in its take, whatever the pauses", () =>
    always(
      fc.record({
        at: fc.double({ min: 0, max: 60, noNaN: true }),
        pauses: fc.array(
          fc
            .tuple(fc.double({ min: 0, max: 59, noNaN: true }), fc.double({ min: 0.25, max: 5, noNaN: true }))
            .map(([start, lasts]): Span => [start, start + lasts]),
          { maxLength: 20 },
        ),
      }),
      ({ at, pauses }) => {
        const [from = Number.NaN, to = Number.NaN] = cut(at, pauses) ?? [];
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(at);
        expect(to).toBeGreaterThanOrEqual(at);
        expect(to).toBeLessThanOrEqual(60);
        expect(to - from).toBeGreaterThan(0);
        expect(to - from).toBeLessThan(14);
      },
    ));
});

describe("clips", () => {
  const clips = [
    ...clipsOf(take, [mark(5, "believe", "Hafen"), mark(9, "must-say")], null),
    ...clipsOf(
      { ...take, id: uuid(9), title: { deck: "any", id: "any", text: "客户说太贵了" }, tags: [] },
      [mark(3, "金句")],
      null,
    ),
  ];
  const found = (text: string) =>
    findClips(clips, text, (kind) => (kind === "must-say" ? "这句必须讲" : kind)).map(({ at }) => at);
  it.each([
    ["", [5, 9, 3]],
    ["bees", [5, 9]],
    ["BEES hafen", [5]],
    ["demo", [5, 9]],
    ["太贵", [3]],
    ["金句", [3]],
    ["必须", [9]],
    ["must-say", [9]],
    ["bees 太贵", []],
  ])("are found by title, tag, note and kind: %j", (text, at) => expect(found(text)).toEqual(at));
  it("are shown newest take first, each take's as they were said", () => {
    const newer = clipsOf(
      { ...take, started: { local: "2026-12-01T08:00:00", utcOffset: 480 } },
      [mark(7), mark(2)],
      null,
    );
    expect(newestFirst([...clips, ...newer]).map(({ at }) => at)).toEqual([2, 7, 3, 5, 9]);
  });
});
