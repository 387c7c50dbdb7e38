import type { Stop } from "./clock.ts";

/** Where the browser does not tell when it is idle, this long after the last thing is taken for idle. In milliseconds. */
const PATIENCE = 500;

/** Calls `work` once, when the page has nothing else to do. */
export function whenIdle(work: () => void): Stop {
  if (typeof requestIdleCallback === "function") {
    const asked = requestIdleCallback(work);
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(work, PATIENCE);
  return () => clearTimeout(timer);
}
