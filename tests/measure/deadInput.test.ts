import { describe, expect, it } from "vitest";
import { type Ms, ms, s } from "../../src/lib/units.ts";
import { type InputWatch, watched, watchInput } from "../../src/measure/deadInput.ts";
import { blocksOf, noise, silence, sound, tone } from "../support/sounds.ts";

const BLOCK = 20;
const START = s(40);

/** Watches a sound block by block; `when` hears of the watch after each. */
function listen(
  blocks: Iterable<Float32Array>,
  when: (watch: InputWatch, now: Ms) => void,
  from = watchInput(START),
) {
  let now: number = START;
  let watch = from;
  for (const block of blocks) {
    now += BLOCK;
    watch = watched(watch, ms(now), block);
    when(watch, ms(now - START));
  }
  return watch;
}

/** When the input was first taken for dead, after so much time; never is Infinity. */
function diedAfter(...parts: Float32Array[]): number {
  let died = Number.POSITIVE_INFINITY;
  listen(blocksOf(sound(...parts)), ({ dead }, now) => {
    if (dead) died = Math.min(died, now);
  });
  return died;
}

describe("an input that was pulled out", () => {
  it("is taken for dead within 3 s of digital silence, and not sooner than 2 s", () => {
    const died = diedAfter(tone(s(1), 440, 0.1), silence(s(5)));
    expect(died).toBeGreaterThanOrEqual(3_000);
    expect(died).toBeLessThan(4_000);
  });

  it("is so too from the very beginning", () => {
    expect(diedAfter(silence(s(5)))).toBeGreaterThanOrEqual(2_000);
    expect(diedAfter(silence(s(5)))).toBeLessThan(3_000);
  });

  it("is so when no blocks come at all", () => {
    const watch = watchInput(START);
    expect(watched(watch, ms(START + 1_999)).dead).toBe(false);
    expect(watched(watch, ms(START + 2_999)).dead).toBe(true);
  });

  it("lives again with the first sound", () => {
    const states: boolean[] = [];
    listen(blocksOf(sound(silence(s(4)), noise(s(1), 0.0005))), ({ dead }) => void states.push(dead));
    expect(states.lastIndexOf(true)).toBe(199);
    expect(states.at(-1)).toBe(false);
  });
});

describe("an input that lives", () => {
  it("is never taken for dead in the quietest real room: one step of 16 bits is sound", () =>
    expect(diedAfter(noise(s(10), 2 ** -15))).toBe(Number.POSITIVE_INFINITY));

  it("is not taken for dead by a silence of under 2 s, however often it comes", () =>
    expect(
      diedAfter(...Array.from({ length: 6 }, () => [silence(s(1.9)), noise(ms(BLOCK), 0.001)]).flat()),
    ).toBe(Number.POSITIVE_INFINITY));

  it("is watched without making new objects while nothing changes", () => {
    const quiet = watched(watchInput(START), ms(START + 100), silence(ms(BLOCK)));
    expect(watched(quiet, ms(START + 200), silence(ms(BLOCK)))).toBe(quiet);
  });

  it("counts blocks of what is no number as silence", () => {
    const broken = new Float32Array(320).fill(Number.NaN);
    expect(watched(watchInput(START), ms(START + 2_999), broken).dead).toBe(true);
  });
});
