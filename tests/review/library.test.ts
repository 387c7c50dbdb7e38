import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LibraryIndex, type LibraryQuery, libraryOrders } from "../../src/review/library.ts";
import { meanRating } from "../../src/review/takeFacts.ts";
import type { Take } from "../../src/store/take.ts";
import { always, aTake, uuid } from "../support/builders.ts";
import { aCue } from "../support/exporting.ts";

const title = (text: string) => ({ deck: "any", id: "any", text });
const on = (day: string, utcOffset = 480) => ({ local: `${day}T09:30:00`, utcOffset });
const shelf: Take[] = [
  aTake({
    id: uuid(1),
    title: title("Bees"),
    started: on("2026-01-05"),
    length: 30,
    notes: "slower",
    rating: { close: 2 },
  }),
  aTake({
    id: uuid(2),
    title: title("客户说：太贵了"),
    language: "zh-CN",
    started: on("2026-03-01"),
    length: 90,
    cues: [aCue(3, 5, "blank"), aCue(20, 22, "blank")],
    rating: { close: 5, opening: 4 },
  }),
  aTake({
    id: uuid(3),
    title: title("Naïve ＳａａＳ renewal"),
    started: on("2026-02-10"),
    length: 60,
    tags: ["Price"],
    cues: [],
  }),
];
const index = new LibraryIndex(shelf);
const found = (query: LibraryQuery) => index.find(query).map(({ id }) => Number(id.slice(-1)));

describe("the library", () => {
  it("shows all, newest first, when nothing is asked", () => expect(found({})).toEqual([2, 3, 1]));
  it.each<[string, number[]]>([
    ["bees", [1]],
    ["BEE slow", [1]],
    ["naive saas", [3]],
    ["price", [3]],
    ["太贵", [2]],
    ["  ", [2, 3, 1]],
    ["bees price", []],
    ["(", []],
  ])("finds every word of %j in title, notes and tags", (text, ids) => expect(found({ text })).toEqual(ids));
  it("finds words and not what runs across two fields", () =>
    expect(found({ text: "beesslower" })).toEqual([]));
  it("asks for kinds of cue: any of them", () => {
    expect(found({ kinds: ["blank"] })).toEqual([2]);
    expect(found({ kinds: ["blank", "cut-in"] })).toEqual([2, 1]);
    expect(found({ kinds: [] })).toEqual([2, 3, 1]);
    expect(found({ kinds: ["constructor"] })).toEqual([]);
  });
  it("asks for ratings, and for takes that have none", () => {
    expect(found({ rating: { least: 4.5, most: 5 } })).toEqual([2]);
    expect(found({ rating: { least: 1, most: 5 } })).toEqual([2, 1]);
    expect(found({ rating: "unrated" })).toEqual([3]);
  });
  it("asks for a language and for days, both included", () => {
    expect(found({ language: "en" })).toEqual([3, 1]);
    expect(found({ from: "2026-02-10", to: "2026-03-01" })).toEqual([2, 3]);
    expect(found({ to: "2026-02-09" })).toEqual([1]);
  });
  it("counts days as the wall showed them where the take was recorded", () => {
    const late = aTake({ started: { local: "2026-06-01T00:30:00", utcOffset: 840 } }); // still May in UTC
    expect(new LibraryIndex([late]).find({ from: "2026-06-01", to: "2026-06-01" })).toHaveLength(1);
  });
  it("is put in order", () => {
    expect(found({ order: "oldest" })).toEqual([1, 3, 2]);
    expect(found({ order: "longest" })).toEqual([2, 3, 1]);
    expect(found({ order: "best" })).toEqual([2, 1, 3]);
    expect(index.find({ order: "title" }).map((take) => take.title.text[0])).toEqual(["客", "B", "N"]);
  });
  it("asks everything at once", () =>
    expect(
      found({
        text: "e",
        kinds: ["cut-in"],
        rating: { least: 1, most: 3 },
        language: "en",
        from: "2026-01-05",
        to: "2026-01-05",
        order: "title",
      }),
    ).toEqual([1]));
});

const anyShelf = fc.array(
  fc
    .record({
      text: fc.constantFrom("Bees", "Wasps", "太贵了", "renewal"),
      day: fc.integer({ min: 1, max: 28 }),
      length: fc.integer({ min: 1, max: 5 }),
      kinds: fc.subarray(["blank", "cut-in", "cold-stare"]),
      close: fc.option(fc.integer({ min: 1, max: 5 })),
      language: fc.constantFrom<Take["language"]>("en", "zh-CN"),
    })
    .map(({ text, day, length, kinds, close, language }) =>
      aTake({
        title: title(text),
        started: on(`2026-01-${String(day).padStart(2, "0")}`),
        length,
        language,
        cues: kinds.map((kind) => aCue(1, 2, kind)),
        rating: close === null ? null : { close },
      }),
    ),
  { maxLength: 30 },
);
const anyQuery: fc.Arbitrary<LibraryQuery> = fc.record(
  {
    text: fc.constantFrom("bees", "太", "a", ""),
    kinds: fc.subarray(["blank", "cut-in"]),
    rating: fc.constantFrom<NonNullable<LibraryQuery["rating"]>>("unrated", { least: 2, most: 4 }),
    language: fc.constantFrom<Take["language"]>("en", "zh-CN"),
    from: fc.constant("2026-01-10"),
    to: fc.constant("2026-01-20"),
    order: fc.constantFrom(...libraryOrders),
  },
  { requiredKeys: [] },
);

it("finds what looking at every take by itself finds, each once, in its order", () =>
  always(fc.tuple(anyShelf, anyQuery), ([takes, query]) => {
    const library = new LibraryIndex(takes);
    const result = library.find(query);
    const fits = (take: Take) => {
      const mean = meanRating(take.rating);
      const day = take.started.local.slice(0, 10);
      return (
        take.title.text.toLowerCase().includes(query.text ?? "") &&
        (!query.kinds?.length || take.cues.some(({ kind }) => query.kinds?.includes(kind))) &&
        (query.language ?? take.language) === take.language &&
        day >= (query.from ?? "") &&
        day <= (query.to ?? "9") &&
        (query.rating === undefined ||
          (query.rating === "unrated" ? mean === null : mean !== null && mean >= 2 && mean <= 4))
      );
    };
    expect(new Set(result)).toEqual(new Set(takes.filter(fits)));
    expect(result).toHaveLength(takes.filter(fits).length);
    const order = query.order ?? "newest";
    const key = (take: Take): number =>
      ({
        newest: -Date.parse(take.started.local),
        oldest: Date.parse(take.started.local),
        longest: -take.length,
        best: -(meanRating(take.rating) ?? 0),
        title: 0,
      })[order];
    for (const [at, take] of result.entries())
      if (at > 0) expect(key(take)).toBeGreaterThanOrEqual(key(result[at - 1] ?? take));
    expect(library.find(query)).toEqual(result);
  }));
