import { describe, expect, it } from "vitest";
import { BYTES_PER_MINUTE, backupIsDue, isTight, minutesLeft, suggestions } from "../../src/store/space.ts";
import type { Take } from "../../src/store/take.ts";

/** As much of a take as these rules look at. */
const take = (title: string, bytes: number, rated: boolean, changed = 0): Take =>
  ({ title: { text: title }, audio: { bytes }, rating: rated ? {} : null, changed }) as unknown as Take;

describe("room", () => {
  it("is counted in minutes of speech, twice over: pieces and file lie side by side while recording", () =>
    expect(minutesLeft({ used: 0, quota: 20 * BYTES_PER_MINUTE })).toBe(10));
  it("is never less than none", () => expect(minutesLeft({ used: 10, quota: 5 })).toBe(0));
  it("is tight below an hour of speech", () => {
    expect(isTight({ used: 0, quota: 2 * 60 * BYTES_PER_MINUTE })).toBe(false);
    expect(isTight({ used: 1, quota: 2 * 60 * BYTES_PER_MINUTE })).toBe(true);
  });
});

describe("what could go first", () => {
  it("is what a backup holds, then what was never rated, then what is long; the biggest of each first", () => {
    const takes = [
      take("short, rated", 1, true, 9),
      take("unrated", 2, false, 9),
      take("backed up, small", 3, true, 1),
      take("long, rated", 90, true, 9),
      take("backed up, big", 4, false, 1),
    ];
    expect(suggestions(takes, 5).map(({ take: { title }, because }) => [title.text, because])).toEqual([
      ["backed up, big", "backed-up"],
      ["backed up, small", "backed-up"],
      ["unrated", "unrated"],
      ["long, rated", "long"],
      ["short, rated", "long"],
    ]);
  });
  it("names no more than it is asked for, and knows no backup that was never made", () => {
    const named = suggestions([take("a", 1, true), take("b", 2, true)], null, 1);
    expect(named.map(({ take: { title }, because }) => [title.text, because])).toEqual([["b", "long"]]);
  });
});

describe("the reminder to back up", () => {
  const day = 86_400_000;
  const takes = (count: number, changed: number) =>
    Array.from({ length: count }, () => take("", 1, true, changed));
  it("comes when much was added and nothing was ever backed up", () =>
    expect(backupIsDue(takes(8, 1), null, 2)).toBe(true));
  it("does not come for a few takes", () => expect(backupIsDue(takes(7, 1), null, 99 * day)).toBe(false));
  it("waits a fortnight after the last backup", () => {
    const last = { at: 10, takes: 0 };
    expect(backupIsDue(takes(20, 20), last, 10 + 14 * day)).toBe(false);
    expect(backupIsDue(takes(20, 20), last, 11 + 14 * day)).toBe(true);
  });
  it("counts only what was added or changed since", () =>
    expect(backupIsDue(takes(50, 5), { at: 10, takes: 50 }, 99 * day)).toBe(false));
});
