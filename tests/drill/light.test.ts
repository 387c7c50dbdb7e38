import fc from "fast-check";
import { expect, it } from "vitest";
import { clockFace, light } from "../../src/drill/light.ts";
import { ms, s } from "../../src/lib/units.ts";
import { always } from "../support/builders.ts";

it.each([
  [0, "none"],
  [59.999, "none"],
  [60, "green"], // two thirds
  [74.999, "green"],
  [75, "amber"], // five sixths
  [89.999, "amber"],
  [90, "red"],
  [400, "red"],
])("shows at second %d of 90: %s", (elapsed, shown) => expect(light(s(elapsed), s(90))).toBe(shown));
it("counts down to the end, then up", () => {
  expect(clockFace(s(30), s(120))).toEqual({ left: s(90), over: 0, share: 0.25 });
  expect(clockFace(s(120), s(120))).toEqual({ left: 0, over: 0, share: 1 });
  expect(clockFace(s(150), s(120))).toEqual({ left: 0, over: s(30), share: 1 });
});
it("shows a full clock before the first moment, whatever the clock says", () =>
  expect(clockFace(ms(-20), s(60))).toEqual({ left: ms(60_020), over: 0, share: 0 }));
it("never shows time left and overtime together, and its light only ever moves on", () => {
  const order = ["none", "green", "amber", "red"];
  always(
    fc.record({
      elapsed: fc.nat(7_200_000),
      more: fc.nat(60_000),
      speakFor: fc.integer({ min: 5_000, max: 3_600_000 }),
    }),
    ({ elapsed, more, speakFor }) => {
      const { left, over, share } = clockFace(ms(elapsed), ms(speakFor));
      expect(Math.min(left, over)).toBe(0);
      expect(elapsed + left - over).toBe(speakFor);
      expect(share).toBeLessThanOrEqual(1);
      const moved = order.indexOf(light(ms(elapsed + more), ms(speakFor)));
      expect(moved).toBeGreaterThanOrEqual(order.indexOf(light(ms(elapsed), ms(speakFor))));
    },
  );
});
