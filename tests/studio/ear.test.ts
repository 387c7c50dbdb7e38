import { describe, expect, it } from "vitest";
import { type Ms, ms, s } from "../../src/lib/units.ts";
import { Ear } from "../../src/studio/ear.ts";
import { blocksOf, noise, type Part, RATE, silence, sound, speech } from "../support/sounds.ts";

const BLOCK = 20;

/** An ear, and what it reported with the moment of each report. */
function anEar(from: Ms = s(10)) {
  let now: number = from;
  const told: [what: string, at: number][] = [];
  const levels: [peak: number, at: number][] = [];
  const ear = new Ear(from, {
    level: (peak, at) => void levels.push([peak, at]),
    voice: (speaking) => void told.push([speaking ? "voice" : "no voice", now - from]),
    input: (dead) => void told.push([dead ? "dead" : "alive", now - from]),
  });
  return {
    ear,
    told,
    levels,
    /** Hears a sound block by block, and looks four times a second, as the studio does. */
    hear: (...parts: Part[]) => {
      for (const block of blocksOf(sound(...parts))) {
        now += BLOCK;
        ear.hear(block, RATE, ms(now));
        if (now % 250 < BLOCK) ear.look(ms(now));
      }
    },
    /** Time goes by, with looks, and no block comes. */
    nothing: (span: Ms) => {
      const until = now + span;
      while (now + 250 <= until) {
        now += 250;
        ear.look(ms(now));
      }
      now = until;
    },
    /** Time goes by, and the machine sleeps. */
    sleep: (span: Ms) => {
      now += span;
    },
  };
}
/** A second of a very quiet room. */
const quiet = (): Part => noise(s(1), 0.0003);
const words = (told: readonly [string, number][]): string[] => told.map(([what]) => what);

describe("the ear", () => {
  it("tells once when somebody begins to talk, and once when they stop", () => {
    const { hear, told, ear } = anEar();
    hear(noise(s(1)), speech(s(2)), noise(s(1)));
    expect(words(told)).toEqual(["voice", "no voice"]);
    expect(told[0]?.[1]).toBeLessThanOrEqual(1_100);
    expect(ear.speaking).toBe(false);
  });

  it("knows that somebody talks right now", () => {
    const { hear, ear } = anEar();
    hear(noise(s(1)), speech(s(1)));
    expect(ear.speaking).toBe(true);
  });

  it("passes the loudest sample of every block on, with its moment", () => {
    const { hear, levels } = anEar(s(10));
    hear(silence(ms(BLOCK)), new Float32Array(320).fill(-0.25));
    expect(levels).toEqual([
      [0, 10_020],
      [0.25, 10_040],
    ]);
  });
});

describe("a dead input", () => {
  it("is told within 3 s of silence, once, and that it lives again, once", () => {
    const { hear, told } = anEar();
    hear(quiet(), silence(s(5)), quiet());
    expect(words(told)).toEqual(["dead", "alive"]);
    expect(told[0]?.[1]).toBeGreaterThanOrEqual(3_000);
    expect(told[0]?.[1]).toBeLessThan(4_000);
  });

  it("is told when no block comes at all", () => {
    const { hear, nothing, told } = anEar();
    hear(noise(s(1)));
    nothing(s(4));
    expect(words(told)).toEqual(["dead"]);
    expect(told[0]?.[1]).toBeLessThan(4_000);
  });

  it.each([2, 30, 3_600])("is not what a machine is that slept for %i s", (slept) => {
    const { hear, nothing, sleep, told } = anEar();
    hear(noise(s(1)));
    sleep(s(slept));
    nothing(s(1)); // looks come back before blocks do
    hear(noise(s(2)));
    expect(told).toEqual([]);
  });

  it("is told after a sleep when nothing comes any more, after its own patience", () => {
    const { hear, nothing, sleep, told } = anEar();
    hear(noise(s(1)));
    sleep(s(60));
    nothing(s(4));
    expect(words(told)).toEqual(["dead"]);
    expect(told[0]?.[1]).toBeGreaterThanOrEqual(63_000);
  });

  it("stays dead over a sleep, until it is heard", () => {
    const { hear, nothing, sleep, told } = anEar();
    hear(quiet(), silence(s(4)));
    sleep(s(60));
    nothing(s(4));
    expect(words(told).at(-1)).toBe("dead");
    hear(quiet());
    expect(words(told).at(-1)).toBe("alive");
  });
});
