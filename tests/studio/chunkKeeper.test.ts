import { describe, expect, it } from "vitest";
import { s } from "../../src/lib/units.ts";
import type { Recording } from "../../src/recorder/recorder.ts";
import { ChunkKeeper } from "../../src/studio/chunkKeeper.ts";
import { uuid } from "../support/builders.ts";
import { chunkBytes, fakeStores, settled } from "../support/fakes.ts";

const full = new DOMException("full", "QuotaExceededError");

/** A keeper over fake stores, with what it reported; `held` is what the recorder itself still has. */
function aKeeper(held: readonly ArrayBuffer[] = []) {
  const stores = fakeStores();
  const failures: unknown[] = [];
  const keeper = new ChunkKeeper(uuid(1), stores.drafts, (error) => void failures.push(error));
  const asked: string[] = [];
  const recording: Pick<Recording, "held"> = {
    held: async () => {
      asked.push("held");
      return held;
    },
  };
  return {
    keeper,
    stores,
    failures,
    asked,
    add: (...numbers: number[]) => {
      for (const number of numbers) keeper.add({ bytes: chunkBytes(number), arrivedAt: s(100 + number) });
    },
    all: () => keeper.all(recording as Recording),
  };
}
const chunks = (...numbers: number[]) =>
  numbers.map((number) => ({ bytes: chunkBytes(number), arrivedAt: s(100 + number) }));

/** Chunks that the keeper itself still holds in memory. */
const inMemory = (keeper: ChunkKeeper): number =>
  (keeper as unknown as { unwritten: Map<number, unknown> }).unwritten.size;

describe("chunks", () => {
  it("are written as they come, in order", () => {
    const { add, stores } = aKeeper();
    add(0, 1, 2);
    expect(stores.asked).toEqual(["append 0", "append 1", "append 2"]);
  });

  it("are forgotten once they are on disk, and come back from there", async () => {
    const { add, all, keeper, asked } = aKeeper();
    add(0, 1, 2);
    expect(inMemory(keeper)).toBe(3);
    await settled();
    expect(inMemory(keeper)).toBe(0);
    expect(await all()).toEqual(chunks(0, 1, 2));
    expect(asked).toEqual([]);
  });

  it("are waited for: what is being written is written first", async () => {
    const { add, all } = aKeeper();
    add(0, 1);
    const everything = all();
    expect(await everything).toEqual(chunks(0, 1));
  });

  it("tell when the last of them came", () => {
    const { add, keeper } = aKeeper();
    expect(keeper.lastArrival).toBeUndefined();
    add(0, 7);
    expect(keeper.lastArrival).toBe(107_000);
  });

  it("are none when none came", async () => expect(await aKeeper().all()).toEqual([]));
});

describe("a disk that fails", () => {
  it("for some chunks: they are told of, stay in memory, and everything comes out in order", async () => {
    const { add, all, keeper, stores, failures, asked } = aKeeper();
    add(0);
    await settled();
    stores.fault("append", full);
    add(1, 2);
    await settled();
    stores.fault("append");
    add(3);
    expect(await all()).toEqual(chunks(0, 1, 2, 3));
    expect(failures).toEqual([full, full]);
    expect(inMemory(keeper)).toBe(2);
    expect(asked).toEqual([]);
  });

  it("from the first chunk on: all comes out of memory", async () => {
    const { add, all, stores, asked } = aKeeper();
    stores.fault("append", full);
    add(0, 1, 2);
    expect(await all()).toEqual(chunks(0, 1, 2));
    expect(asked).toEqual([]);
  });

  it("and no longer reads: all comes from the recorder itself, with the moments they came", async () => {
    const { add, all, stores, asked } = aKeeper([0, 1, 2].map(chunkBytes));
    add(0, 1, 2);
    await settled();
    stores.fault("chunks", new DOMException("gone", "InvalidStateError"));
    expect(await all()).toEqual(chunks(0, 1, 2));
    expect(asked).toEqual(["held"]);
  });

  it("and lost a chunk it had acknowledged: all comes from the recorder itself", async () => {
    const { add, all, stores, asked } = aKeeper([0, 1, 2].map(chunkBytes));
    add(0, 1, 2);
    await settled();
    await stores.drafts.discard(uuid(1));
    expect(await all()).toEqual(chunks(0, 1, 2));
    expect(asked).toEqual(["held"]);
  });
});
