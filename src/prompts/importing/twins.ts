import type { Deck, Language } from "../deck.ts";
import { alikeIndex } from "../similarity.ts";

/** A text that another is the same as, or nearly. */
export type Twin = Readonly<{
  text: string;
  /** The deck it is in; null for the one that is added to, and the import itself. */
  deck: Readonly<{ id: string; name: string }> | null;
  /** The same but for case, width, spaces and punctuation; else nearly the same. */
  same: boolean;
}>;

type Owner = Readonly<Pick<Twin, "text" | "deck">>;

/** Finds twins among the texts of one sort: first in the deck itself, then in the others of its language. */
export type TwinFinder = Readonly<{
  /** @param near whether nearly the same counts, too; without, it is quick */
  find(text: string, near: boolean): Twin | null;
  /** A text that is in the deck from now on. */
  add(text: string): void;
  spent(): boolean;
}>;

export function twinFinder(
  language: Language,
  before: readonly string[],
  others: readonly Deck[],
  textsOf: (deck: Deck) => readonly string[],
): TwinFinder {
  const here = alikeIndex<Owner>(language);
  const there = alikeIndex<Owner>(language);
  const add = (text: string) => here.add(text, { text, deck: null });
  for (const text of before) add(text);
  for (const deck of others)
    if (deck.language === language)
      for (const text of textsOf(deck)) there.add(text, { text, deck: { id: deck.id, name: deck.name } });
  return {
    find(text, near) {
      const own = here.find(text, near);
      if (own?.likeness === 1) return { ...own.owner, same: true };
      const other = there.find(text, near);
      const best = other && other.likeness > (own?.likeness ?? 0) ? other : own;
      return best && { ...best.owner, same: best.likeness === 1 };
    },
    add,
    spent: () => here.spent() || there.spent(),
  };
}
