import { describe, expect, it } from "vitest";
import { type Ms, ms, s, seconds } from "../../src/lib/units.ts";
import { LivePeaks } from "../../src/measure/livePeaks.ts";
import { PEAKS_PER_SECOND } from "../../src/measure/peaks.ts";
import type { Chunk } from "../../src/recorder/recorder.ts";
import { readTake } from "../../src/store/take.ts";
import { draftCue, type Finishing, finishTake } from "../../src/studio/finishTake.ts";
import { aDraft, line } from "../support/builders.ts";
import { chunkBytes, fakeFinishing } from "../support/fakes.ts";

const chunks = (count: number): Chunk[] =>
  Array.from({ length: count }, (_, index) => ({ bytes: chunkBytes(index), arrivedAt: s(101 + index) }));
const ended = { cutShort: null, recovered: false, now: 1_795_224_600_000 };

/** Edges that make a file of that length, and count what they decode. */
function edges(length: number, changes: Partial<Finishing> = {}) {
  const decoded: number[] = [];
  const parts: Finishing = {
    ...fakeFinishing,
    finalise: async (all, type, requestedAt) => ({
      ...(await fakeFinishing.finalise(all, type, requestedAt)),
      length: seconds(length),
      place: (moment) => seconds(Math.min(length, Math.max(0, (moment - requestedAt) / 1000))),
    }),
    decode: async function* () {
      for (let start = 0; start < length; start += 30) {
        decoded.push(start);
        const samples = new Float32Array(Math.round(Math.min(30, length - start) * 1_000)).fill(0.25);
        for (let at = 0; at < samples.length; at += 1_000) samples[at] = 0.75; // once a second
        yield { start: seconds(start), samples, sampleRate: 1_000 };
      }
    },
    ...changes,
  };
  return { parts, decoded };
}

/** What was heard live of that file, 45 ms late; deaf from second `until` on. */
function heardLive(length: number, until = length): LivePeaks {
  const live = new LivePeaks();
  for (let bin = 0; bin < Math.min(until, length) * PEAKS_PER_SECOND; bin++)
    live.add(ms(100_000 + (bin + 1) * 20 + 45), bin % PEAKS_PER_SECOND === 0 ? 0.75 : 0.25);
  return live;
}

describe("a draft and its chunks", () => {
  it("become a take that can be read", async () => {
    const { take, audio } = await finishTake(aDraft(), chunks(21), ended, edges(21).parts);
    expect(readTake(take)).toEqual({ take });
    expect(take.audio).toMatchObject({ bytes: audio.size, type: audio.type, gaps: [] });
    expect(take).toMatchObject({
      length: 21,
      recovered: false,
      cutShort: null,
      rating: null,
      notes: "",
      binned: null,
    });
    expect(take.changed).toBe(ended.now);
  });

  it("have the go signal and every cue placed on the take's own line", async () => {
    const cues = [
      { kind: "cut-in", at: s(110.5), until: s(112.5), line, origin: "plan" },
      { kind: "blank", at: s(115), until: null, line: null, origin: "plan" },
    ];
    const { take } = await finishTake(aDraft({ cues }), chunks(21), ended, edges(21).parts);
    expect(take.goAt).toBe(0.5);
    expect(take.cues).toEqual([
      { kind: "cut-in", at: 10.5, until: 12.5, line, origin: "plan" },
      { kind: "blank", at: 15, until: null, line: null, origin: "plan" },
    ]);
  });

  it("have them placed by the file's own line, not by the clock: behind a hole they lie later", async () => {
    const holed = edges(21, {
      finalise: async (all, type, requestedAt) => {
        const whole = await fakeFinishing.finalise(all, type, requestedAt);
        const place = (moment: Ms) => seconds((moment - requestedAt) / 1000 - 0.123_456_789);
        return {
          ...whole,
          length: seconds(21),
          gaps: [{ at: seconds(3.000_04), length: seconds(0.5) }],
          place,
        };
      },
    }).parts;
    const { take } = await finishTake(aDraft(), chunks(21), ended, holed);
    expect(take.cues[0]).toMatchObject({ at: 10.3765, until: 12.3765 }); // to a tenth of a millisecond
    expect(take.audio.gaps).toEqual([{ at: 3, length: 0.5 }]);
  });

  it("begin with the go when it never was given", async () => {
    const { take } = await finishTake(aDraft({ goAt: null, cues: [] }), chunks(2), ended, edges(2).parts);
    expect(take.goAt).toBe(0);
  });

  it("say that holes could not be looked for, where they could not", async () => {
    const blind = edges(5, {
      finalise: async (...all) => ({ ...(await fakeFinishing.finalise(...all)), gapsKnown: false }),
    }).parts;
    expect((await finishTake(aDraft(), chunks(5), ended, blind)).take.audio.gaps).toBeNull();
  });

  it("keep their round, seed, title and plan, and how they came to their end", async () => {
    const draft = aDraft({ round: 2, seed: 99, pressure: 5, language: "zh-CN" });
    const ending = { cutShort: "lost", recovered: true, now: 5 } as const;
    const { take } = await finishTake(draft, chunks(3), ending, edges(3).parts);
    expect(take).toMatchObject({
      round: 2,
      seed: 99,
      pressure: 5,
      language: "zh-CN",
      cutShort: "lost",
      recovered: true,
    });
    expect(take).toMatchObject({
      id: draft.id,
      drill: draft.drill,
      plan: draft.plan,
      title: draft.title,
      changed: 5,
    });
  });

  it("are no take when they hold no sound", async () =>
    await expect(finishTake(aDraft(), [], ended, fakeFinishing)).rejects.toMatchObject({
      name: "NothingRecordedError",
    }));
});

describe("the waveform", () => {
  const loud = (peaks: Float32Array): number[] =>
    [...peaks.entries()].filter(([, value]) => value === 0.75).map(([bin]) => bin);
  const onceASecond = (length: number) => Array.from({ length }, (_, second) => second * PEAKS_PER_SECOND);

  it("of a short take is decoded", async () => {
    const { parts, decoded } = edges(60);
    const { peaks } = await finishTake(aDraft(), chunks(60), ended, parts, heardLive(60));
    expect(loud(peaks)).toEqual(onceASecond(60));
    expect(decoded).toEqual([0, 30]);
  });

  it("of a long one is drawn from what was heard, and only its beginning decoded", async () => {
    const { parts, decoded } = edges(600);
    const { peaks } = await finishTake(aDraft(), chunks(600), ended, parts, heardLive(600));
    expect(peaks).toHaveLength(600 * PEAKS_PER_SECOND);
    expect(loud(peaks)).toEqual(onceASecond(600));
    expect(decoded).toEqual([0]);
  });

  it("of a long one that was not heard enough, or not at all, is decoded", async () => {
    for (const live of [undefined, heardLive(600, 500)]) {
      const { parts, decoded } = edges(600);
      const { peaks } = await finishTake(aDraft(), chunks(600), ended, parts, live);
      expect(loud(peaks)).toEqual(onceASecond(600));
      expect(decoded).toHaveLength(20);
    }
  });
});

it("writes a marker down at its moment of the clock, since its place is not known yet", () => {
  const marker = { kind: "cut-in", at: s(10), until: s(12), line, struck: "in-window" } as const;
  expect(draftCue(s(100.5), marker)).toEqual({
    kind: "cut-in",
    at: s(110.5),
    until: s(112.5),
    line,
    origin: "plan",
  });
  expect(draftCue(s(100.5), { ...marker, until: null })).toMatchObject({ until: null });
});
