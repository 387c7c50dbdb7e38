import { describe, expect, it } from "vitest";
import { measure } from "../../src/measure/measure.ts";
import { measureTake } from "../../src/measure/measureTake.ts";
import { inNoise, talk } from "../support/voices.ts";

const { samples, sampleRate } = inNoise(talk(4, [9, 12]).sound, 40);
const context = { cues: [{ kind: "cut-in", at: 3, until: 3.6 }], goAt: 0.2 };

/** The sound in stretches of a second. */
async function* stretches(each = sampleRate) {
  for (let at = 0; at < samples.length; at += each)
    yield { start: at / sampleRate, samples: samples.slice(at, at + each), sampleRate };
}

describe("a take measured in a worker", () => {
  it("has the same numbers as on the command line, and tells its progress", async () => {
    const told: number[] = [];
    const { measures, track } = await measureTake(stretches(), {
      context,
      progress: (seconds) => void told.push(seconds),
    });
    expect(measures).toEqual(measure(samples, sampleRate, context));
    expect(track.length).toBe(Math.floor((samples.length / sampleRate) * 100));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(samples.length / sampleRate, 6);
  });

  it("ends when it is told to", async () => {
    const stop = new AbortController();
    const work = measureTake(stretches(1_600), {
      context,
      progress: () => stop.abort(new Error("enough")),
      signal: stop.signal,
    });
    await expect(work).rejects.toThrow("enough");
  });

  it("fails with what decoding failed of", async () => {
    async function* broken(): AsyncGenerator<never> {
      yield* [];
      throw new Error("cannot be decoded");
    }
    await expect(measureTake(broken(), { context })).rejects.toThrow("cannot be decoded");
  });
});
