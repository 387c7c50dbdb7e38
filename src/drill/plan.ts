import type { ClockChange, CueKind } from "../cues/kind.ts";
import { deal } from "../deal/deal.ts";
import type { Hand } from "../deal/hand.ts";
import { type Lines, linesFor, pickLine } from "../deal/lines.ts";
import { exponential, fork, pickWeighted, type Random, seeded } from "../lib/random.ts";
import { spokenTime } from "../lib/spokenTime.ts";
import { type Ms, ms, s } from "../lib/units.ts";
import type { Deck, Language, Line, Title } from "../prompts/deck.ts";
import { hardnessOf, type Levels, weightOf } from "./levels.ts";
import {
  type DrillSettings,
  type Pressure,
  type RoundSettings,
  type Support,
  usualRounds,
} from "./settings.ts";

/** A cue that is to come. All times count from the go signal. */
export type PlannedCue = Readonly<{
  kind: string;
  /** Its window: it strikes at the first fitting moment inside, and at `latest` anyway. */
  earliest: Ms;
  latest: Ms;
  strikes: CueKind["strikes"];
  /** What the client says; null for a silent cue. */
  line: Line | null;
  /** How it ends, see `Ending`; for a spoken cue `least` is the time the line takes. */
  least: Ms;
  most: Ms;
  carriedOn: Ms | null;
  /** What it does to the clock once it is over, see `ClockChange`. */
  clock?: ClockChange;
  /** It waits for the speaker to be done, rather than for its window. */
  place?: "after";
}>;

export type PlannedRound = Readonly<{
  title: Title;
  /** The title it may be exchanged for, once; `cuesForSpare` speak to that one. */
  spare: Title;
  prepareFor: Ms;
  speakFor: Ms;
  pressure: Pressure;
  cues: readonly PlannedCue[];
  cuesForSpare: readonly PlannedCue[];
}>;

/** What will happen, kept whole with every take: old takes replay although decks and kinds have changed. */
export type Plan = Readonly<{
  version: 1;
  seed: number;
  language: Language;
  support: Support;
  /** Ids of the cue kinds it was made from. */
  kinds: readonly string[];
  rounds: readonly PlannedRound[];
  /** The levels its cues were planned for; without them every kind comes as its file says. */
  levels?: Levels;
  /** The softer mode: no harsh kinds, warnings before cues, no times, and the lights come sooner. */
  softer?: boolean;
}>;

/** Quiet between the last moment of one cue's window and the first of the next, at the least. */
export const FLOOR: Ms = s(8);
/** Nothing strikes this near to the start or the end of a round. */
export const MARGIN: Ms = s(5);

/** Mean wait beyond the floor, by pressure. 0 plans nothing. */
const MEAN_WAIT: Readonly<Record<Exclude<Pressure, 0>, Ms>> = {
  1: s(45),
  2: s(27),
  3: s(16),
  4: s(9),
  5: s(5),
};

/** How likely a kind that waits for the end comes, for each step of pressure. */
const AFTER_CHANCE = 0.12;

/**
 * The cues of one round: exponential gaps above a floor of 8 s, so that nobody can feel one coming; none in the
 * first or last 5 s; never the same kind three times running (unless only one kind is allowed). A round with
 * pressure and room for a cue gets at least one. Now and then a last one waits for the speaker to be done.
 * @param kinds    the kinds allowed; none: no cues
 * @param linesFor what the client may say for a kind
 * @param levels   how hard and how often each kind comes to this speaker; without it all alike
 */
export function planCues(
  kinds: readonly CueKind[],
  speakFor: Ms,
  pressure: Pressure,
  linesFor: (kind: CueKind) => Lines,
  random: Random,
  levels?: Levels,
): readonly PlannedCue[] {
  const end = ms(speakFor - MARGIN);
  if (pressure === 0 || end <= MARGIN) return [];
  const weight = ({ id }: CueKind) => weightOf(levels, id);
  const last = (kind: CueKind) => ms(Math.min(end, speakFor - kind.timeLeft));
  const inside = kinds.filter(({ place }) => place === "inside");
  const planned: PlannedCue[] = [];
  const add = (kind: CueKind, earliest: Ms, room: Ms) =>
    planned.push(plannedCue(kind, earliest, room, unsaid(linesFor(kind), planned), random, levels));
  const starts = startsOf(end, MEAN_WAIT[pressure], random).filter((start) =>
    inside.some((kind) => start >= kind.notBefore && start <= last(kind)),
  );
  for (const [index, start] of starts.entries()) {
    const fitting = inside.filter((kind) => start >= kind.notBefore && start <= last(kind));
    const fresh = notAThirdTime(fitting, planned, inside.length === 1);
    if (fresh.length === 0) continue;
    const kind = pickWeighted(fresh, weight, random);
    const room = (starts[index + 1] ?? end + FLOOR) - FLOOR; // the window closes before the next one's quiet begins
    add(kind, start, ms(Math.min(room, last(kind))));
  }
  const first = (kind: CueKind) => ms(Math.max(MARGIN, kind.notBefore));
  const roomy = inside.filter((kind) => first(kind) <= last(kind));
  if (planned.length === 0 && roomy.length > 0) {
    const kind = pickWeighted(roomy, weight, random);
    add(kind, ms(Math.round(first(kind) + random() * (last(kind) - first(kind)))), last(kind));
  }
  const after = kinds.filter(({ place }) => place === "after");
  if (after.length > 0 && (planned.length === 0 || random() < AFTER_CHANCE * pressure)) {
    add(pickWeighted(after, weight, random), speakFor, speakFor);
  }
  return planned;
}

/** The first moments of the windows, each at least the quiet after the one before. */
function startsOf(end: Ms, mean: Ms, random: Random): readonly Ms[] {
  // The first wait is cut off at the round's end, so that one cue always fits; the later ones are not.
  const starts = [ms(Math.round(MARGIN + exponential(mean, end - MARGIN, random)))];
  for (;;) {
    const next = ms(Math.round((starts.at(-1) ?? 0) + FLOOR + exponential(mean, Number.MAX_VALUE, random)));
    if (next > end) return starts;
    starts.push(next);
  }
}

/** @param room the last moment its window may close at */
function plannedCue(
  { id, place, spoken, strikes, patience, ending, clock, scene }: CueKind,
  earliest: Ms,
  room: Ms,
  lines: Lines,
  random: Random,
  levels?: Levels,
): PlannedCue {
  const hard = hardnessOf(levels, id);
  const { most, carriedOn } = ending;
  const upToMost = (span: number) => ms(Math.min(most, Math.round(span)));
  const line = spoken ? pickLine(lines, random) : null;
  return {
    kind: id,
    earliest,
    latest: ms(Math.max(earliest, Math.min(earliest + Math.round(patience * hard), room))),
    strikes,
    line,
    least: upToMost(line ? spokenTime(line.text) : Math.max(scene.breath, ending.least * hard)),
    most,
    carriedOn: carriedOn === null ? null : upToMost(carriedOn * hard),
    ...(clock ? { clock: "leaves" in clock ? { leaves: Math.min(0.9, clock.leaves / hard) } : clock } : {}),
    ...(place === "after" ? { place } : {}),
  };
}

/** Of the kinds that fit, those that have not just come twice; where there is but one kind it comes all the same. */
function notAThirdTime(
  fitting: readonly CueKind[],
  planned: readonly PlannedCue[],
  only: boolean,
): readonly CueKind[] {
  const [last, before] = [planned.at(-1)?.kind, planned.at(-2)?.kind];
  return only || last !== before ? fitting : fitting.filter((kind) => kind.id !== last);
}

/** A client does not say the same thing twice, while there is something else to say. */
function unsaid(lines: Lines, planned: readonly PlannedCue[]): Lines {
  const said = new Set(planned.map(({ line }) => line?.text));
  const left = (of: readonly Line[]) => of.filter(({ text }) => !said.has(text));
  const rest = { own: left(lines.own), real: left(lines.real), general: left(lines.general) };
  return Object.values(rest).some(({ length }) => length > 0) ? rest : lines;
}

/**
 * The whole drill, from its seed. Same seed, settings, decks and kinds: the same plan, on every machine.
 * @param decks all there are: whoever is on the table, a client may say what fits any talk
 * @param hands what is dealt, one for each round
 */
export function planDrill(
  settings: DrillSettings,
  decks: readonly Deck[],
  kinds: readonly CueKind[],
  language: Language,
  seed: number,
  hands: readonly Hand[] = deal(decks, settings.rounds.length, seed),
): Plan {
  const allowed = kinds.filter(({ id }) => settings.cues.includes(id));
  const cuesOf = (title: Title, round: RoundSettings, ...path: (string | number)[]) =>
    planCues(
      allowed,
      round.speakFor,
      round.pressure,
      ({ id, temper }) => linesFor(decks, title, id, temper),
      seeded(fork(seed, "cues", ...path)),
      settings.levels,
    );
  const rounds = settings.rounds.map((round, index) => {
    const hand = hands[index];
    if (!hand) throw new RangeError("planDrill: a hand for every round");
    return {
      ...hand,
      ...round,
      cues: cuesOf(hand.title, round, index),
      cuesForSpare: cuesOf(hand.spare, round, index, "spare"),
    };
  });
  return {
    version: 1,
    seed,
    language,
    support: settings.support,
    kinds: allowed.map(({ id }) => id),
    rounds,
    ...(settings.levels ? { levels: settings.levels } : {}),
  };
}

/** The plan without some kinds of cue: what the speaker switched off before they met it. */
export function withoutKinds(plan: Plan, kinds: readonly string[]): Plan {
  const kept = (cues: readonly PlannedCue[]) => cues.filter(({ kind }) => !kinds.includes(kind));
  return {
    ...plan,
    kinds: plan.kinds.filter((kind) => !kinds.includes(kind)),
    rounds: plan.rounds.map((round) => ({
      ...round,
      cues: kept(round.cues),
      cuesForSpare: kept(round.cuesForSpare),
    })),
  };
}

/** The plan in the softer mode: without the harsh kinds; the others stay where they were. */
export const softened = (plan: Plan, kinds: readonly CueKind[]): Plan => ({
  ...withoutKinds(
    plan,
    kinds.filter(({ harsh }) => harsh).map(({ id }) => id),
  ),
  softer: true,
});

/** The plan with another outline left to the speaker; rounds of the usual length get the time to write it. */
export function withSupport(plan: Plan, support: Support): Plan {
  const [was, now] = [plan.support, support].map((each) => usualRounds(plan.rounds.length, each));
  const rounds = plan.rounds.map((round, index) => {
    const isUsual = round.prepareFor === was?.[index]?.prepareFor;
    return isUsual ? { ...round, prepareFor: now?.[index]?.prepareFor ?? round.prepareFor } : round;
  });
  return { ...plan, support, rounds };
}

/** The kinds of cue that a round may bring, in the order they come. */
export const kindsIn = ({ cues, cuesForSpare }: PlannedRound): readonly string[] => [
  ...new Set([...cues, ...cuesForSpare].map(({ kind }) => kind)),
];
