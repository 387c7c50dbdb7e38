import { describe, expect, it } from "vitest";
import type { Failure, Marker, RoundOutcome } from "../../src/drill/state.ts";
import { takeLock } from "../../src/lib/locks.ts";
import { ms, s } from "../../src/lib/units.ts";
import type { StoreProblem } from "../../src/store/errors.ts";
import type { Finishing } from "../../src/studio/finishTake.ts";
import { TakeMaker } from "../../src/studio/takeMaker.ts";
import { aPlan, bees, line, uuid, wasps } from "../support/builders.ts";
import {
  fakeClock,
  fakeFinishing,
  fakeLocks,
  fakeMicrophone,
  fakeStores,
  type MicrophoneHabits,
  settled,
} from "../support/fakes.ts";

const ID = uuid(1);
const full = new DOMException("full", "QuotaExceededError");
const marker: Marker = { kind: "cut-in", at: s(1), until: s(2), line, struck: "in-window" };

/** A take that has just begun, at second 100 of the clock. */
function aMaker({
  redealt = false,
  finishing = fakeFinishing,
  broken = {},
  ...habits
}: MicrophoneHabits &
  Partial<{
    redealt: boolean;
    finishing: Finishing;
    broken: Parameters<ReturnType<typeof fakeStores>["fault"]>[0] | object;
  }> = {}) {
  const clock = fakeClock();
  clock.advance(s(100));
  const stores = fakeStores();
  if (typeof broken === "string") stores.fault(broken, full);
  const locks = fakeLocks();
  const microphone = fakeMicrophone(clock, habits);
  const failures: Failure[] = [];
  const problems: StoreProblem[] = [];
  const parts = { clock, drafts: stores.drafts, takes: stores.takes, finishing, locks, newId: () => ID };
  const reports = {
    started: () => undefined,
    failed: (reason: Failure) => void failures.push(reason),
    storageFailed: (problem: StoreProblem) => void problems.push(problem),
  };
  const plan = aPlan({}, { pressure: 5 });
  const maker = new TakeMaker(parts, reports, microphone, { plan, round: 1, redealt, drill: uuid(2) });
  const recording = microphone.recording();
  return {
    ...{ clock, stores, locks, microphone, failures, problems, maker, recording, plan },
    /** Records so many chunks, one a second. */
    record: async (chunks: number) => {
      recording.start();
      for (let number = 0; number < chunks; number++) {
        clock.advance(s(1));
        recording.chunk(number);
        await settled();
      }
    },
    keep: (outcome: Partial<RoundOutcome> = {}) =>
      maker.keep({
        ...{ round: 1, title: bees, redealt, goAt: ms(100_500), endedAt: clock.now() },
        length: ms(clock.now() - 100_500),
        ...{ markers: [marker], bullets: [], turnedAt: null },
        ...outcome,
      }),
  };
}
const held = (locks: ReturnType<typeof fakeLocks>) => [...locks.held];
const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];

describe("a take", () => {
  it("is on disk as a draft before its first sample, with all that is known", async () => {
    const { stores, plan } = aMaker();
    await settled();
    const [draft] = (await stores.drafts.list()).drafts;
    expect(draft).toMatchObject({
      id: ID,
      drill: uuid(2),
      round: 1,
      pressure: 5,
      plan,
      title: bees,
      goAt: null,
      cues: [],
    });
    expect(draft).toMatchObject({
      requestedAt: 100_000,
      started: { local: "2026-11-21T09:31:40", utcOffset: 480 },
    });
  });

  it("is of the spare title after a redeal", async () => {
    const { stores } = aMaker({ redealt: true });
    await settled();
    expect((await stores.drafts.list()).drafts[0]?.title).toEqual(wasps);
  });

  it("is written down chunk by chunk, and cue by cue", async () => {
    const { stores, maker, record } = aMaker();
    await record(2);
    expect(stores.left()).toEqual({ [ID]: 2 });
    const bullets = ["Price", " ", "Proof"];
    maker.mark({ goAt: ms(100_500), bullets, markers: [marker], turnedAt: s(30) });
    await settled();
    expect((await stores.drafts.list()).drafts[0]).toMatchObject({
      goAt: 100_500,
      outline: ["Price", "Proof"],
      turn: { at: 130_500, title: wasps },
      cues: [{ kind: "cut-in", at: 101_500, until: 102_500, origin: "plan" }],
    });
  });

  it("goes to the shelf whole, with its tail, and its draft is gone", async () => {
    const { stores, record, keep } = aMaker({ tail: 3 });
    await record(3);
    const kept = await keep();
    expect(kept.saved).toBe(true);
    expect(stores.left()).toEqual({});
    expect(await stores.takes.get(ID)).toMatchObject({
      length: 4,
      goAt: 0.5,
      cutShort: null,
      recovered: false,
      round: 1,
    });
    expect(await stores.takes.get(ID)).toMatchObject({ cues: [{ kind: "cut-in", at: 1.5, until: 2.5 }] });
    expect(await bytesOf(await stores.takes.audio(ID))).toEqual(
      [0, 1, 2, 3].flatMap((number) => [number, 1, 2, 3]),
    );
  });

  it("is of the type that was really recorded", async () => {
    const { record, keep, stores } = aMaker({ recordsInstead: "audio/ogg;codecs=opus" });
    await record(2);
    await keep();
    expect((await stores.takes.get(ID))?.audio.type).toBe("audio/ogg;codecs=opus");
  });

  it("says why it was cut short", async () => {
    const { record, keep, stores } = aMaker();
    await record(2);
    await keep({ cutShort: "lost" });
    expect((await stores.takes.get(ID))?.cutShort).toBe("lost");
  });

  it("that was never heard is none, and says so", async () => {
    const { keep } = aMaker();
    expect(await keep()).toEqual({ saved: false, finished: null, reason: "silent" });
    const { keep: keepLost } = aMaker();
    expect(await keepLost({ cutShort: "lost" })).toMatchObject({ finished: null, reason: "lost" });
  });

  it("lets go of the recorder only after everything is read from it", async () => {
    const { record, keep, recording } = aMaker();
    await record(1);
    await keep();
    expect(recording.asked).toEqual(["stop", "release"]);
  });
});

describe("storage that fails in the middle of a take", () => {
  it("is told, and the take comes out whole, from memory", async () => {
    const { stores, record, keep, problems, clock, recording } = aMaker();
    await record(2);
    stores.fault("append", full);
    clock.advance(s(1));
    recording.chunk(2);
    await settled();
    expect(problems).toEqual(["full"]);
    stores.fault("append");
    clock.advance(s(1));
    recording.chunk(3);
    expect(await keep()).toMatchObject({ saved: true, finished: { take: { length: 4 } } });
    expect(await bytesOf(await stores.takes.audio(ID))).toEqual(
      [0, 1, 2, 3].flatMap((number) => [number, 1, 2, 3]),
    );
  });

  it("and then answers no more: the take comes out whole, from the recorder", async () => {
    const { stores, record, keep } = aMaker();
    await record(3);
    for (const call of ["save", "append", "chunks", "keep"] as const)
      stores.fault(call, new DOMException("gone", "InvalidStateError"));
    const kept = await keep();
    expect(kept).toMatchObject({ saved: false, problem: "unavailable", finished: { take: { length: 3 } } });
    expect(kept.finished && (await bytesOf(kept.finished.audio))).toHaveLength(12);
  });

  it("only when the take is put on the shelf: it is made whole, can be saved by hand, and its draft stays", async () => {
    const { stores, record, keep } = aMaker({ broken: "keep" });
    await record(2);
    expect(await keep()).toMatchObject({ saved: false, problem: "full", finished: { take: { length: 2 } } });
    expect(stores.left()).toEqual({ [ID]: 2 });
  });

  it("from the very first word on", async () => {
    const { record, keep, problems, stores } = aMaker({ broken: "save" });
    await record(2);
    expect(problems).toEqual(["full"]);
    stores.fault("save");
    expect(await keep()).toMatchObject({ saved: true });
  });
});

describe("the lock of a take", () => {
  it("is held before its draft is written", async () => {
    const { stores, locks } = aMaker();
    expect(stores.asked).toEqual([]);
    await settled();
    expect(held(locks)).toEqual([takeLock(ID)]);
    expect(stores.asked).toEqual(["save"]);
  });

  it("keeps the draft back while somebody else holds it", async () => {
    const clock = fakeClock();
    const [stores, locks] = [fakeStores(), fakeLocks()];
    const release = await locks.hold(takeLock(ID));
    const parts = {
      clock,
      drafts: stores.drafts,
      takes: stores.takes,
      finishing: fakeFinishing,
      locks,
      newId: () => ID,
    };
    const reports = { started: () => undefined, failed: () => undefined, storageFailed: () => undefined };
    new TakeMaker(parts, reports, fakeMicrophone(clock), {
      plan: aPlan(),
      round: 0,
      redealt: false,
      drill: uuid(2),
    });
    await settled();
    expect(stores.asked).toEqual([]);
    release();
    await settled();
    expect(stores.asked).toEqual(["save"]);
  });

  it("is held until the take is on the shelf, and then released", async () => {
    const { stores, locks, record, keep } = aMaker();
    const { keep: shelve } = stores.takes;
    const whileKept: string[][] = [];
    Object.assign(stores.takes, {
      keep: async (...all: Parameters<typeof shelve>) => {
        await shelve(...all);
        whileKept.push(held(locks));
      },
    });
    await record(1);
    await keep();
    expect(whileKept).toEqual([[takeLock(ID)]]);
    expect(held(locks)).toEqual([]);
  });

  const broken = (part: Partial<Finishing>): Finishing => ({ ...fakeFinishing, ...part });
  it.each([
    ["nothing was recorded", {}, 0],
    [
      "the file cannot be made",
      { finishing: broken({ finalise: () => Promise.reject(new Error("no")) }) },
      2,
    ],
    [
      "the sound cannot be decoded",
      {
        finishing: broken({
          decode: () => {
            throw new Error("no");
          },
        }),
      },
      2,
    ],
    [
      "no checksum can be had",
      { finishing: broken({ checksum: () => Promise.reject(new TypeError("no")) }) },
      2,
    ],
    ["the shelf is full", { broken: "keep" as const }, 2],
    ["nothing can be written", { broken: "append" as const }, 2],
    ["the draft cannot be written", { broken: "save" as const }, 2],
    ["the chunks cannot be read", { broken: "chunks" as const }, 2],
  ])("is released although %s", async (_, trouble, chunks) => {
    const { locks, record, keep } = aMaker(trouble);
    await record(chunks);
    await keep();
    expect(held(locks)).toEqual([]);
  });

  it.each([
    ["it is discarded", {}],
    ["it is discarded and the disk refuses", { broken: "discard" as const }],
  ])("is released when %s", async (_, trouble) => {
    const { locks, record, maker } = aMaker(trouble);
    await record(1);
    await maker.discard();
    expect(held(locks)).toEqual([]);
  });

  it("is released although the recorder cannot be stopped", async () => {
    for (const end of ["keep", "discard"] as const) {
      const { locks, record, maker, keep, recording } = aMaker();
      await record(1);
      Object.assign(recording, { stop: () => Promise.reject(new Error("no")) });
      await (end === "keep" ? keep() : maker.discard()).then(
        () => undefined,
        () => undefined,
      );
      expect(held(locks)).toEqual([]);
    }
  });
});

describe("a take that nobody wants", () => {
  it("is forgotten, chunks and all, after the recorder has stopped", async () => {
    const { stores, record, maker, recording } = aMaker({ tail: 9 });
    await record(2);
    await maker.discard();
    await settled();
    expect(stores.left()).toEqual({});
    expect(recording.asked).toEqual(["stop", "release"]);
  });

  it("is told of when it cannot be forgotten", async () => {
    const { maker, problems } = aMaker({ broken: "discard" });
    await maker.discard();
    expect(problems).toEqual(["full"]);
  });
});

describe("a recorder that hands nothing over", () => {
  it("is asked for what it has, then given up when it does not answer", async () => {
    const { maker, clock, recording, failures, record } = aMaker();
    await record(2);
    const look = () => maker.look(clock.now());
    clock.advance(ms(3_900));
    look();
    expect(recording.asked).toEqual([]);
    clock.advance(ms(200));
    look();
    expect(recording.asked).toEqual(["flush"]);
    expect(failures).toEqual([]);
    clock.advance(ms(3_900));
    look();
    expect(failures).toEqual([]);
    clock.advance(ms(200));
    look();
    expect(failures).toEqual(["recorder"]);
    expect(recording.asked).toEqual(["flush"]);
  });

  it("lives on when it answers, and is asked again the next time", async () => {
    const { maker, clock, recording, failures, record } = aMaker();
    await record(1);
    for (let round = 1; round <= 3; round++) {
      clock.advance(ms(4_500));
      maker.look(clock.now());
      clock.advance(ms(100));
      recording.chunk(round);
    }
    expect(recording.asked).toEqual(["flush", "flush", "flush"]);
    expect(failures).toEqual([]);
  });

  it("is asked, not given up, after the machine slept", async () => {
    const { maker, clock, recording, failures, record } = aMaker();
    await record(1);
    clock.advance(s(3_600));
    maker.look(clock.now());
    expect(recording.asked).toEqual(["flush"]);
    expect(failures).toEqual([]);
  });

  it("is given up from the start, when not even a first chunk comes", () => {
    const { maker, clock, recording, failures } = aMaker();
    for (let at = 0; at < 9_000; at += 250) {
      clock.advance(ms(250));
      maker.look(clock.now());
      if (failures.length > 0) break;
    }
    expect(recording.asked).toEqual(["flush"]);
    expect(failures).toEqual(["recorder"]);
  });

  it("is left alone once it was stopped", async () => {
    const { maker, clock, recording, failures, record, keep } = aMaker();
    await record(1);
    await keep();
    clock.advance(s(60));
    maker.look(clock.now());
    expect(recording.asked).not.toContain("flush");
    expect(failures).toEqual([]);
  });
});
