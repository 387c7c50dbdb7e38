import { defaultSettings, readSettings, type Settings } from "../settings.ts";
import { readTake, type Take } from "../take.ts";

/** How what is here stands to the backup's copy of the same take. */
export type Standing =
  | Readonly<{ is: "absent" }>
  /** Older here. `take` is null when the record here cannot be read. */
  | Readonly<{ is: "older"; take: Take | null }>
  | Readonly<{ is: "same" | "newer"; take: Take | null }>;

/**
 * Compares by when their user last touched them; a deletion is a touch.
 *
 * A record here that cannot be read gives way to a readable one, unless it says that it is newer, or was made by a newer
 * Offscript: that one reads it again.
 * @param here the record as it is stored here, undefined when there is none
 */
export function standing(here: unknown, theirs: Take): Standing {
  if (here === undefined) return { is: "absent" };
  const read = readTake(here);
  if ("take" in read) {
    const [ours, other] = [touched(read.take), touched(theirs)];
    return { is: ours < other ? "older" : ours === other ? "same" : "newer", take: read.take };
  }
  const { version, changed, binned } = (here ?? {}) as Partial<Record<string, unknown>>;
  const later = Math.max(number(changed), number(binned)) > touched(theirs);
  return { is: later || number(version) > theirs.version ? "newer" : "older", take: null };
}

const touched = ({ changed, binned }: Take): number => Math.max(changed, binned ?? 0);
const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** One take from two copies: the recording, and all that was found in it, of one; what its user made of it, of the other. */
export function withEdits(recording: Take, { rating, notes, tags, changed, binned }: Take): Take {
  return { ...recording, rating, notes, tags, changed, binned };
}

/** Whether settings are as they come. */
export const isUntouched = (settings: Settings): boolean =>
  JSON.stringify(readSettings(settings)) === JSON.stringify(defaultSettings);

/** Whether a record is still the one that was judged. Every edit moves `changed`, and so does the bin. */
export function isStill(here: unknown, judged: unknown): boolean {
  if (here === undefined || judged === undefined) return here === judged;
  const [now, then] = [here, judged].map((value) => (value ?? {}) as Partial<Record<string, unknown>>);
  return (["version", "changed", "binned"] as const).every((mark) => Object.is(now?.[mark], then?.[mark]));
}
