import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreBackup } from "../../src/store/backup/read.ts";
import type { Take } from "../../src/store/take.ts";
import { aRecording, backupOf, contents, Library } from "../support/backup.ts";
import { aDeck } from "../support/builders.ts";

const nothing = { added: 0, updated: 0, unchanged: 0, kept: 0, decks: 0, skipped: [], settings: false };

describe("whatever the library", { timeout: 60_000 }, () => {
  const edit = fc.record({
    changed: fc.integer({ min: 1, max: 6 }),
    binned: fc.option(fc.integer({ min: 1, max: 6 })),
    notes: fc.string({ unit: "binary", maxLength: 12 }),
    tags: fc.array(fc.string({ maxLength: 6 }), { maxLength: 3 }),
    rating: fc.option(fc.record({ opening: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: [] })),
    measures: fc.option(fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }))),
  });
  /** Decks of one's own, the same ones with more or fewer titles here and there. */
  const decks = fc.uniqueArray(
    fc
      .record({
        number: fc.integer({ min: 1, max: 3 }),
        titles: fc.integer({ min: 1, max: 5 }),
        lines: fc.nat(3),
      })
      .map(({ number, titles, lines }) => aDeck(`own/deck-${number}`, titles, lines)),
    { selector: ({ id }) => id, maxLength: 3 },
  );
  const library = fc
    .uniqueArray(
      fc.record({ number: fc.integer({ min: 1, max: 5 }), edit, size: fc.constantFrom(0, 1, 99, 4000) }),
      {
        selector: ({ number }) => number,
        maxLength: 5,
      },
    )
    .chain((recordings) => decks.map((own) => ({ recordings, own })))
    .map(({ recordings, own }) => async () => {
      const made = recordings.map(({ number, edit, size }) => aRecording(number, plain(edit), size));
      const library = Library.of(...(await Promise.all(made)));
      for (const deck of own) library.ownDecks.set(deck.id, deck);
      return library;
    });
  // JSON has no -0 and no __proto__; neither has a record.
  const plain = (edit: object) => JSON.parse(JSON.stringify(edit).replaceAll("__proto__", "proto"));
  const check = { numRuns: 120, seed: 20_261_121 };

  it("restored into an empty browser it is equal; again changes nothing", () =>
    fc.assert(
      fc.asyncProperty(library, async (make) => {
        const source = await make();
        const zip = await backupOf(source);
        const target = new Library();
        const size = source.records.size;
        const { size: own } = source.ownDecks;
        expect(await restoreBackup(zip, target)).toEqual({ ...nothing, added: size, decks: own });
        expect(await contents(target)).toEqual(await contents(source));
        const { writes } = target;
        expect(await restoreBackup(zip, target)).toEqual({ ...nothing, unchanged: size });
        expect(target.writes).toBe(writes);
      }),
      check,
    ));

  it("restored over another one nothing newer is lost, and twice is once", () =>
    fc.assert(
      fc.asyncProperty(library, library, async (makeHere, makeThere) => {
        const [target, source] = [await makeHere(), await makeThere()];
        const before = target.copy();
        const zip = await backupOf(source);
        await restoreBackup(zip, target);
        const touched = ({ changed, binned }: Take) => Math.max(changed, binned ?? 0);
        for (const id of new Set([...before.records.keys(), ...source.records.keys()])) {
          const [here, there] = [before.records.get(id), source.records.get(id)] as (Take | undefined)[];
          const now = target.records.get(id) as Take;
          const backed = there && (!here || touched(there) > touched(here));
          expect(now).toEqual(backed ? there : here);
          const sound = (backed ? source : before).sounds.get(id);
          expect(await target.sounds.get(id)?.arrayBuffer()).toEqual(await sound?.arrayBuffer());
        }
        for (const deck of [...before.ownDecks.values(), ...source.ownDecks.values()]) {
          const titles = target.ownDecks.get(deck.id)?.titles ?? [];
          for (const title of deck.titles) expect(titles).toContainEqual(title);
        }
        const [once, { writes }] = [await contents(target), target];
        await restoreBackup(zip, target);
        expect(await contents(target)).toEqual(once);
        expect(target.writes).toBe(writes);
      }),
      check,
    ));
});
