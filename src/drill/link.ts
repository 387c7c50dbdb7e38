import { s, toSeconds } from "../lib/units.ts";
import { type Language, languages } from "../prompts/deck.ts";
import type { Plan } from "./plan.ts";
import { type DrillSettings, type Pressure, type RoundSettings, supports, usualRounds } from "./settings.ts";

/** A drill's address, read. What is missing comes from settings. */
export type DrillLink = Readonly<{
  seed?: number;
  daily: boolean;
  language?: Language;
  decks?: readonly string[];
  settings: DrillSettings;
  /** Parameters that could not be used, by name; the drill goes on with the usual value. */
  problems: readonly LinkProblem[];
}>;

export type LinkProblem = Readonly<{
  parameter: string;
  value: string;
  /** What would have been right: a range of whole numbers, or one of a few words. */
  expected: Readonly<{ least: number; most: number }> | readonly string[];
}>;

/** Limits of the numbers in an address. An hour is the longest presentation; a breath the shortest answer. */
const limits = {
  seed: { least: 0, most: 4_294_967_295 },
  rounds: { least: 1, most: 10 },
  prep: { least: 0, most: 600 },
  speak: { least: 5, most: 3_600 },
  pressure: { least: 0, most: 5 },
} as const;

/**
 * Reads `#/drill?seed=42&rounds=1&prep=0&speak=20&pressure=3&deck=<id>&lang=en&support=title&cues=cut-in,blank`.
 * @param query  what stands after the `?`
 * @param usual  what a drill is without an address
 * @param kinds  ids of the cue kinds there are
 */
export function readDrillLink(query: string, usual: DrillSettings, kinds: readonly string[]): DrillLink {
  const parameters = new URLSearchParams(query);
  const problems: LinkProblem[] = [];
  const number = (name: keyof typeof limits): number | undefined => {
    const value = parameters.get(name);
    if (value === null) return undefined;
    const { least, most } = limits[name];
    if (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    problems.push({ parameter: name, value, expected: { least, most } });
    return undefined;
  };
  const words = <Word extends string>(name: string, known: readonly Word[]): Word[] | undefined => {
    const value = parameters.get(name);
    if (value === null) return undefined;
    const asked = value.split(",").filter((word) => word !== "");
    const found = known.filter((word) => asked.includes(word));
    if (found.length < new Set(asked).size) problems.push({ parameter: name, value, expected: known });
    return found.length > 0 || asked.length === 0 ? found : undefined;
  };

  const rounds = number("rounds");
  const [prep, speak, pressure] = [number("prep"), number("speak"), number("pressure")];
  const override = (round: RoundSettings): RoundSettings => ({
    prepareFor: prep === undefined ? round.prepareFor : s(prep),
    speakFor: speak === undefined ? round.speakFor : s(speak),
    pressure: pressure === undefined ? round.pressure : (pressure as Pressure), // 0 to 5: checked by `limits`
  });
  const seed = number("seed");
  const language = words("lang", languages)?.[0];
  const decks = parameters
    .getAll("deck")
    .flatMap((value) => value.split(","))
    .filter((id) => id !== "");
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(language ? { language } : {}),
    ...(decks.length > 0 ? { decks } : {}),
    daily: parameters.has("daily"),
    settings: {
      rounds: (rounds === undefined ? usual.rounds : usualRounds(rounds)).map(override),
      support: words("support", supports)?.[0] ?? usual.support,
      cues: words("cues", kinds) ?? usual.cues,
    },
    problems,
  };
}

/**
 * The address of a plan: `#/drill?…`. Sending it to a colleague sends the same drill, as far as an address can say
 * it: rounds that differ from each other in an unusual way become the usual ones.
 */
export function writeDrillLink({ seed, language, rounds, decks, kinds, support }: Plan): string {
  const parameters = new URLSearchParams({
    seed: String(seed),
    rounds: String(rounds.length),
    lang: language,
  });
  const [first] = rounds;
  const alike = (a: RoundSettings, b: RoundSettings) =>
    a.prepareFor === b.prepareFor && a.speakFor === b.speakFor && a.pressure === b.pressure;
  const usual = usualRounds(rounds.length).every((round, index) => {
    const planned = rounds[index];
    return planned !== undefined && alike(planned, round);
  });
  if (first && !usual && rounds.every((round) => alike(round, first))) {
    parameters.set("prep", String(toSeconds(first.prepareFor)));
    parameters.set("speak", String(toSeconds(first.speakFor)));
    parameters.set("pressure", String(first.pressure));
  }
  parameters.set("support", support);
  parameters.set("deck", decks.join(","));
  parameters.set("cues", kinds.join(","));
  return `#/drill?${parameters.toString().replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}
