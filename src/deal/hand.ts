import type { Deck, Title } from "../prompts/deck.ts";

/** What a round is dealt: the title, and the one it may be exchanged for, once. */
export type Hand = Readonly<{ title: Title; spare: Title }>;

/** Names a title among all decks. */
export const titleKey = ({ deck, id }: Pick<Title, "deck" | "id">): string => `${deck}#${id}`;

/** The titles of a deck as they are dealt, in their order. */
export const titlesOf = (deck: Deck): Title[] =>
  deck.titles.map(({ id, text }) => ({ deck: deck.id, id, text }));

/**
 * The hands that an address names: for each round a title and its spare one, by `titleKey`.
 * @returns null when one of them is in none of the decks
 */
export function handsOf(keys: readonly string[], decks: readonly Deck[]): readonly Hand[] | null {
  const all = new Map(decks.flatMap(titlesOf).map((title) => [titleKey(title), title]));
  const hands: Hand[] = [];
  for (let at = 0; at < keys.length; at += 2) {
    const [title, spare] = [all.get(keys[at] ?? ""), all.get(keys[at + 1] ?? "")];
    if (!title || !spare) return null;
    hands.push({ title, spare });
  }
  return hands;
}

/** @throws RangeError when the decks hold fewer titles than two for each round */
export function assertEnough(have: number, rounds: number): void {
  if (have < rounds * 2)
    throw new RangeError(`deal: ${rounds} rounds need ${rounds * 2} titles, there are ${have}`);
}
