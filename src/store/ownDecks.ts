import { del, entries, promisifyRequest, set } from "idb-keyval";
import { type Deck, readDeck } from "../prompts/deck.ts";
import type { Database } from "./database.ts";
import { guard } from "./errors.ts";

/** Decks that the user wrote, imported or was sent. */
export interface OwnDeckStore {
  /** All of them, by id. One that cannot be read is left where it is, and left out. */
  list(): Promise<readonly Deck[]>;
  /** Keeps a deck, anew or over its older self. */
  save(deck: Deck): Promise<void>;
  /**
   * Changes one deck as it is stored now, in one step: no other tab's change is lost between.
   * @param edit gets the deck, null when there is none; null leaves everything as it is
   * @returns what was written, or null
   */
  change(id: string, edit: (deck: Deck | null) => Deck | null): Promise<Deck | null>;
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
    change: (id, edit) =>
      guard(() =>
        store(
          "readwrite",
          (objects) =>
            new Promise((resolve, reject) => {
              const asked: IDBRequest<unknown> = objects.get(id);
              asked.onerror = () => reject(asked.error);
              asked.onsuccess = () => {
                try {
                  const here = asked.result === undefined ? null : readDeck(asked.result, id);
                  const next = edit(here);
                  if (next) objects.put(readDeck(next, id), id);
                  resolve(promisifyRequest(objects.transaction).then(() => next));
                } catch (cause) {
                  reject(cause); // one that a newer version made is not written over
                }
              };
            }),
        ),
      ),
    remove: (id) => guard(() => del(id, store)),
  };
}
