import { type Random, seeded } from "../../lib/random.ts";
import type { Deck, DeckKind, Language } from "../deck.ts";
import type { Import } from "./found.ts";
import { ownDeckId } from "./ids.ts";

/** All decks there are: the user's own, which an import may change, and those that come with the app. */
export type Library = Readonly<{ own: readonly Deck[]; shipped: readonly Deck[] }>;

/** Where an import is to go. */
export type Wish = Readonly<{
  /** The id of an own deck to add to; "new" for a new one in any case; null for the deck the import is itself, or a new one. */
  into: string | null;
  /** The language and the name of a new deck, where the import tells none. */
  language: Language;
  name: string;
  /** The language of a new deck, whatever the import tells. */
  chosenLanguage?: Language;
  /** Chance for a new deck's id: any integer, another one for every import. */
  seed: number;
}>;

/** Why the import goes to that deck. */
export type Because =
  /** A new deck. */
  | "new"
  /** The user chose it. */
  | "chosen"
  /** It is the own deck of the same id: what is new is added to it. */
  | "same-id"
  /** It has the id of a deck that comes with the app, which stays as it is: a deck of its own under another id. */
  | "shipped-id";

export type Target = Readonly<{
  into: Readonly<{ id: string; name: string; language: Language; kind: DeckKind }>;
  because: Because;
  /** The deck as it is now; null for a new one. */
  before: Deck | null;
}>;

/** The deck that an import goes to. */
export function targetOf(found: Import, { own, shipped }: Library, wish: Wish): Target {
  const has = (decks: readonly Deck[], id: string | null) => decks.find((deck) => deck.id === id) ?? null;
  const chosen = wish.into === null ? null : has(own, wish.into);
  const before = chosen ?? (wish.into === "new" ? null : has(own, found.id));
  if (before !== null) {
    const { id, name, language, kind } = before;
    return { into: { id, name, language, kind }, because: chosen ? "chosen" : "same-id", before };
  }
  const name = found.name ?? wish.name;
  const isShipped = has(shipped, found.id) !== null;
  const random: Random = seeded(wish.seed);
  const taken = (id: string) => has(own, id) !== null || has(shipped, id) !== null;
  const id = found.id !== null && !taken(found.id) ? found.id : ownDeckId(name, taken, random);
  const language = wish.chosenLanguage ?? found.language ?? wish.language;
  return {
    into: { id, name, language, kind: found.kind ?? "pitch" },
    because: isShipped ? "shipped-id" : "new",
    before: null,
  };
}
