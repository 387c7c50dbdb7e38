import { del, entries, set } from "idb-keyval";
import { type Deck, readDeck } from "../prompts/deck.ts";
import type { Database } from "./database.ts";
import { guard } from "./errors.ts";

/** Decks that the user wrote, imported or was sent. */
export interface OwnDeckStore {
  /** All of them, by id. One that cannot be read is left where it is, and left out. */
  list(): Promise<readonly Deck[]>;
  /** Keeps a deck, anew or over its older self. */
  save(deck: Deck): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Own decks in IndexedDB. */
export function idbOwnDecks(database: Database): OwnDeckStore {
  const store = database.store("decks");
  return {
    list: () =>
      guard(async () => {
        const decks: Deck[] = [];
        for (const [id, value] of await entries<string, unknown>(store)) {
          try {
            decks.push(readDeck(value, id));
          } catch {} // made by a newer version, perhaps: it stays, for that one
        }
        return decks.sort((a, b) => (a.id < b.id ? -1 : 1));
      }),
    save: (deck) => guard(async () => set(deck.id, readDeck(deck, deck.id), store)),
    remove: (id) => guard(() => del(id, store)),
  };
}
