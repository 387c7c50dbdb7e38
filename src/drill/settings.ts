import { type Ms, ms, s } from "../lib/units.ts";

/** How often and how hard cues come: 0 is calm, 5 as hard as it gets. */
export type Pressure = 0 | 1 | 2 | 3 | 4 | 5;

/** The outline left to the speaker, rung by rung: fewer bullets, none, and a title that changes half-way. */
export const supports = ["five", "three", "one", "title", "turn"] as const;
export type Support = (typeof supports)[number];

/** How many bullets each rung leaves, and the time it takes to write them. */
const outline: Readonly<Record<Support, Readonly<{ bullets: number; writing: Ms }>>> = {
  five: { bullets: 5, writing: s(75) },
  three: { bullets: 3, writing: s(45) },
  one: { bullets: 1, writing: s(20) },
  title: { bullets: 0, writing: s(0) },
  turn: { bullets: 0, writing: s(0) },
};

export const bulletsOf = (support: Support): number => outline[support].bullets;

/** One round as it is asked for, before anything is dealt. */
export type RoundSettings = Readonly<{ prepareFor: Ms; speakFor: Ms; pressure: Pressure }>;

/** A drill as it is asked for: together with the decks and the kinds of cue, all that its plan follows from. */
export type DrillSettings = Readonly<{
  rounds: readonly RoundSettings[];
  support: Support;
  /** Ids of the cue kinds that may come. */
  cues: readonly string[];
  /** The speaker's level with each kind (see levels.ts); without it every kind comes as its file says. */
  levels?: Readonly<Record<string, Pressure>>;
}>;

/** Ten minutes: a calm round, then pressure (stress inoculation: baseline first). */
export const defaultRounds: readonly RoundSettings[] = [
  { prepareFor: s(15), speakFor: s(90), pressure: 0 },
  { prepareFor: s(10), speakFor: s(120), pressure: 2 },
  { prepareFor: s(0), speakFor: s(150), pressure: 3 },
];

/** The first `count` rounds of the usual drill; beyond the third, the third again. Bullets get time to be written. */
export function usualRounds(count: number, support: Support = "title"): readonly RoundSettings[] {
  return Array.from({ length: count }, (_, round) => {
    const usual = defaultRounds[Math.min(round, defaultRounds.length - 1)];
    if (!usual) throw new RangeError("usualRounds: there is always a usual round");
    return withWriting(usual, support);
  });
}

/** A round with at least the time that its outline takes to write. */
export const withWriting = (round: RoundSettings, support: Support): RoundSettings => ({
  ...round,
  prepareFor: ms(Math.max(round.prepareFor, outline[support].writing)),
});
