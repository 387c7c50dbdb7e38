/** A title that was on the table once: spoken on, or exchanged for another. */
export type Dealing = Readonly<{
  /** Which one, see `titleKey`. */
  title: string;
  /** The day, counted from any fixed one. */
  day: number;
  outcome: "spoken" | "skipped";
  /** How the user rated what they said, 1 (badly) to 5; null when they did not, or skipped. */
  rating: number | null;
}>;

/** What is known of one title. */
export type TitlePast = Readonly<{
  /** How often it was spoken on. */
  spoken: number;
  /** How often it was exchanged since it was last spoken on. */
  skips: number;
  /** Every time it was spoken on: the day and the rating, oldest first. */
  takes: readonly Readonly<{ day: number; rating: number | null }>[];
}>;

/** What is known of every title that was ever on the table, by its key. */
export type Past = ReadonlyMap<string, TitlePast>;

export const untouched: TitlePast = { spoken: 0, skips: 0, takes: [] };

/** Somebody who exchanges a title that often does not want it: it counts as dealt with, until its next turn. */
const REFUSED = 3;

/**
 * The past of all titles.
 * @param dealings in any order
 */
export function pastOf(dealings: readonly Dealing[]): Past {
  const past = new Map<string, TitlePast>();
  for (const { title, day, outcome, rating } of dealings.toSorted((a, b) => a.day - b.day)) {
    const { spoken, skips, takes } = past.get(title) ?? untouched;
    const next =
      outcome === "skipped"
        ? { spoken, skips: skips + 1, takes }
        : { spoken: spoken + 1, skips: 0, takes: [...takes, { day, rating }] };
    past.set(title, next);
  }
  return past;
}

/** How many laps of its deck a title has behind it: each time it was spoken on is one, and three refusals are. */
export const lapsOf = ({ spoken, skips }: TitlePast): number => spoken + Math.floor(skips / REFUSED);

/** How often it was put off in this lap: it comes after those that were not. */
export const putOff = ({ skips }: TitlePast): number => skips % REFUSED;

/** The day a title was last spoken on, counted as in `Dealing`; null when it never was. */
export const lastSpoken = (past: Past, title: string): number | null =>
  past.get(title)?.takes.at(-1)?.day ?? null;
