import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ms, ms } from "../../src/lib/units.ts";
import { ClockPair } from "../../src/recorder/clockPair.ts";
import { always } from "../support/builders.ts";

/** Blocks of 20 ms on a clock that began 5 s later; each comes `late` milliseconds after its end. */
function placed(late: readonly number[]): number[] {
  const clocks = new ClockPair();
  let now = 0;
  return late.map((delay, block) => {
    const end = (block + 1) * 20;
    now = Math.max(now, 5_000 + end + delay); // nothing arrives before what was sent earlier
    return clocks.place(ms(end) as Ms, ms(now)) - end;
  });
}

describe("two clocks", () => {
  it("are as far apart as the most punctual block says", () =>
    expect(placed([3, 9, 4, 3, 12, 3])).toEqual([5_003, 5_003, 5_003, 5_003, 5_003, 5_003]));
  it("stay where they are when a second of blocks comes at once", () => {
    const stall = Array.from({ length: 50 }, (_, block) => 1_000 - block * 20);
    const places = placed([...Array(20).fill(2), ...stall, 2, 2]);
    expect(new Set(places)).toEqual(new Set([5_002]));
  });
  it("follow when audio was lost: from then on all comes later", () => {
    const places = placed([...Array(50).fill(2), ...Array(200).fill(302)]);
    expect(places[49]).toBe(5_002);
    expect(places.at(-1)).toBe(5_302);
  });
  it("place nothing later than it came, and nothing earlier than the most punctual", () =>
    always(fc.array(fc.nat(900), { minLength: 1, maxLength: 200 }), (late) => {
      for (const [block, place] of placed(late).entries()) {
        expect(place).toBeLessThanOrEqual(5_000 + Math.max(...late.slice(0, block + 1)));
        expect(place).toBeGreaterThanOrEqual(5_000 + Math.min(...late.slice(0, block + 1)));
      }
    }));
});
