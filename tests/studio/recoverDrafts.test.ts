import { describe, expect, it } from "vitest";
import { takeLock } from "../../src/lib/locks.ts";
import { s } from "../../src/lib/units.ts";
import type { Draft } from "../../src/store/draft.ts";
import { recoverDrafts } from "../../src/studio/recoverDrafts.ts";
import { aDraft, uuid } from "../support/builders.ts";
import { chunkBytes, type FakeLocks, fakeFinishing, fakeLocks, fakeStores } from "../support/fakes.ts";

const NOW = 1_795_300_000_000;

/** What a crash left: drafts, with the chunks that were written of each, by their numbers. */
async function afterCrash(...left: [draft: Draft, chunks: number[]][]) {
  const stores = fakeStores();
  for (const [draft, chunks] of left) {
    await stores.drafts.save(draft);
    for (const number of chunks)
      await stores.drafts.append(draft.id, number, { bytes: chunkBytes(number), arrivedAt: s(101 + number) });
  }
  stores.asked.length = 0;
  let fetched = 0;
  const recover = (locks: FakeLocks = fakeLocks()) =>
    recoverDrafts({
      drafts: stores.drafts,
      takes: stores.takes,
      locks,
      finishing: async () => {
        fetched++;
        return fakeFinishing;
      },
      now: NOW,
    });
  return { stores, recover, fetched: () => fetched };
}
const draft = (number: number, changes: Partial<Draft> = {}): Draft =>
  aDraft({ id: uuid(number), ...changes });

describe("what a crash left", () => {
  it("is made whole, put on the shelf, and told", async () => {
    const { stores, recover } = await afterCrash([draft(1), [0, 1, 2]]);
    const { takes, stuck } = await recover();
    expect(takes).toHaveLength(1);
    expect(takes[0]).toMatchObject({
      id: uuid(1),
      length: 3,
      recovered: true,
      cutShort: null,
      changed: NOW,
      goAt: 0.5,
    });
    expect(await stores.takes.get(uuid(1))).toEqual(takes[0]);
    expect((await stores.takes.audio(uuid(1))).size).toBe(12);
    expect(stuck).toEqual([]);
    expect(stores.left()).toEqual({});
  });

  it("is left alone while somebody, in any tab, is still recording it", async () => {
    const { stores, recover } = await afterCrash([draft(1), [0, 1]], [draft(2), [0]]);
    const locks = fakeLocks();
    await locks.hold(takeLock(uuid(1)));
    const { takes } = await recover(locks);
    expect(takes.map(({ id }) => id)).toEqual([uuid(2)]);
    expect(stores.left()).toEqual({ [uuid(1)]: 2 });
  });

  it("is recovered once by two tabs that start together", async () => {
    const { recover, stores } = await afterCrash([draft(1), [0, 1]], [draft(2), [0]], [draft(3), []]);
    const locks = fakeLocks();
    const both = await Promise.all([recover(locks), recover(locks)]);
    expect(both.flatMap(({ takes }) => takes.map(({ id }) => id)).sort()).toEqual([uuid(1), uuid(2)]);
    expect(stores.asked.filter((call) => call === "keep")).toHaveLength(2);
    expect(locks.held.size).toBe(0);
  });

  it("is cut at its first hole: what lies behind cannot be joined", async () => {
    const { recover } = await afterCrash([draft(1), [0, 1, 3, 4]]);
    expect((await recover()).takes[0]).toMatchObject({ length: 2 });
  });

  it("is forgotten when nothing was said yet, and nothing is fetched for it", async () => {
    const { stores, recover, fetched } = await afterCrash([draft(1), []]);
    expect(await recover()).toMatchObject({ takes: [], stuck: [] });
    expect(stores.left()).toEqual({});
    expect(fetched()).toBe(0);
  });

  it("is kept and named when its sound cannot be read, and does not keep the others back", async () => {
    const { stores, recover } = await afterCrash([draft(1), [255, 0]], [draft(2), [0]]);
    await stores.drafts.append(uuid(1), 0, { bytes: chunkBytes(255), arrivedAt: s(101) });
    const { takes, stuck } = await recover();
    expect(stuck).toEqual([draft(1)]);
    expect(takes.map(({ id }) => id)).toEqual([uuid(2)]);
    expect(Object.keys(stores.left())).toEqual([uuid(1)]);
  });

  it("is kept and named when the browser cannot decode its own recording, and does not keep the others back", async () => {
    const { stores } = await afterCrash([draft(1), [7, 0]], [draft(2), [0]]);
    await stores.drafts.append(uuid(1), 0, { bytes: chunkBytes(7), arrivedAt: s(101) });
    const finishing = {
      ...fakeFinishing,
      decode: async function* (audio: Blob) {
        if (new Uint8Array(await audio.arrayBuffer())[0] === 7)
          throw new DOMException("Unable to decode audio data", "EncodingError");
        yield* fakeFinishing.decode(audio);
      },
    };
    const { takes, stuck } = await recoverDrafts({
      drafts: stores.drafts,
      takes: stores.takes,
      locks: fakeLocks(),
      finishing: async () => finishing,
      now: NOW,
    });
    expect(stuck.map(({ id }) => id)).toEqual([uuid(1)]);
    expect(takes.map(({ id }) => id)).toEqual([uuid(2)]);
    expect(Object.keys(stores.left())).toEqual([uuid(1)]);
  });

  it("is kept, and not forgotten, when its first chunk is missing", async () => {
    const { stores, recover } = await afterCrash([draft(1), [1, 2, 3]]);
    expect((await recover()).stuck).toEqual([draft(1)]);
    expect(stores.left()).toEqual({ [uuid(1)]: 3 });
  });

  it("is nothing after a day that ended well", async () => {
    const { recover, fetched } = await afterCrash();
    expect(await recover()).toMatchObject({ takes: [], stuck: [] });
    expect(fetched()).toBe(0);
  });
});

describe("storage that fails while recovering", () => {
  it("leaves the draft for the next start, and its lock free", async () => {
    const { stores, recover } = await afterCrash([draft(1), [0, 1]]);
    const locks = fakeLocks();
    stores.fault("keep", new DOMException("full", "QuotaExceededError"));
    await recover(locks).catch(() => undefined);
    expect(stores.left()).toEqual({ [uuid(1)]: 2 });
    expect(locks.held.size).toBe(0);
    stores.fault("keep");
    expect((await recover(locks)).takes).toHaveLength(1);
  });
});
