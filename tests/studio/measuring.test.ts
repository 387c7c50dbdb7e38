import { describe, expect, it } from "vitest";
import { ownLocks, takeLock } from "../../src/lib/locks.ts";
import { framesOf, measureFrames } from "../../src/measure/measure.ts";
import { measuresOf } from "../../src/store/measures.ts";
import { memoryStores } from "../../src/store/memory.ts";
import type { Take } from "../../src/store/take.ts";
import { Measuring, type MeasuringParts, type MeasuringState } from "../../src/studio/measuring.ts";
import { nextJob } from "../../src/studio/measuringQueue.ts";
import { aTake, uuid } from "../support/builders.ts";
import { fakeLocks, settled } from "../support/fakes.ts";
import { someMeasures } from "../support/measures.ts";

const findings = measureFrames(framesOf(new Float32Array(16_000), 16_000));
const take = (number: number, more: Partial<Take> = {}): Take =>
  aTake({ id: uuid(number), started: { local: `2026-11-2${number}T09:30:00`, utcOffset: 480 }, ...more });
/** Sounds are told apart by their type. */
const soundOf = (number: number) => new Blob([], { type: `sound/${number}` });

/** A tab: what it is measuring ends when the test says so. */
async function aTab(...takes: Take[]) {
  const store = memoryStores().takes;
  for (const [index, each] of takes.entries()) await store.keep(each, soundOf(index + 1), new Float32Array());
  return tabOn(store, fakeLocks());
}
function tabOn(store: MeasuringParts["takes"], shared: ReturnType<typeof fakeLocks>) {
  const locks = ownLocks(shared);
  const begun: string[] = [];
  let idle: (() => void)[] = [];
  let end: { done(): void; fail(): void; progress(seconds: number): void } | undefined;
  const measuring = new Measuring({
    takes: store,
    locks,
    whenIdle: (work) => {
      idle.push(work);
      return () => {
        idle = idle.filter((other) => other !== work);
      };
    },
    measure: (audio, _, { progress, signal }) => {
      begun.push(audio.type);
      return new Promise((resolve, reject) => {
        end = { done: () => resolve(findings), fail: () => reject(new Error("no sound")), progress };
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    },
  });
  const told = async (how: "done" | "fail") => {
    end?.[how]();
    await settled();
  };
  return {
    store,
    shared,
    locks,
    measuring,
    begun,
    done: () => told("done"),
    fail: () => told("fail"),
    progress: (seconds: number) => end?.progress(seconds),
    idle: async () => {
      for (const work of idle.splice(0)) work();
      await settled();
    },
    waitsForIdle: () => idle.length,
  };
}
type Tab = ReturnType<typeof tabOn>;

/** Looks at a take; the states it is told go into the list. */
async function look({ measuring }: Tab, at: Take, number: number) {
  const states: MeasuringState[] = [];
  const leave = measuring.watch(at, soundOf(number), (state) => void states.push(state));
  await settled();
  return { states, leave, last: () => states.at(-1)?.is };
}

describe("a take that is looked at", () => {
  it("is measured, with progress, and what comes of it is kept without being an edit", async () => {
    const tab = await aTab(take(1));
    const { states, last } = await look(tab, take(1), 1);
    tab.progress(10.5);
    tab.progress(30);
    await tab.done();
    expect(states.slice(0, 4)).toEqual([
      { is: "waiting" },
      { is: "measuring", share: 0 },
      { is: "measuring", share: 0.5 },
      { is: "measuring", share: 1 },
    ]);
    expect(last()).toBe("measured");
    const kept = await tab.store.get(uuid(1));
    expect(kept && measuresOf(kept)?.duration).toBe(1);
    expect(kept?.changed).toBe(take(1).changed);
  });

  it("is not measured twice", async () => {
    const measured = take(1, { measures: someMeasures() });
    const tab = await aTab(measured);
    expect((await look(tab, measured, 1)).states).toEqual([{ is: "measured", measures: someMeasures() }]);
    // as it was when the page was opened; since then, it has been
    expect((await look(tab, take(1), 1)).last()).toBe("measured");
    expect(tab.begun).toEqual([]);
  });

  it("is measured again when what is there cannot be read", async () => {
    const broken = take(1, { measures: { version: 1, syllables: "many" } });
    const tab = await aTab(broken);
    await look(tab, broken, 1);
    expect(tab.begun).toEqual(["sound/1"]);
  });

  it("is measured although it could not be stored", async () => {
    const tab = await aTab();
    const { last } = await look(tab, take(1), 1);
    await tab.done();
    expect(last()).toBe("measured");
  });

  it("is let go of when one leaves; nothing is kept, and the next one begins", async () => {
    const tab = await aTab(take(1), take(2));
    const first = await look(tab, take(1), 1);
    const second = await look(tab, take(2), 2);
    expect(tab.begun).toEqual(["sound/1"]); // one at a time
    first.leave();
    await settled();
    expect(tab.begun).toEqual(["sound/1", "sound/2"]);
    await tab.done();
    expect(second.last()).toBe("measured");
    expect((await tab.store.get(uuid(1)))?.measures).toBeNull();
    expect(tab.shared.held.size).toBe(0);
  });

  it("says so when it cannot be measured, and is tried again when it is opened again", async () => {
    const tab = await aTab(take(1));
    const { last, leave } = await look(tab, take(1), 1);
    await tab.fail();
    expect(last()).toBe("failed");
    leave();
    await look(tab, take(1), 1);
    expect(tab.begun).toHaveLength(2);
  });

  it("waits while this tab records, and is begun anew after it", async () => {
    const tab = await aTab(take(1));
    const { last } = await look(tab, take(1), 1);
    const release = await tab.locks.hold(takeLock(uuid(9)));
    await settled();
    expect(last()).toBe("waiting");
    expect(tab.begun).toHaveLength(1);
    release();
    await settled();
    expect(tab.begun).toHaveLength(2);
    await tab.done();
    expect(last()).toBe("measured");
  });

  it("is measured by one tab; the other waits for its numbers", async () => {
    const one = await aTab(take(1));
    const other = tabOn(one.store, one.shared);
    await look(one, take(1), 1);
    const there = await look(other, take(1), 1);
    expect(other.begun).toEqual([]);
    await one.done();
    await settled();
    expect(there.last()).toBe("measured");
    expect(other.begun).toEqual([]);
    expect(one.shared.held.size).toBe(0);
  });

  it("is measured by the other tab when the first one leaves it", async () => {
    const one = await aTab(take(1));
    const other = tabOn(one.store, one.shared);
    const { leave } = await look(one, take(1), 1);
    await look(other, take(1), 1);
    leave();
    await settled();
    await settled();
    expect(other.begun).toEqual(["sound/1"]);
  });
});

describe("takes on the list", () => {
  it("are measured one after the other, each when the page is idle, the newest first", async () => {
    const takes = [take(1), take(3), take(2)];
    const tab = await aTab(take(1), take(2), take(3));
    tab.measuring.fill(takes);
    await settled();
    expect(tab.begun).toEqual([]);
    await tab.idle();
    expect(tab.begun).toEqual(["sound/3"]);
    await tab.idle();
    await tab.done();
    expect(tab.begun).toEqual(["sound/3"]); // not before the page is idle again
    await tab.idle();
    await tab.done();
    await tab.idle();
    await tab.done();
    expect(tab.begun).toEqual(["sound/3", "sound/2", "sound/1"]);
    expect(tab.waitsForIdle()).toBe(0);
  });

  it("that are measured, or could not be, are passed over", async () => {
    const tab = await aTab(take(1), take(2));
    tab.measuring.fill([take(1, { measures: someMeasures() }), take(2)]);
    await tab.idle();
    await tab.fail();
    tab.measuring.fill([take(1, { measures: someMeasures() }), take(2)]);
    await tab.idle();
    expect(tab.begun).toEqual(["sound/2"]);
  });

  it("are left alone once one leaves the list, and when they are gone from it", async () => {
    const tab = await aTab(take(1));
    const leave = tab.measuring.fill([take(1), take(2)]);
    await tab.idle();
    expect(tab.begun).toEqual([]); // the second one is newer, and not there
    await tab.idle();
    expect(tab.begun).toEqual(["sound/1"]);
    leave();
    await settled();
    await tab.idle();
    expect(tab.begun).toEqual(["sound/1"]);
    expect((await tab.store.get(uuid(1)))?.measures).toBeNull();
  });

  it("are passed over when another tab is at them", async () => {
    const one = await aTab(take(1));
    const other = tabOn(one.store, one.shared);
    await look(one, take(1), 1);
    other.measuring.fill([take(1)]);
    await other.idle();
    await other.idle();
    expect(other.begun).toEqual([]);
    expect(other.waitsForIdle()).toBe(0);
  });
});

it("what somebody looks at comes before what nobody does, then the newest", () => {
  const job = (number: number, opened: boolean) => ({ take: take(number), opened });
  expect(nextJob([])).toBeUndefined();
  expect(nextJob([job(1, true), job(3, false), job(2, true)])?.take.id).toBe(uuid(2));
  expect(nextJob([job(1, false), job(3, false), job(2, false)])?.take.id).toBe(uuid(3));
});
