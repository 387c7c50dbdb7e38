import { describe, expect, it } from "vitest";
import type { RoundOutcome } from "../../src/drill/state.ts";
import { takeLock } from "../../src/lib/locks.ts";
import { type Ms, ms, s } from "../../src/lib/units.ts";
import { type Microphone, MicrophoneError } from "../../src/recorder/recorder.ts";
import { openStudio } from "../../src/studio/studio.ts";
import type { KeptTake } from "../../src/studio/takeMaker.ts";
import { aPlan, bees, uuid } from "../support/builders.ts";
import {
  fakeClock,
  fakeFinishing,
  fakeLocks,
  fakeMicrophone,
  fakeStores,
  type MicrophoneHabits,
  settled,
} from "../support/fakes.ts";
import { blocksOf, noise, type Part, RATE, silence, sound, speech } from "../support/sounds.ts";

/** The drill's own id is the first that is asked for, then one a take. */
const takeId = (number: number) => uuid(10 + number);

/** A studio on a fake clock, and everything it reported, in order. */
function aStudio({
  slowDialog = false,
  refused,
  ...habits
}: MicrophoneHabits & Partial<{ slowDialog: boolean; refused: unknown }> = {}) {
  const clock = fakeClock();
  clock.advance(s(100));
  const [stores, locks] = [fakeStores(), fakeLocks()];
  const microphone = fakeMicrophone(clock, habits);
  const told: string[] = [];
  const kept: [round: number, take: KeptTake][] = [];
  let ids = 10;
  let opened = 0;
  let atFailure: () => void = () => undefined;
  let answer: (microphone: Microphone) => void = () => undefined;
  const studio = openStudio(
    {
      clock,
      drafts: stores.drafts,
      takes: stores.takes,
      finishing: fakeFinishing,
      locks,
      newId: () => uuid(ids++),
      openMicrophone: () => {
        opened++;
        if (refused !== undefined) return Promise.reject(refused);
        if (!slowDialog) return Promise.resolve(microphone);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      events: {
        level: () => undefined,
        input: (trouble) => void told.push(`input ${trouble ?? "fine"}`),
        storageFailed: (problem) => void told.push(`storage ${problem}`),
        kept: (round, take) => {
          told.push(`kept ${round}`);
          kept.push([round, take]);
        },
      },
    },
    {
      ready: () => void told.push("ready"),
      recording: () => void told.push("recording"),
      voice: (speaking) => void told.push(speaking ? "voice" : "no voice"),
      failed: (reason) => {
        told.push(`failed ${reason}`);
        atFailure();
      },
    },
  );
  const plan = aPlan({}, {});
  return {
    ...{ clock, stores, locks, microphone, told, kept, studio },
    opened: () => opened,
    /** What the drill does when something went wrong. */
    onFailed: (act: () => void) => {
      atFailure = act;
    },
    /** The browser's dialog is answered with yes. */
    allow: () => answer(microphone),
    /** Opens the microphone and begins a take of that round. */
    begin: async (round = 0) => {
      studio.open();
      await settled();
      studio.record({ plan, round, redealt: false });
      await settled();
      microphone.recording().start();
    },
    /** So many chunks, one a second, in a room where somebody may talk. */
    talk: async (chunks: number, room: (length: Ms) => Part = noise) => {
      for (let number = 0; number < chunks; number++) {
        for (const block of blocksOf(sound(room(s(1))))) {
          clock.advance(ms(20));
          microphone.hear(block, RATE);
        }
        microphone.recording().chunk(number);
        await settled();
      }
    },
    outcome: (changes: Partial<RoundOutcome> = {}): RoundOutcome => ({
      ...{
        round: 0,
        title: bees,
        redealt: false,
        bullets: [],
        turnedAt: null,
        goAt: ms(100_000),
        endedAt: clock.now(),
        length: s(3),
        markers: [],
      },
      ...changes,
    }),
    /** Until everything that was asked for is done. */
    done: async () => {
      for (let turn = 0; turn < 5; turn++) await settled();
    },
  };
}

describe("a sitting", () => {
  it("opens one microphone for all of it, and keeps a take a round", async () => {
    const { studio, begin, talk, outcome, done, kept, told, opened, stores } = aStudio();
    await begin(0);
    await talk(2);
    studio.keep(outcome());
    await done();
    await begin(1);
    await talk(3);
    studio.keep(outcome({ round: 1 }));
    await done();
    expect(opened()).toBe(1);
    expect(told).toEqual(["ready", "recording", "kept 0", "ready", "recording", "kept 1"]);
    expect(kept.map(([, { saved }]) => saved)).toEqual([true, true]);
    const { takes } = await stores.takes.list();
    expect(new Set(takes.map(({ id }) => id))).toEqual(new Set([takeId(1), takeId(2)]));
    expect(new Set(takes.map(({ drill }) => drill))).toEqual(new Set([takeId(0)]));
  });

  it("writes every chunk down as it comes", async () => {
    const { begin, talk, stores } = aStudio();
    await begin();
    for (let chunks = 1; chunks <= 3; chunks++) {
      await talk(1);
      expect(stores.left()).toEqual({ [takeId(1)]: chunks });
    }
  });

  it("hears a voice, and that it was there already when the go was given", async () => {
    const { studio, begin, talk, told, microphone, clock } = aStudio();
    await begin();
    await talk(1);
    await talk(1, speech);
    expect(told.at(-1)).toBe("voice");
    studio.discard();
    studio.record({ plan: aPlan(), round: 0, redealt: true });
    await settled();
    microphone.recording().start();
    expect(told.slice(-2)).toEqual(["recording", "voice"]);
    expect(clock.timers()).toBe(1);
  });

  it("gives the microphone back at its end, and leaves no timer running", async () => {
    const { studio, begin, talk, outcome, done, microphone, clock } = aStudio({ stopsSlowly: true });
    await begin();
    await talk(1);
    studio.keep(outcome());
    studio.close();
    await done();
    expect(microphone.asked).not.toContain("close"); // the last chunk is still to come
    microphone.recording().letStop();
    await done();
    expect(microphone.asked.filter((word) => word === "close")).toHaveLength(1);
    expect(microphone.asked.indexOf("close")).toBeGreaterThan(microphone.asked.indexOf("stopped"));
    expect(clock.timers()).toBe(0);
  });
});

describe("the browser's dialog", () => {
  it("that is answered after its user has left opens a microphone that is closed at once", async () => {
    const { studio, allow, done, microphone, told, clock } = aStudio({ slowDialog: true });
    studio.open();
    studio.close();
    await done();
    allow();
    await done();
    expect(microphone.asked).toEqual(["close"]);
    expect(told).toEqual([]);
    expect(clock.timers()).toBe(0);
  });

  it.each([
    [new MicrophoneError("denied"), "denied"],
    [new MicrophoneError("busy"), "busy"],
    [new TypeError("a fault of ours"), "recorder"],
  ])("that says no is told: %s", async (refused, reason) => {
    const { studio, done, told } = aStudio({ refused });
    studio.open();
    await done();
    expect(told).toEqual([`failed ${reason}`]);
  });

  it("is asked again after a no", async () => {
    const { studio, done, opened } = aStudio({ refused: new MicrophoneError("denied") });
    studio.open();
    await done();
    studio.open();
    await done();
    expect(opened()).toBe(2);
  });
});

describe("a device that goes away", () => {
  it("is told; the take is kept, and the stream closed only after the recorder has stopped", async () => {
    const { studio, begin, talk, outcome, done, microphone, kept, told, onFailed } = aStudio({
      stopsSlowly: true,
      tail: 2,
    });
    onFailed(() => studio.keep(outcome({ cutShort: "lost" }))); // as the drill does, at once
    await begin();
    await talk(2);
    microphone.lose("lost");
    await done();
    expect(told.at(-1)).toBe("failed lost");
    expect(microphone.asked).not.toContain("close");
    microphone.recording().letStop();
    await done();
    expect(microphone.asked.indexOf("close")).toBeGreaterThan(microphone.asked.indexOf("stopped"));
    expect(kept[0]?.[1]).toMatchObject({ saved: true, finished: { take: { length: 3, cutShort: "lost" } } });
  });

  it("is asked for again for the next round", async () => {
    const { studio, begin, talk, outcome, done, microphone, opened, onFailed } = aStudio();
    onFailed(() => studio.keep(outcome({ cutShort: "lost" })));
    await begin();
    await talk(1);
    microphone.lose("lost");
    await done();
    studio.open();
    await done();
    expect(opened()).toBe(2);
  });

  it("cannot be recorded from", async () => {
    const { studio, told } = aStudio();
    studio.record({ plan: aPlan(), round: 0, redealt: false });
    expect(told).toEqual(["failed lost"]);
  });
});

describe("a take that nobody wants", () => {
  it("is forgotten, and its lock released", async () => {
    const { studio, begin, talk, done, stores, locks, told } = aStudio();
    await begin();
    await talk(2);
    studio.discard();
    await done();
    expect(stores.left()).toEqual({});
    expect(locks.held.size).toBe(0);
    expect((await stores.takes.list()).takes).toEqual([]);
    expect(told).not.toContain("kept 0");
  });

  it("makes room at once for the next one, of another title", async () => {
    const { studio, begin, talk, done, stores, microphone, locks } = aStudio({ stopsSlowly: true });
    await begin();
    await talk(1);
    studio.discard();
    studio.record({ plan: aPlan(), round: 0, redealt: true });
    await done();
    expect(microphone.recordings).toHaveLength(2);
    microphone.recordings[0]?.letStop();
    await done();
    expect(Object.keys(stores.left())).toEqual([takeId(2)]);
    expect([...locks.held]).toEqual([takeLock(takeId(2))]);
  });
});

describe("storage that fails in the middle of a take", () => {
  it("is told at once, and the take is made whole all the same", async () => {
    const { studio, begin, talk, outcome, done, stores, told, kept } = aStudio();
    await begin();
    await talk(1);
    stores.fault("append", new DOMException("full", "QuotaExceededError"));
    await talk(2);
    expect(told.filter((word) => word === "storage full")).toHaveLength(2);
    stores.fault("keep", new DOMException("full", "QuotaExceededError"));
    studio.keep(outcome());
    await done();
    expect(kept).toMatchObject([[0, { saved: false, problem: "full", finished: { take: { length: 3 } } }]]);
  });
});

describe("the input", () => {
  const nothing = (length: Ms) => silence(length);

  it("that delivers nothing is told as dead, and as fine when it is heard again", async () => {
    const { begin, talk, told } = aStudio();
    await begin();
    await talk(1);
    await talk(4, nothing);
    expect(told.filter((word) => word.startsWith("input"))).toEqual(["input dead"]);
    await talk(1);
    expect(told.filter((word) => word.startsWith("input"))).toEqual(["input dead", "input fine"]);
  });

  it("that was muted by the system is muted, not dead", async () => {
    const { begin, talk, told, microphone } = aStudio();
    await begin();
    microphone.mute(true);
    await talk(4, nothing);
    expect(told.filter((word) => word.startsWith("input"))).not.toContain("input dead");
    microphone.mute(false);
    await talk(1);
    expect(told.filter((word) => word.startsWith("input")).at(-1)).toBe("input fine");
  });

  it.each(["muted", "dead"])(
    "that was %s is not taken for it any more once another device is open",
    async (was) => {
      const { begin, talk, told, microphone, done } = aStudio();
      await begin();
      if (was === "muted") microphone.mute(true);
      else await talk(4, nothing);
      microphone.lose("lost");
      await done();
      await begin(1);
      await talk(1);
      expect(told.filter((word) => word.startsWith("input")).at(-1)).toBe("input fine");
    },
  );

  it("is told as dead when the audio thread itself stands still", async () => {
    const { begin, told, clock } = aStudio();
    await begin();
    clock.advance(ms(3_000));
    expect(told).toContain("input dead");
  });

  it("of a recorder that hands nothing over is asked for, and given up after eight seconds", async () => {
    const { begin, talk, told, clock, microphone } = aStudio();
    await begin();
    await talk(1);
    clock.advance(s(4.5));
    expect(microphone.recording().asked).toEqual(["flush"]);
    clock.advance(s(4.5));
    expect(told).toContain("failed recorder");
  });
});
