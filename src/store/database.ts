import { promisifyRequest, type UseStore } from "idb-keyval";
import { StoreError } from "./errors.ts";

/** The stores of the one database. Audio lies apart from records, so that a list of takes loads no sound. */
export const storeNames = [
  "takes",
  "audio",
  "peaks",
  "drafts",
  "chunks",
  "settings",
  "decks",
  "voices",
] as const;
export type StoreName = (typeof storeNames)[number];

export const DATABASE_NAME = "offscript";
/** 2: own decks. 3: recorded lines. An upgrade makes the stores that are missing. */
const VERSION = 3;
/** An old tab that does not let go of an old version is not waited for longer than this. */
const BLOCKED_PATIENCE = 5_000;

/** The database, opened once, with what idb-keyval needs to work on each store. */
export interface Database {
  /** Whether the browser found the storage damaged when it was opened, and emptied it. */
  readonly emptied: boolean;
  /** For idb-keyval. Every write is strict: on disk before it is called done (a power cut loses nothing acknowledged). */
  store(name: StoreName): UseStore;
  /** Several stores in one transaction: all of it happens, or nothing. */
  together(
    names: readonly StoreName[],
    work: (store: (name: StoreName) => IDBObjectStore) => void,
  ): Promise<void>;
  close(): void;
}

/**
 * Opens the database, making it when it is new.
 *
 * idb-keyval's own `createStore` makes one store a database and writes relaxed; both would cost takes, so it is
 * given this instead.
 * @throws StoreError `unavailable` in private windows that refuse storage, `blocked` by a tab of an older version,
 *   `outdated` when a newer version has been here and this page is an old one
 */
export function openDatabase(name = DATABASE_NAME): Promise<Database> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown) => reject(StoreError.from(cause));
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(name, VERSION);
    } catch (cause) {
      refuse(cause);
      return;
    }
    const patience = setTimeout(() => refuse(new StoreError("blocked")), BLOCKED_PATIENCE);
    let emptied = false;
    request.onupgradeneeded = (event) => {
      emptied = hasLostData(event);
      for (const store of storeNames) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
      }
    };
    request.onerror = () => {
      clearTimeout(patience);
      refuse(request.error);
    };
    request.onsuccess = () => {
      clearTimeout(patience);
      resolve(wrap(request.result, emptied));
    };
  });
}

/** Chromium tells with the upgrade that what was there before could not be read. It is in no standard. */
const hasLostData = (event: IDBVersionChangeEvent & { dataLoss?: string }): boolean =>
  event.dataLoss !== undefined && event.dataLoss !== "none";

function wrap(database: IDBDatabase, emptied: boolean): Database {
  // A newer version in another tab may upgrade: this one lets go and fails its next call in words.
  database.onversionchange = () => database.close();
  const transaction = (names: readonly StoreName[], mode: IDBTransactionMode) =>
    database.transaction([...names], mode, { durability: mode === "readonly" ? "default" : "strict" });
  return {
    emptied,
    store: (name) => async (mode, callback) => callback(transaction([name], mode).objectStore(name)),
    together: async (names, work) => {
      const one = transaction(names, "readwrite");
      try {
        work((name) => one.objectStore(name));
      } catch (error) {
        one.abort(); // or what was put before it would stay: sound without its take
        throw error;
      }
      await promisifyRequest(one);
    },
    close: () => database.close(),
  };
}
