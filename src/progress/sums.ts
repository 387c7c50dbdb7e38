import { titleKey } from "../deal/hand.ts";
import type { Deck } from "../prompts/deck.ts";
import type { TakeFacts } from "./facts.ts";
import { nextRoundNumber } from "./total.ts";

export type DeckKind = Deck["kind"];

/** What was spoken on. `kind` is null for titles of decks that are not here any more. */
export type TitleSum = Readonly<{
  kind: DeckKind | null;
  takes: number;
  /** Different titles. */
  titles: number;
  /** Seconds spoken. */
  spoken: number;
}>;

export type Sums = Readonly<{
  takes: number;
  nextRoundNumber: number;
  drills: number;
  /** Seconds spoken, all takes together. */
  spoken: number;
  /** The highest pressure of any take, 0 to 5; null before the first. */
  highestPressure: number | null;
  /** Most takes first. */
  titlesByKind: readonly TitleSum[];
}>;

/**
 * What it adds up to.
 * @param kindOfDeck kind of a deck by its id; null when it is not here
 */
export function sumsOf(takes: readonly TakeFacts[], kindOfDeck: (deck: string) => DeckKind | null): Sums {
  const kinds = new Map<DeckKind | null, { takes: number; spoken: number; titles: Set<string> }>();
  for (const { title, spoken } of takes) {
    const kind = kindOfDeck(title.deck);
    const sum = kinds.get(kind) ?? { takes: 0, spoken: 0, titles: new Set<string>() };
    sum.takes += 1;
    sum.spoken += spoken;
    sum.titles.add(titleKey(title));
    kinds.set(kind, sum);
  }
  return {
    takes: takes.length,
    nextRoundNumber: nextRoundNumber(takes.length),
    drills: new Set(takes.map(({ drill }) => drill)).size,
    spoken: takes.reduce((sum, take) => sum + take.spoken, 0),
    highestPressure:
      takes.length === 0 ? null : takes.reduce((most, take) => Math.max(most, take.pressure), 0),
    titlesByKind: [...kinds]
      .map(([kind, sum]) => ({ kind, takes: sum.takes, titles: sum.titles.size, spoken: sum.spoken }))
      .sort((a, b) => b.takes - a.takes),
  };
}
