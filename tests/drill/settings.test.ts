import { expect, it } from "vitest";
import { defaultRounds, usualRounds } from "../../src/drill/settings.ts";
import { s } from "../../src/lib/units.ts";

it("begins calm, and gets harder: baseline first, then pressure", () => {
  expect(defaultRounds[0]?.pressure).toBe(0);
  for (const [index, { pressure }] of defaultRounds.entries())
    expect(pressure).toBeLessThan(defaultRounds[index + 1]?.pressure ?? Number.POSITIVE_INFINITY);
});
it("leaves time to rate and to breathe in ten minutes", () => {
  const spoken = defaultRounds.reduce((sum, { prepareFor, speakFor }) => sum + prepareFor + speakFor, 0);
  expect(spoken).toBeGreaterThan(s(300));
  expect(spoken).toBeLessThan(s(480));
});
it("gives as many rounds as are asked for, the last of the usual ones again and again", () => {
  expect(usualRounds(1)).toEqual(defaultRounds.slice(0, 1));
  expect(usualRounds(3)).toEqual(defaultRounds);
  expect(usualRounds(5)).toEqual([...defaultRounds, defaultRounds[2], defaultRounds[2]]);
  expect(usualRounds(0)).toEqual([]);
});
