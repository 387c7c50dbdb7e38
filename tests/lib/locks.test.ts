import { describe, expect, it } from "vitest";
import { ownLocks, TAKE_LOCKS, takeLock } from "../../src/lib/locks.ts";
import { fakeLocks, settled } from "../support/fakes.ts";

describe("the locks of a tab", () => {
  it("tell what this tab holds, from when it asks until it lets go, and not what others hold", async () => {
    const shared = fakeLocks();
    const [mine, theirs] = [ownLocks(shared), ownLocks(shared)];
    const told: boolean[] = [];
    mine.onChange(() => told.push(mine.holds(TAKE_LOCKS)));
    const asked = mine.hold(takeLock("a"));
    expect(mine.holds(TAKE_LOCKS)).toBe(true);
    const release = await asked;
    expect([mine.holds("other/"), theirs.holds(TAKE_LOCKS)]).toEqual([false, false]);
    expect(await theirs.isHeld(TAKE_LOCKS)).toBe(true);
    release();
    release(); // twice is as good as once
    await settled();
    expect(mine.holds(TAKE_LOCKS)).toBe(false);
    expect(told).toEqual([true, false]);
  });

  it("count one lock for each time it is held", async () => {
    const mine = ownLocks(fakeLocks());
    const [a, b] = [await mine.hold(takeLock("a")), await mine.hold(takeLock("b"))];
    a();
    expect(mine.holds(TAKE_LOCKS)).toBe(true);
    b();
    expect(mine.holds(TAKE_LOCKS)).toBe(false);
  });

  it("say nothing more to who no longer listens", async () => {
    const mine = ownLocks(fakeLocks());
    let told = 0;
    const stop = mine.onChange(() => told++);
    stop();
    await mine.hold(takeLock("a"));
    expect(told).toBe(0);
  });
});
