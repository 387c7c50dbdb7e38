import type { Material } from "./format.ts";

/** One thing on the take's line, as every label format needs it. Times in seconds. */
export type Label = Readonly<{
  track: "cues" | "pauses" | "marks";
  /** Unique within the take, and the same in every format: `cue-1` is the first cue as recorded. */
  id: string;
  at: number;
  /** null for a point. */
  until: number | null;
  /** One line. */
  text: string;
}>;

/** Line ends, tabs and what else cannot be seen, as single spaces: most label formats are made of lines. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** Everything that is labelled, by time; of what begins at once, cues come first. Times are as they are recorded. */
export function labelsOf({ take, marks, pauses, names }: Material): Label[] {
  const cues = take.cues.map(
    ({ kind, at, until, line }, index): Label => ({
      track: "cues",
      id: `cue-${index + 1}`,
      at,
      until: until !== null && until > at ? until : null,
      text: oneLine(line ? `${names.cue(kind)}: ${line.text}` : names.cue(kind)),
    }),
  );
  const silences = (pauses ?? []).map(
    ([at, until], index): Label => ({
      track: "pauses",
      id: `pause-${index + 1}`,
      at,
      until,
      text: oneLine(names.pause),
    }),
  );
  const own = marks.map(
    ({ kind, at, note }, index): Label => ({
      track: "marks",
      id: `mark-${index + 1}`,
      at,
      until: null,
      text: oneLine(note ? `${names.mark(kind)}: ${note}` : names.mark(kind)),
    }),
  );
  return [...cues, ...silences, ...own].sort((a, b) => a.at - b.at);
}
