import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeClock, extraAt, momentOf, roundClock, roundTime } from "../../src/drill/roundClock.ts";
import { ms, s } from "../../src/lib/units.ts";
import { always } from "../support/builders.ts";

const two = roundClock(s(120));

describe("a round whose time is cut", () => {
  const left = (at: number, leaves: number) => changeClock(two, { leaves }, s(at)).end - s(at);
  it("leaves that share of the time left, in steps of 5 s", () => {
    expect(left(40, 0.5)).toBe(s(40));
    expect(left(47, 0.5)).toBe(s(35)); // 36.5 s
  });
  it("leaves a minute at most, and 10 s at least", () => {
    expect(changeClock(roundClock(s(600)), { leaves: 0.5 }, s(40)).end).toBe(s(100));
    expect(left(105, 0.3)).toBe(s(10));
  });
  it("is never longer than it was", () => {
    expect(changeClock(two, { leaves: 0.5 }, s(112))).toBe(two);
    expect(changeClock(two, { leaves: 0.5 }, s(130))).toBe(two);
  });
  it("may be cut twice", () => {
    const once = changeClock(two, { leaves: 0.5 }, s(40));
    expect(changeClock(once, { leaves: 0.5 }, s(40)).end).toBe(s(60));
  });
  it("says when it was changed", () =>
    expect(changeClock(two, { leaves: 0.5 }, s(40)).changedAt).toBe(s(40)));
});

describe("a clock that stands still", () => {
  const still = changeClock(two, { extra: s(20) }, s(40));
  it("goes on 20 s later where it was", () =>
    expect([30, 40, 50, 60, 75].map((at) => roundTime(still, s(at)))).toEqual([30, 40, 40, 40, 55].map(s)));
  it("shows the short one meanwhile", () => {
    const extra = { from: s(40), until: s(60) };
    expect([39.9, 40, 59.9, 60].map((at) => extraAt(still, s(at)))).toEqual([null, extra, extra, null]);
  });
  it("takes nothing off the round's time", () => expect(still.end).toBe(s(120)));
  it("is cut by what is left of its own time", () =>
    expect(changeClock(still, { leaves: 0.5 }, s(80)).end).toBe(s(90))); // 60 of 120 s are gone
  it("finds the moment for a time again, when it runs", () => {
    expect(momentOf(still, s(39))).toBe(s(39));
    expect(momentOf(still, s(40))).toBe(s(60));
    const anyExtras = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 30_000 })),
      {
        maxLength: 4,
      },
    );
    always(fc.tuple(anyExtras, fc.nat(200_000)), ([spans, at]) => {
      let [clock, moment] = [two, 0];
      for (const [before, extra] of spans) {
        moment += before;
        clock = changeClock(clock, { extra: ms(extra) }, ms(moment));
        moment += extra;
      }
      const time = roundTime(clock, ms(at));
      expect(time).toBeLessThanOrEqual(at);
      expect(roundTime(clock, momentOf(clock, time))).toBe(time);
      if (extraAt(clock, ms(at)) === null) expect(momentOf(clock, time)).toBe(at);
      expect(roundTime(clock, ms(at + 1)) - time).toBe(extraAt(clock, ms(at)) ? 0 : 1);
    });
  });
});
