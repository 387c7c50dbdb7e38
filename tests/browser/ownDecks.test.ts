import { afterEach, describe, expect, it } from "vitest";
import type { Deck } from "../../src/prompts/deck.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { memoryStores } from "../../src/store/memory.ts";
import { idbOwnDecks, type OwnDeckStore } from "../../src/store/ownDecks.ts";
import { aDeck } from "../support/builders.ts";

const open: { name: string; database: Database }[] = [];
async function inDatabase() {
  const name = `test-${crypto.randomUUID()}`;
  const database = await openDatabase(name);
  open.push({ name, database });
  return { database, decks: idbOwnDecks(database) };
}
afterEach(() => {
  for (const { name, database } of open.splice(0)) {
    database.close();
    indexedDB.deleteDatabase(name);
  }
});

const deck = aDeck("own/mine-abc123", 2, 1);
const named = (name: string) => (here: Deck | null) => here && { ...here, name: `${here.name}${name}` };

const stores: [string, () => Promise<OwnDeckStore>][] = [
  ["in the database", async () => (await inDatabase()).decks],
  ["in memory", async () => memoryStores().ownDecks],
];

describe.each(stores)("own decks %s", (_, make) => {
  it("are changed as they are stored now", async () => {
    const decks = await make();
    await decks.save(deck);
    expect(await decks.change(deck.id, named("!"))).toEqual({ ...deck, name: `${deck.name}!` });
    expect(await decks.list()).toEqual([{ ...deck, name: `${deck.name}!` }]);
  });
  it("keep every one of many changes at once", async () => {
    const decks = await make();
    await decks.save({ ...deck, name: "x" });
    await Promise.all(Array.from({ length: 9 }, () => decks.change(deck.id, named("x"))));
    expect((await decks.list())[0]?.name).toBe("x".repeat(10));
  });
  it("stay as they are when the change is none, and are made where there is none", async () => {
    const decks = await make();
    expect(await decks.change(deck.id, () => null)).toBeNull();
    expect(await decks.list()).toEqual([]);
    expect(await decks.change(deck.id, (here) => (here === null ? deck : null))).toEqual(deck);
    expect(await decks.change(deck.id, () => null)).toBeNull();
    expect(await decks.list()).toEqual([deck]);
  });
});

it("a deck that a newer version made is not written over", async () => {
  const { database, decks } = await inDatabase();
  const newer = { ...deck, version: 9, kind: "opera" };
  await database.together(["decks"], (store) => void store("decks").put(newer, deck.id));
  await expect(decks.change(deck.id, () => deck)).rejects.toMatchObject({ problem: "broken" });
  expect(
    await database.store("decks")(
      "readonly",
      (store) =>
        new Promise((resolve) => {
          const asked = store.get(deck.id);
          asked.onsuccess = () => resolve(asked.result);
        }),
    ),
  ).toEqual(newer);
});

it("a change that makes no deck changes nothing", async () => {
  const { decks } = await inDatabase();
  await decks.save(deck);
  await expect(decks.change(deck.id, (here) => here && { ...here, titles: [] })).rejects.toThrow();
  expect(await decks.list()).toEqual([deck]);
});
