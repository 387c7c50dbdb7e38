import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { realClock } from "../../src/lib/clock.ts";
import { localTime } from "../../src/lib/day.ts";
import { once } from "../../src/lib/once.ts";
import { ms, s, seconds, toSeconds } from "../../src/lib/units.ts";

/* The real clock and the one event, with the timers below them held still. */
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("units", () => {
  it("are numbers with a name", () => {
    expect([ms(90), seconds(1.5)]).toEqual([90, 1.5]);
  });
  it("turn into each other", () => {
    expect(s(90)).toBe(90_000);
    expect(toSeconds(ms(1_250))).toBe(1.25);
    expect(toSeconds(s(7))).toBe(7);
  });
});

describe("the real clock", () => {
  it("goes on", () => {
    const before = realClock.now();
    vi.advanceTimersByTime(40);
    expect(realClock.now() - before).toBeCloseTo(40, 6);
  });
  it("tells the wall's time with its offset", () => {
    vi.setSystemTime(Date.UTC(2026, 10, 21, 1, 30));
    const { epoch, utcOffset } = realClock.date();
    expect(epoch).toBe(Date.UTC(2026, 10, 21, 1, 30));
    const wall = new Date(epoch);
    expect(localTime(epoch, utcOffset).local).toContain(`T${String(wall.getHours()).padStart(2, "0")}:`);
  });
  it("calls again and again until it is stopped, and stopping twice is harmless", () => {
    const work = vi.fn();
    const stop = realClock.every(ms(50), work);
    vi.advanceTimersByTime(149);
    expect(work).toHaveBeenCalledTimes(2);
    stop();
    stop();
    vi.advanceTimersByTime(500);
    expect(work).toHaveBeenCalledTimes(2);
  });
  it("calls once after a while, unless stopped before", () => {
    const [work, stopped] = [vi.fn(), vi.fn()];
    realClock.after(s(1), work);
    realClock.after(s(1), stopped)();
    vi.advanceTimersByTime(999);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledTimes(1);
    expect(stopped).not.toHaveBeenCalled();
  });
});

describe("the next event", () => {
  const waiting = (target: EventTarget) => {
    const state = { over: false };
    void once(target, "stop", 3_000).then(() => {
      state.over = true;
    });
    return state;
  };
  it("is waited for, and no other", async () => {
    const target = new EventTarget();
    const state = waiting(target);
    target.dispatchEvent(new Event("error"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state.over).toBe(false);
    target.dispatchEvent(new Event("stop"));
    await vi.advanceTimersByTimeAsync(0);
    expect(state.over).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
  it("is not waited for for ever: a browser may forget to send it", async () => {
    const target = new EventTarget();
    const removed = vi.spyOn(target, "removeEventListener");
    const state = waiting(target);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(state.over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.over).toBe(true);
    expect(removed).toHaveBeenCalledTimes(1);
  });
});
