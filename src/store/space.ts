import type { Take } from "./take.ts";

/** What the browser says of this origin's storage, in bytes. */
export type SpaceEstimate = Readonly<{ used: number; quota: number }>;

/** A minute of speech at 64 kbit/s, in bytes. */
export const BYTES_PER_MINUTE = (64_000 / 8) * 60;
/** Pieces and finished file lie side by side until a take is on the shelf. */
const COPIES_WHILE_RECORDING = 2;
/** Below this many minutes the user is warned: six drills. */
const WARN_BELOW = 60;

/** How many minutes of speech there is still room for; never negative. */
export const minutesLeft = ({ used, quota }: SpaceEstimate): number =>
  Math.max(0, Math.floor((quota - used) / (BYTES_PER_MINUTE * COPIES_WHILE_RECORDING)));

/** Whether it is time to say something, well before the end. */
export const isTight = (estimate: SpaceEstimate): boolean => minutesLeft(estimate) < WARN_BELOW;

/** Why a take might be let go first. Nothing is ever deleted by itself. */
export type Suggestion = Readonly<{ take: Take; because: "backed-up" | "unrated" | "long" }>;

/**
 * The takes that would make the most room, biggest first, with a reason each: what is in a backup can be had back,
 * what was never rated was perhaps never missed, what is long takes the most room.
 * @param backedUpAt when the last backup was made, in milliseconds since 1970 UTC; null: never
 * @param most       how many to name
 */
export function suggestions(
  takes: readonly Take[],
  backedUpAt: number | null,
  most = 5,
): readonly Suggestion[] {
  const reason = (take: Take): Suggestion["because"] => {
    if (backedUpAt !== null && take.changed < backedUpAt) return "backed-up";
    return take.rating === null ? "unrated" : "long";
  };
  const order: readonly Suggestion["because"][] = ["backed-up", "unrated", "long"];
  return takes
    .map((take) => ({ take, because: reason(take) }))
    .sort(
      (a, b) =>
        order.indexOf(a.because) - order.indexOf(b.because) || b.take.audio.bytes - a.take.audio.bytes,
    )
    .slice(0, most);
}

/** What is known of the last backup. */
export type LastBackup = Readonly<{ at: number; takes: number }>;

const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;
/** So many takes are a month of weekends. */
const MANY_NEW = 8;

/** Whether to remind, gently: the last backup is old, and much has been added since. */
export function backupIsDue(takes: readonly Take[], last: LastBackup | null, now: number): boolean {
  const added = takes.filter(({ changed }) => last === null || changed > last.at).length;
  return added >= MANY_NEW && (last === null || now - last.at > FORTNIGHT);
}
