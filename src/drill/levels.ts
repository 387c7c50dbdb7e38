import type { Pressure, RoundSettings } from "./settings.ts";

/*
 * Pressure that adapts: each kind of cue has a level of its own, which rises as the speaker copes with it.
 */

/** How hard a kind of cue comes: 0 the gentlest there is, 5 the hardest. */
export type Level = Pressure;

/** What is known of one cue that was met. `at` puts them in order (any unit). */
export type RecoveryFact = Readonly<{
  kind: string;
  /** Seconds until the speaker went on, ∞ for never; "held": nothing broke; null: unknown, nothing is learnt from it. */
  recovery: number | "held" | null;
  at: number;
}>;

/** Where the speaker stands with one kind. `best` is never taken away. */
export type KindLevel = Readonly<{ working: Level; best: Level }>;

/** A kind that was never met begins here: in the middle of what the usual drill brings. */
export const FIRST_LEVEL: Level = 2;
/**
 * With fewer than six recoveries of a kind there is no median to speak of. Until then one within 3 s is good: so long
 * the client across the table waits before it shows.
 */
export const MEDIAN_FROM = 6;
export const FIRST_GOOD = 3;
/** The speaker's median is that of the last so many: who they are now, not who they were. */
const REMEMBERED = 20;

/**
 * The staircase, in half levels so that the first of two good ones is a step, too. Two good recoveries lead a level up,
 * one bad one leads one down: it comes to rest where √½ = 71 % go well.
 * @see Levitt 1971, "Transformed up-down methods in psychoacoustics", JASA 49(2B), 467–477: the 1-up 2-down rule
 */
const TOP = 11;
const step = (half: number, good: boolean): number =>
  good ? Math.min(TOP, half + 1) : Math.max(0, 2 * Math.floor(half / 2) - 2);
const levelOf = (half: number): Level => Math.floor(half / 2) as Level; // 0 to 5, see TOP

/** Whether a recovery went well, by what the speaker's earlier ones of that kind took, in seconds. */
export function isGood(recovery: number | "held", before: readonly number[]): boolean {
  if (recovery === "held") return true;
  return recovery <= (before.length < MEDIAN_FROM ? FIRST_GOOD : median(before.slice(-REMEMBERED)));
}

/**
 * The level of every kind that was met.
 * @param facts in any order; what is unknown, or no time, teaches nothing
 */
export function levelsOf(facts: readonly RecoveryFact[]): ReadonlyMap<string, KindLevel> {
  const kinds = new Map<string, { half: number; best: number; times: number[] }>();
  for (const { kind, recovery } of facts.toSorted((a, b) => a.at - b.at)) {
    if (recovery === null || (recovery !== "held" && !(recovery >= 0))) continue;
    const known = kinds.get(kind) ?? { half: 2 * FIRST_LEVEL, best: FIRST_LEVEL, times: [] };
    const half = step(known.half, isGood(recovery, known.times));
    if (recovery !== "held" && Number.isFinite(recovery)) known.times.push(recovery);
    kinds.set(kind, { half, best: Math.max(known.best, levelOf(half)), times: known.times });
  }
  return new Map(
    [...kinds].map(([kind, { half, best }]) => [kind, { working: levelOf(half), best: best as Level }]),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

/** The levels a plan is made with, by kind. A kind that is missing has never been met. */
export type Levels = Readonly<Record<string, Level>>;

export const workingLevels = (levels: ReadonlyMap<string, KindLevel>): Levels =>
  Object.fromEntries([...levels].map(([kind, { working }]) => [kind, working]));

const levelIn = (levels: Levels, kind: string): Level =>
  Object.hasOwn(levels, kind) ? (levels[kind] ?? FIRST_LEVEL) : FIRST_LEVEL;

/** How often a kind comes beside the others: a weak one up to three and a half times as often as a strong one. */
export const weightOf = (levels: Levels | undefined, kind: string): number =>
  levels ? 1 + 0.5 * (5 - levelIn(levels, kind)) : 1;

/** How long a kind lasts, and how long it lies in wait for its moment, beside what its file says: 0.7 to 1.45 times. */
export const hardnessOf = (levels: Levels | undefined, kind: string): number =>
  levels ? 1 + 0.15 * (levelIn(levels, kind) - FIRST_LEVEL) : 1;

/**
 * The rounds as hard as the speaker's levels say. What is calm stays calm; the others are as far above or below the
 * usual as the speaker's mean level is above or below the first one.
 * @param kinds ids of the kinds that may come
 */
export function adaptedRounds(
  rounds: readonly RoundSettings[],
  kinds: readonly string[],
  levels: Levels,
): readonly RoundSettings[] {
  if (kinds.length === 0) return rounds;
  const mean = kinds.reduce((sum, kind) => sum + levelIn(levels, kind), 0) / kinds.length;
  const shift = Math.round(mean) - FIRST_LEVEL;
  const adapted = (pressure: Pressure) => Math.min(5, Math.max(1, pressure + shift)) as Pressure;
  return rounds.map((round) =>
    round.pressure === 0 ? round : { ...round, pressure: adapted(round.pressure) },
  );
}

/**
 * The rounds at a pressure that the speaker chose. The first of several stays calm, so that there is something to compare
 * the others with.
 */
export const chosenRounds = (
  rounds: readonly RoundSettings[],
  pressure: Pressure,
): readonly RoundSettings[] =>
  rounds.map((round, index) => (index === 0 && rounds.length > 1 ? round : { ...round, pressure }));
