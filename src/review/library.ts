import { epochOf } from "../lib/day.ts";
import type { Take } from "../store/take.ts";
import { folded, searchWords } from "./folded.ts";
import { meanRating } from "./takeFacts.ts";

/** What takes can be put in order by; each has a first direction that most people mean. */
export const libraryOrders = ["newest", "oldest", "longest", "best", "title"] as const;
export type LibraryOrder = (typeof libraryOrders)[number];

/** What is looked for. Whatever is left out does not matter; everything that is there has to hold. */
export type LibraryQuery = Readonly<{
  /** Every word of it stands in the title, the notes or the tags. */
  text?: string;
  /** At least one cue of one of these kinds struck; none named, none asked for. */
  kinds?: readonly string[];
  /** Mean of the scales that were rated, at least and at most; takes without a rating do not count. */
  rating?: Readonly<{ least: number; most: number }> | "unrated";
  language?: Take["language"];
  /** Days of the wall where the take was recorded, `2026-11-21`, both included. */
  from?: string;
  to?: string;
  order?: LibraryOrder;
}>;

type Entry = Readonly<{
  take: Take;
  begun: number;
  day: string;
  text: string;
  kinds: ReadonlySet<string>;
  rating: number | null;
}>;

/**
 * Takes made ready for searching, once for many questions: every keystroke asks all of them. Takes are kept as they
 * are; when one changes, a new index is made.
 */
export class LibraryIndex {
  private readonly orders = new Map<LibraryOrder, readonly Entry[]>();

  constructor(takes: readonly Take[]) {
    const entries = takes.map(
      (take): Entry => ({
        take,
        begun: epochOf(take.started),
        day: take.started.local.slice(0, 10),
        text: folded([take.title.text, take.notes, ...take.tags].join("\n")),
        kinds: new Set(take.cues.map(({ kind }) => kind)),
        rating: meanRating(take.rating),
      }),
    );
    this.orders.set(
      "newest",
      entries.sort((a, b) => b.begun - a.begun || b.take.round - a.take.round),
    );
  }

  /** The takes that answer a query, in its order; newest first when it names none. */
  find(query: LibraryQuery = {}): Take[] {
    const words = searchWords(query.text ?? "");
    return this.inOrder(query.order ?? "newest")
      .filter((entry) => holds(entry, query) && words.every((word) => entry.text.includes(word)))
      .map(({ take }) => take);
  }

  /** Sorted when it is first asked for: a query then only filters. */
  private inOrder(order: LibraryOrder): readonly Entry[] {
    const known = this.orders.get(order);
    if (known) return known;
    const newest = this.orders.get("newest") ?? [];
    const sorted = order === "oldest" ? newest.toReversed() : newest.toSorted(comparisons[order](newest));
    this.orders.set(order, sorted);
    return sorted;
  }
}

type Compare = (a: Entry, b: Entry) => number;

/** Sorting is stable, so that among equals the newest stays first. */
const comparisons: Record<Exclude<LibraryOrder, "oldest">, (all: readonly Entry[]) => Compare> = {
  newest: () => () => 0,
  longest: () => (a, b) => b.take.length - a.take.length,
  best: () => (a, b) => (b.rating ?? 0) - (a.rating ?? 0),
  title: (all) => {
    // Titles come from decks: thousands of takes share a few hundred, and only those are compared as people would.
    const titles = [...new Set(all.map(({ take }) => take.title.text))];
    titles.sort(new Intl.Collator(["zh-CN", "en"], { numeric: true }).compare);
    const places = new Map(titles.map((title, place) => [title, place]));
    const placeOf = ({ take }: Entry) => places.get(take.title.text) ?? 0;
    return (a, b) => placeOf(a) - placeOf(b);
  },
};

function holds({ take, day, kinds, rating }: Entry, query: LibraryQuery): boolean {
  const { language, from, to } = query;
  if (language !== undefined && take.language !== language) return false;
  if (from !== undefined && day < from) return false;
  if (to !== undefined && day > to) return false;
  if (query.kinds && query.kinds.length > 0 && !query.kinds.some((kind) => kinds.has(kind))) return false;
  if (query.rating === "unrated") return rating === null;
  if (query.rating === undefined) return true;
  return rating !== null && rating >= query.rating.least && rating <= query.rating.most;
}
