import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rungAfter } from "../../src/drill/ladder.ts";
import { supports } from "../../src/drill/settings.ts";
import { always } from "../support/builders.ts";

const rung = (...ratings: number[]) => rungAfter(ratings.map((rating) => ({ rating })));

describe("the ladder of the outline", () => {
  it("begins with five bullets", () => expect(rung()).toBe("five"));
  it("leads one rung up after two takes in a row that went well", () => {
    expect(rung(4)).toBe("five");
    expect(rung(4, 4)).toBe("three");
    expect(rung(4, 3, 4)).toBe("five");
    expect(rung(4, 4, 5, 5)).toBe("one");
    expect(rung(4, 4, 4, 4, 4, 4)).toBe("title");
  });
  it("ends with a title that changes half-way", () => expect(rung(...Array(20).fill(5))).toBe("turn"));
  it("leads one rung down after one that went badly, and never below the first", () => {
    expect(rung(4, 4, 1)).toBe("five");
    expect(rung(1, 1, 1)).toBe("five");
    expect(rung(4, 4, 4, 1.5)).toBe("five");
  });
  it("never skips a rung", () =>
    always(fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { maxLength: 40 }), (ratings) => {
      const rungs = ratings.map((_, at) => supports.indexOf(rung(...ratings.slice(0, at + 1))));
      for (const [at, step] of rungs.entries()) expect(Math.abs(step - (rungs[at - 1] ?? 0))).toBeLessThan(2);
    }));
});
