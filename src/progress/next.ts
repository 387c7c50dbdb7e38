import type { DrillSettings, Pressure } from "../drill/settings.ts";
import { s, toSeconds } from "../lib/units.ts";
import type { Language } from "../prompts/deck.ts";
import { type Scale, scales } from "../store/take.ts";
import type { TakeFacts } from "./facts.ts";
import { ENOUGH_CUES, recoveryByKind } from "./recoveryByKind.ts";
import { largerThan, spreadOf } from "./robust.ts";
import { trendOf, valuesOf } from "./trend.ts";

/** What to work on next, with the numbers it rests on and the drill that works on it. */
export type Suggestion = Readonly<{ drill: DrillSettings; language: Language }> &
  (
    | Readonly<{
        /** One kind of cue costs clearly more than the others. Medians in seconds. */
        reason: "slow-recovery";
        cue: string;
        median: number;
        others: number;
        count: number;
        othersCount: number;
      }>
    | Readonly<{
        /** One scale is rated clearly lower than the others. Medians, 1 to 5. */
        reason: "low-rating";
        scale: Scale;
        median: number;
        others: number;
        count: number;
      }>
    | Readonly<{
        /** The first words come clearly later than they did: seconds at the first and last week of the trend. */
        reason: "slower-start";
        before: number;
        now: number;
        weeks: number;
      }>
  );

/** Only what is recent says what to work on now. */
const RECENT_TAKES = 40;
const RECENT_CUES = 20;
/** A difference smaller than this is not worth a drill, however sure it is. */
const WORTH = { seconds: 0.5, ratio: 1.3, marks: 1, start: 0.5 } as const;
/** One-sided 5 %: the z that chance exceeds once in twenty; with several kinds looked at, more is asked for. */
const SURE: readonly number[] = [1.645, 1.645, 1.96, 2.128, 2.241, 2.326, 2.394, 2.45, 2.498];
const sure = (comparisons: number): number => SURE[comparisons] ?? 2.6;

const round = (prepare: number, speak: number, pressure: Pressure) => ({
  prepareFor: s(prepare),
  speakFor: s(speak),
  pressure,
});

/**
 * One thing to work on next, or null when the data do not say. Looked at are the latest takes of one language; a
 * recovery comes before a rating, since it was heard, and a rating before a trend.
 * @param kinds ids of the cue kinds that may come; a suggestion asks for no other
 */
export function nextToWorkOn(
  takes: readonly TakeFacts[],
  language: Language,
  kinds: readonly string[],
): Suggestion | null {
  const recent = takes
    .filter((take) => take.language === language)
    .sort((a, b) => a.epoch - b.epoch)
    .slice(-RECENT_TAKES);
  return (
    slowRecovery(recent, language, kinds) ??
    lowRating(recent, language, kinds) ??
    slowerStart(recent, language)
  );
}

function slowRecovery(
  takes: readonly TakeFacts[],
  language: Language,
  kinds: readonly string[],
): Suggestion | null {
  const known = recoveryByKind(takes).map(({ kind, cues }) => ({
    kind,
    values: cues.flatMap(({ recovery }) => (recovery === null ? [] : [recovery])).slice(-RECENT_CUES),
  }));
  const found = known.flatMap(({ kind, values }) => {
    const rest = known.filter((other) => other.kind !== kind).flatMap((other) => other.values);
    const [mine, others] = [spreadOf(values), spreadOf(rest)];
    if (!mine || !others || mine.count < ENOUGH_CUES || others.count < ENOUGH_CUES || !kinds.includes(kind))
      return [];
    const worth = mine.median - others.median >= WORTH.seconds && mine.median >= others.median * WORTH.ratio;
    const z = largerThan(values, rest);
    return worth && z > sure(known.length) ? [{ kind, mine, others, z }] : [];
  });
  const [worst] = found.sort((a, b) => b.mine.median - b.others.median - (a.mine.median - a.others.median));
  if (!worst) return null;
  return {
    reason: "slow-recovery",
    cue: worst.kind,
    median: worst.mine.median,
    others: worst.others.median,
    count: worst.mine.count,
    othersCount: worst.others.count,
    language,
    drill: { rounds: [round(10, 90, 3), round(0, 120, 3)], support: "title", cues: [worst.kind] },
  };
}

function lowRating(
  takes: readonly TakeFacts[],
  language: Language,
  kinds: readonly string[],
): Suggestion | null {
  const marks = scales.map((scale) => ({
    scale,
    values: takes.flatMap(({ rating }) => rating?.[scale] ?? []),
  }));
  const found = marks.flatMap(({ scale, values }) => {
    const rest = marks.filter((other) => other.scale !== scale).flatMap((other) => other.values);
    const [mine, others] = [spreadOf(values), spreadOf(rest)];
    if (!mine || !others || mine.count < ENOUGH_CUES || others.count < ENOUGH_CUES) return [];
    const worth = others.median - mine.median >= WORTH.marks;
    return worth && largerThan(rest, values) > sure(scales.length) ? [{ scale, mine, others }] : [];
  });
  const [worst] = found.sort((a, b) => a.mine.median - a.others.median - (b.mine.median - b.others.median));
  if (!worst) return null;
  const { scale, mine, others } = worst;
  return {
    reason: "low-rating",
    scale,
    median: mine.median,
    others: others.median,
    count: mine.count,
    language,
    drill: drillFor(scale, kinds),
  };
}

/** What works on a scale: openings are short and many, a thread needs length, recovery needs cues. */
function drillFor(scale: Scale, kinds: readonly string[]): DrillSettings {
  switch (scale) {
    case "opening":
      return { rounds: [round(0, 60, 0), round(0, 60, 0), round(0, 60, 1)], support: "title", cues: kinds };
    case "thread":
      return { rounds: [round(30, 150, 1), round(20, 180, 1)], support: "three", cues: kinds };
    case "recovery":
      return { rounds: [round(10, 90, 3), round(0, 120, 4)], support: "title", cues: kinds };
    case "believable":
      return { rounds: [round(20, 120, 1), round(10, 120, 2)], support: "one", cues: kinds };
    case "close":
      return { rounds: [round(10, 60, 0), round(10, 60, 1), round(0, 60, 2)], support: "one", cues: kinds };
  }
}

function slowerStart(takes: readonly TakeFacts[], language: Language): Suggestion | null {
  const { weeks, line } = trendOf(valuesOf(takes, "responseLatency"));
  if (line?.change !== "rising" || line.to.value - line.from.value < WORTH.start) return null;
  return {
    reason: "slower-start",
    before: Math.max(0, line.from.value),
    now: line.to.value,
    weeks: weeks.length,
    language,
    drill: { rounds: [round(0, 60, 0), round(0, 60, 0), round(0, 60, 1)], support: "title", cues: [] },
  };
}

/**
 * The address of a suggested drill, as `readDrillLink` reads it: `#/drill?rounds=2&lang=en&…`. An address knows one
 * length for all rounds; where they differ, the last one's is taken, since that is where it was to lead.
 */
export function drillAddress({ rounds, support, cues }: DrillSettings, language: Language): string {
  const last = rounds.at(-1);
  const parameters = new URLSearchParams({ rounds: String(rounds.length), lang: language, support });
  if (last) {
    parameters.set("prep", String(toSeconds(last.prepareFor)));
    parameters.set("speak", String(toSeconds(last.speakFor)));
    parameters.set("pressure", String(last.pressure));
  }
  parameters.set("cues", cues.join(","));
  return `#/drill?${parameters.toString().replaceAll("%2C", ",")}`;
}
