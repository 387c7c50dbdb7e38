import { epochOf } from "../lib/day.ts";
import type { Take } from "../store/take.ts";

/** A take that waits for being measured. `opened`: somebody looks at it and waits too. */
export type Job = Readonly<{ take: Pick<Take, "started">; opened: boolean }>;

/** What is measured next: what is looked at before what is not, and the newest first. Undefined when nothing waits. */
export function nextJob<T extends Job>(jobs: readonly T[]): T | undefined {
  return jobs.toSorted(
    (a, b) => Number(b.opened) - Number(a.opened) || epochOf(b.take.started) - epochOf(a.take.started),
  )[0];
}
