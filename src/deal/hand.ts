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

/**
 * A spare one for a title that the user chose: of the same deck if it has another, the least spoken on and the next in
 * order first; else of any deck. With no other title anywhere it is the title itself.
 * @param spoken how often a title was spoken on, by `titleKey`
 */
export function spareOf(
  deck: Deck,
  id: string,
  others: readonly Deck[],
  spoken: (key: string) => number,
  hidden: ReadonlySet<string>,
): Title {
  const chosen = { deck: deck.id, id, text: "" };
  const own = titlesOf(deck);
  const at = own.findIndex((title) => title.id === id);
  const inOrder = [...own.slice(at + 1), ...own.slice(0, Math.max(0, at))];
  const elsewhere = others.filter((each) => each.id !== deck.id).flatMap(titlesOf);
  const shown = (titles: readonly Title[]) => titles.filter((title) => !hidden.has(titleKey(title)));
  const pools = [shown(inOrder), inOrder, shown(elsewhere), elsewhere];
  const pool = pools.find((titles) => titles.length > 0) ?? [own[at] ?? chosen];
  const [spare] = pool.toSorted((a, b) => spoken(titleKey(a)) - spoken(titleKey(b)));
  return spare ?? chosen;
}

/** @throws RangeError when the decks hold fewer titles than two for each round */
export function assertEnough(have: number, rounds: number): void {
  if (have < rounds * 2)
    throw new RangeError(`deal: ${rounds} rounds need ${rounds * 2} titles, there are ${have}`);
}
