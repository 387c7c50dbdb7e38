import { describe, expect, it } from "vitest";
import { guard, StoreError, type StoreProblem } from "../../src/store/errors.ts";

describe("a storage failure", () => {
  it.each<[string, StoreProblem]>([
    ["QuotaExceededError", "full"],
    ["NotFoundError", "missing"],
    ["InvalidStateError", "unavailable"],
    ["SecurityError", "unavailable"],
    ["UnknownError", "unavailable"],
    ["VersionError", "outdated"],
    ["DataCloneError", "broken"],
  ])("of the browser's kind %s is %s", (name, problem) => {
    const cause = new DOMException("the browser's words", name);
    const error = StoreError.from(cause);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.problem).toBe(problem);
    expect(error.cause).toBe(cause);
    expect(error.name).toBe("StoreError");
  });

  it("of any other kind is broken, and its cause is kept", () => {
    for (const cause of [new TypeError("no"), "no", null, undefined]) {
      expect(StoreError.from(cause)).toMatchObject({ problem: "broken" });
      expect(StoreError.from(cause).cause).toBe(cause);
    }
    expect(StoreError.from({ name: "QuotaExceededError" }).problem).toBe("broken"); // a name alone proves nothing
  });

  it("that is told already is told once", () => {
    const error = new StoreError("full");
    expect(StoreError.from(error)).toBe(error);
  });

  it("comes out of the guard as one, and what works comes out as it is", async () => {
    await expect(guard(async () => 7)).resolves.toBe(7);
    const full = guard(() => Promise.reject(new DOMException("no", "QuotaExceededError")));
    await expect(full).rejects.toMatchObject({ name: "StoreError", problem: "full" });
  });

  it("is a StoreError too when the work fails before it has begun", async () => {
    const closed = () =>
      guard((): Promise<never> => {
        throw new DOMException("The database connection is closing.", "InvalidStateError");
      });
    await expect(Promise.resolve().then(closed)).rejects.toMatchObject({
      name: "StoreError",
      problem: "unavailable",
    });
  });
});
