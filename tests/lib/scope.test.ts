import { describe, expect, it, vi } from "vitest";
import { Scope } from "../../src/lib/scope.ts";

describe("whatever is acquired has one owner that releases it", () => {
  it("last acquired first, each once", () => {
    const released: string[] = [];
    const scope = new Scope();
    for (const name of ["stream", "context", "node"]) scope.own(name, (resource) => released.push(resource));
    expect(released).toEqual([]);
    scope.close();
    scope.close();
    expect(released).toEqual(["node", "context", "stream"]);
  });
  it("and hands it out", () => {
    const stream = {};
    expect(new Scope().own(stream, () => undefined)).toBe(stream);
  });
  it("at once when it comes too late", () => {
    const scope = new Scope();
    scope.close();
    const release = vi.fn();
    scope.own("stream", release);
    expect(release).toHaveBeenCalledExactlyOnceWith("stream");
    scope.close();
    expect(release).toHaveBeenCalledTimes(1);
  });
  it("although another one fails; the errors are told together", () => {
    const released: string[] = [];
    const scope = new Scope();
    scope.own("first", (name) => released.push(name));
    scope.own("second", () => {
      throw new Error("stuck");
    });
    scope.own("third", (name) => released.push(name));
    expect(() => scope.close()).toThrow(AggregateError);
    expect(released).toEqual(["third", "first"]);
    expect(() => scope.close()).not.toThrow();
  });
  it("listeners too", () => {
    const target = new EventTarget();
    const scope = new Scope();
    const heard = vi.fn();
    scope.listen(target, "ended", heard);
    target.dispatchEvent(new Event("ended"));
    target.dispatchEvent(new Event("mute"));
    expect(heard).toHaveBeenCalledTimes(1);
    scope.close();
    target.dispatchEvent(new Event("ended"));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
