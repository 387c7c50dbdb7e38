import type { Deck } from "./deck.ts";
import { normalise } from "./similarity.ts";

type Entry = Readonly<{ deck: Deck; title: Deck["titles"][number]; plain: string }>;

/** All titles and names, made ready once, so that every letter typed is answered at once. */
export type SearchIndex = Readonly<{
  titles: readonly Entry[];
  names: readonly Readonly<{ deck: Deck; plain: string }>[];
}>;

export type Found = Readonly<{
  /** Decks whose name fits. */
  decks: readonly Deck[];
  /** The first titles that fit, in the order of the decks. */
  titles: readonly Readonly<{ deck: Deck; title: Deck["titles"][number] }>[];
  /** How many titles fit. */
  count: number;
}>;

export const searchIndex = (decks: readonly Deck[]): SearchIndex => ({
  titles: decks.flatMap((deck) =>
    deck.titles.map((title) => ({ deck, title, plain: normalise(title.text) })),
  ),
  names: decks.map((deck) => ({ deck, plain: normalise(deck.name) })),
});

/** The words of a query; case, width and punctuation do not count, nor does their order. */
const wordsOf = (query: string): readonly string[] =>
  query
    .slice(0, 200)
    .split(/\s+/)
    .map(normalise)
    .filter((word) => /[\p{L}\p{M}\p{N}]/u.test(word));

/**
 * What holds every word of a query, somewhere.
 * @param most how many titles are listed
 * @returns null when there is nothing to look for in the query
 */
export function search({ titles, names }: SearchIndex, query: string, most: number): Found | null {
  const words = wordsOf(query);
  if (words.length === 0) return null;
  const fits = ({ plain }: Readonly<{ plain: string }>) => words.every((word) => plain.includes(word));
  const found = titles.filter(fits);
  return {
    decks: names.filter(fits).map(({ deck }) => deck),
    titles: found.slice(0, most),
    count: found.length,
  };
}
