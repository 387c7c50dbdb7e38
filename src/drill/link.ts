import { titleKey } from "../deal/hand.ts";
import { s, toSeconds } from "../lib/units.ts";
import { type Language, languages, type Title } from "../prompts/deck.ts";
import type { Plan } from "./plan.ts";
import {
  type DrillSettings,
  type Pressure,
  type RoundSettings,
  supports,
  usualRounds,
  withWriting,
} from "./settings.ts";

/** A drill's address, read. What is missing comes from settings. */
export type DrillLink = Readonly<{
  seed?: number;
  daily: boolean;
  language?: Language;
  decks?: readonly string[];
  /** What is dealt, by `titleKey`: for each round a title and its spare one. Without it, the seed deals. */
  titles?: readonly string[];
  settings: DrillSettings;
  /** Parameters that could not be used, by name; the drill goes on with the usual value. */
  problems: readonly LinkProblem[];
}>;

export type LinkProblem = Readonly<{
  parameter: string;
  value: string;
  /** What would have been right: a range of whole numbers, or one of a few words. */
  expected: Readonly<{ least: number; most: number }> | readonly string[] | "titles";
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
 * Reads `#/drill?seed=42&rounds=1&prep=0&speak=20&pressure=3&deck=<id>&lang=en&support=title&cues=cut-in,blank`;
 * `titles=en/saas:renewal-no-usage,en/saas:one-spreadsheet` names the title and the spare one of every round.
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
  const [prep, speak] = [number("prep"), number("speak")];
  const count = rounds ?? usual.rounds.length;
  const pressures = readPressures(parameters.get("pressure"), count);
  if (pressures === "faulty") {
    problems.push({
      parameter: "pressure",
      value: parameters.get("pressure") ?? "",
      expected: limits.pressure,
    });
  }
  const override = (round: RoundSettings, index: number): RoundSettings => ({
    prepareFor: prep === undefined ? round.prepareFor : s(prep),
    speakFor: speak === undefined ? round.speakFor : s(speak),
    pressure: pressures === "faulty" ? round.pressure : (pressures?.[index] ?? round.pressure),
  });
  const seed = number("seed");
  const language = words("lang", languages)?.[0];
  const support = words("support", supports)?.[0] ?? usual.support;
  const titles = readTitles(parameters.get("titles"));
  if (titles && titles.length !== 2 * count) {
    problems.push({ parameter: "titles", value: parameters.get("titles") ?? "", expected: "titles" });
  }
  const decks = parameters
    .getAll("deck")
    .flatMap((value) => value.split(","))
    .filter((id) => id !== "");
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(language ? { language } : {}),
    ...(decks.length > 0 ? { decks } : {}),
    ...(titles?.length === 2 * count ? { titles } : {}),
    daily: parameters.has("daily"),
    settings: {
      rounds: (rounds === undefined ? usual.rounds : usualRounds(rounds)).map((round, index) =>
        override(withWriting(round, support), index),
      ),
      support,
      cues: words("cues", kinds) ?? usual.cues,
      ...readLevels(parameters.get("levels"), usual.levels),
    },
    problems,
  };
}

/** One pressure for all rounds, or one for each: `pressure=3`, `pressure=0,3,4`. */
function readPressures(value: string | null, rounds: number): readonly Pressure[] | "faulty" | undefined {
  if (value === null) return undefined;
  const all = value.split(",");
  if (!all.every((each) => /^[0-5]$/.test(each))) return "faulty";
  const pressures = all.map((each) => Number(each) as Pressure); // 0 to 5: just checked
  if (pressures.length === rounds) return pressures;
  const [one] = pressures;
  return pressures.length === 1 && one !== undefined ? Array.from({ length: rounds }, () => one) : "faulty";
}

/**
 * The levels a drill was planned for, `levels=blank:1,cut-in:3`, so that whoever opens it is dealt the same. What is none
 * is left out: without a level a kind comes as it first does.
 */
function readLevels(value: string | null, usual: DrillSettings["levels"]): Pick<DrillSettings, "levels"> {
  if (value === null) return usual ? { levels: usual } : {};
  const entries = value.split(",").flatMap((entry): [string, Pressure][] => {
    const [, kind, level] = /^([a-z0-9-]+):([0-5])$/.exec(entry) ?? [];
    return kind === undefined ? [] : [[kind, Number(level) as Pressure]];
  });
  return { levels: Object.fromEntries(entries) };
}

/** `deck:title`, one after the other; undefined when there are none. Whether they are here is for whoever deals. */
const readTitles = (value: string | null): string[] | undefined =>
  value
    ?.split(",")
    .filter((name) => name !== "")
    .map((name) => {
      const colon = name.lastIndexOf(":");
      return titleKey({ deck: name.slice(0, Math.max(0, colon)), id: name.slice(colon + 1) });
    });

/**
 * The address of a plan: `#/drill?…`. Sending it to a colleague sends the same drill, as far as an address can say
 * it: rounds that differ from each other in an unusual way become the usual ones.
 */
export function writeDrillLink({ seed, language, rounds, kinds, support, levels }: Plan): string {
  const parameters = new URLSearchParams({
    seed: String(seed),
    rounds: String(rounds.length),
    lang: language,
  });
  const [first] = rounds;
  const usual = usualRounds(rounds.length, support);
  const alike = (others: readonly RoundSettings[], ...of: (keyof RoundSettings)[]) =>
    rounds.every((round, index) => of.every((name) => round[name] === others[index]?.[name]));
  const sameAsFirst = first ? rounds.map(() => first) : [];
  const oneTime =
    first !== undefined &&
    !alike(usual, "prepareFor", "speakFor") &&
    alike(sameAsFirst, "prepareFor", "speakFor");
  if (oneTime) {
    parameters.set("prep", String(toSeconds(first.prepareFor)));
    parameters.set("speak", String(toSeconds(first.speakFor)));
  }
  if (first && (oneTime || !alike(usual, "pressure"))) {
    const pressures = alike(sameAsFirst, "pressure") ? [first] : rounds;
    parameters.set("pressure", pressures.map(({ pressure }) => pressure).join(","));
  }
  parameters.set("support", support);
  const titles = rounds.flatMap(({ title, spare }) => [title, spare]);
  if (titles.length > 0) parameters.set("titles", namesOf(titles));
  parameters.set("cues", kinds.join(","));
  const known = Object.entries(levels ?? {});
  if (known.length > 0) parameters.set("levels", known.map(([kind, level]) => `${kind}:${level}`).join(","));
  return drillAddress(parameters);
}

/** The address of a drill of one round on a title of the user's choice; everything else comes from settings. */
export function writeTitleLink(
  title: Pick<Title, "deck" | "id">,
  spare: Pick<Title, "deck" | "id">,
  language: Language,
): string {
  const titles = namesOf([title, spare]);
  return drillAddress(new URLSearchParams({ rounds: "1", lang: language, titles }));
}

const namesOf = (titles: readonly Pick<Title, "deck" | "id">[]): string =>
  titles.map(({ deck, id }) => `${deck}:${id}`).join(",");

/** Commas, slashes and colons are as good inside a hash, and can be read. */
const drillAddress = (parameters: URLSearchParams): string =>
  `#/drill?${parameters.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":")}`;
