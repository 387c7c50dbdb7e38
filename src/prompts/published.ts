import type { Deck } from "./deck.ts";
import { type Problem, problem } from "./problems.ts";

/**
 * Ids that others may have by now, in takes and in links: those of each deck's titles, by the deck's id. They lie in
 * `prompts/published.txt`, one deck a line: `en/saas: renewal-no-usage champion-resigned …`.
 */
export type Published = ReadonlyMap<string, readonly string[]>;

export function readPublished(text: string): Published {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(": "));
  return new Map(
    lines.map((line) => {
      const [deck = "", ids = ""] = line.split(": ");
      return [deck, ids.split(" ").filter((id) => id !== "")];
    }),
  );
}

export const publishedText = (published: Published): string =>
  [...published]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([deck, ids]) => `${deck}: ${ids.join(" ")}\n`)
    .join("");

/** Published ids that a deck no longer has. */
export function idProblems(deck: Deck, published: Published): readonly Problem[] {
  const have = new Set(deck.titles.map(({ id }) => id));
  return (published.get(deck.id) ?? [])
    .filter((id) => !have.has(id))
    .map((id) => problem("id-gone", { path: "titles" }, [id]));
}

/** Published decks that are gone. */
export const goneDecks = (decks: readonly Deck[], published: Published): readonly Problem[] =>
  [...published.keys()]
    .filter((id) => !decks.some((deck) => deck.id === id))
    .map((id) => problem("deck-gone", {}, [id]));

/** Published ids with those of the decks added; nothing is taken away. */
export function publish(decks: readonly Deck[], published: Published): Published {
  const all = new Map(published);
  for (const { id, titles } of decks)
    all.set(id, [...new Set([...(published.get(id) ?? []), ...titles.map((title) => title.id)])]);
  return all;
}
