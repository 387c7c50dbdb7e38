import { type Deck, type DeckKind, deckKinds, type Language } from "./deck.ts";

/** Decks of one sort: the user's own, or those of a kind that come with the app. */
export type ShelfGroup = Readonly<{ of: "own" | DeckKind; decks: readonly Deck[] }>;

/**
 * Decks as they lie on a shelf: the user's own first, those of the language before the others, then by kind. Groups
 * without a deck are left out.
 */
export function shelfOf(
  own: readonly Deck[],
  shipped: readonly Deck[],
  language: Language,
): readonly ShelfGroup[] {
  const here = (deck: Deck) => deck.language === language;
  const mine = [...own.filter(here), ...own.filter((deck) => !here(deck))];
  const groups: ShelfGroup[] = [
    { of: "own", decks: mine },
    ...deckKinds.map((of) => ({ of, decks: shipped.filter((deck) => deck.kind === of && here(deck)) })),
  ];
  return groups.filter(({ decks }) => decks.length > 0);
}
