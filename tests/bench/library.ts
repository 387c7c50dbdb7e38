import { seeded } from "../../src/lib/random.ts";
import { LibraryIndex, type LibraryQuery } from "../../src/review/library.ts";
import { median } from "../../src/review/statistics.ts";
import type { Take } from "../../src/store/take.ts";

export type LibraryBench = Readonly<{
  index: number;
  queries: readonly Readonly<{ name: string; first: number; median: number }>[];
}>;

const words =
  "bees harbour licences renewal price 客户 太贵 竞争对手 demo forty per cent 再想想 roadmap".split(" ");

/** How long a library of so many takes needs to be made ready, and for each question that a user may ask. */
export function benchLibrary(take: Take, count: number): LibraryBench {
  const random = seeded(1);
  const some = (most: number) =>
    Array.from(
      { length: Math.ceil(random() * most) },
      () => words[Math.floor(random() * words.length)] ?? "",
    );
  const titles = Array.from({ length: 600 }, () => some(8).join(" ")); // as many as a shelf of decks holds
  const kinds = ["cut-in", "blank", "cold-stare", "wrong-face"];
  const takes = Array.from({ length: count }, (_, number): Take => {
    const day = new Date(Date.UTC(2020, 0, 1) + number * 21_600_000).toISOString().slice(0, 19);
    return {
      ...take,
      id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
      title: { ...take.title, text: titles[number % titles.length] ?? "" },
      notes: some(25).join(" "),
      tags: some(3),
      started: { local: day, utcOffset: 480 },
      language: random() < 0.5 ? "en" : "zh-CN",
      length: 20 + 600 * random(),
      rating: random() < 0.3 ? null : { close: 1 + Math.floor(5 * random()) },
      cues: kinds
        .filter(() => random() < 0.5)
        .map((kind) => ({ kind, at: 1, until: 2, line: null, origin: "plan" })),
    };
  });
  const timed = <T>(work: () => T): [T, number] => {
    const start = performance.now();
    const result = work();
    return [result, performance.now() - start];
  };
  const [library, index] = timed(() => new LibraryIndex(takes));
  const asked: Record<string, LibraryQuery> = {
    everything: {},
    "one letter": { text: "b" },
    "two words": { text: "太贵 harbour" },
    "a word that is nowhere": { text: "zebra" },
    "by title": { order: "title" },
    "all filters": {
      text: "e",
      kinds: ["blank", "cut-in"],
      rating: { least: 2, most: 5 },
      language: "en",
      from: "2021-01-01",
      to: "2025-12-31",
      order: "best",
    },
  };
  const queries = Object.entries(asked).map(([name, query]) => {
    const ask = () => timed(() => library.find(query))[1];
    return { name, first: ask(), median: median(Array.from({ length: 21 }, ask)) ?? Number.NaN };
  });
  return { index, queries };
}
