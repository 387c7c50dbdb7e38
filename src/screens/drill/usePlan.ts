import { useCallback, useEffect, useRef } from "react";
import { lineKey } from "../../client/lineKey.ts";
import { cueKinds } from "../../cues/index.ts";
import { deal } from "../../deal/deal.ts";
import { dealFresh } from "../../deal/dealFresh.ts";
import { type Hand, handsOf } from "../../deal/hand.ts";
import { pastOf } from "../../deal/past.ts";
import { voiceModeOf } from "../../drill/heard.ts";
import { rungAfter } from "../../drill/ladder.ts";
import { adaptedRounds, chosenRounds, levelsOf, workingLevels } from "../../drill/levels.ts";
import { type DrillLink, readDrillLink, writeDrillLink } from "../../drill/link.ts";
import { type Plan, planDrill, softened } from "../../drill/plan.ts";
import { withRecordedLines } from "../../drill/recordedLines.ts";
import { type DrillSettings, type Support, usualRounds } from "../../drill/settings.ts";
import { dayCount, dayNumber, localTime } from "../../lib/day.ts";
import { s } from "../../lib/units.ts";
import type { Deck, Language } from "../../prompts/deck.ts";
import { dealingsOf } from "../../store/dealings.ts";
import { recoveriesOf } from "../../store/recoveries.ts";
import { meanRating, type Take } from "../../store/take.ts";
import type { RecordedLine } from "../../store/voices.ts";
import { type AppContext, useApp } from "../services.tsx";
import { type Loaded, useAsync } from "../useAsync.ts";
import { keepAddress } from "./begin.ts";

/** A plan, and what could not be used of its link: faulty parameters, decks or titles that are not here. */
export type PlannedDrill = Readonly<{
  plan: Plan;
  link: DrillLink;
  missingDecks: readonly string[];
  missingTitles: boolean;
}>;

/** Deals the drill of an address once, and writes what was dealt into the address bar. */
export function usePlan(query: string): Loaded<PlannedDrill> {
  const app = useApp();
  const latest = useRef(app);
  latest.current = app;
  // A drill is dealt once: changing a setting while it is open does not deal it again.
  const planned = useAsync(useCallback(() => planFor(query, latest.current), [query]));
  useEffect(() => {
    if (planned.state === "ready") keepAddress(writeDrillLink(planned.value.plan));
  }, [planned]);
  return planned;
}

/** How many rounds a drill has when nobody says otherwise. */
const ROUNDS = 3;

async function planFor(query: string, app: AppContext): Promise<PlannedDrill> {
  const kinds = cueKinds.map(({ id }) => id);
  const wanted = cueKinds.filter(
    ({ id, harsh }) => !app.chosen.cuesOff.includes(id) && !(app.chosen.softer && harsh),
  );
  const takes = await spokenBefore(app);
  const support = app.chosen.support === "climb" ? climbed(takes) : app.chosen.support;
  const usual = {
    rounds: usualRounds(ROUNDS),
    support,
    cues: wanted.map(({ id }) => id),
  };
  const link = pressed(readDrillLink(query, usual, kinds), query, takes, app);
  const language = link.language ?? app.language;
  const shipped = await app.loadDecks(language);
  const own = (await app.ownDecks.list().catch(() => [])).filter((deck) => deck.language === language);
  const all = [...shipped, ...own];
  const { hands, missingTitles, seed, lines } = dealFor(link, { app, language, shipped, all, takes });
  const plan = planDrill(link.settings, lines, cueKinds, language, seed, hands);
  const spoken = await recordedLines(app);
  return {
    plan: withRecordedLines(app.chosen.softer ? softened(plan, cueKinds) : plan, (text) => {
      const line = spoken.get(lineKey(language, text));
      return line ? s(line.length) : null;
    }),
    link,
    missingDecks: (link.decks ?? []).filter((id) => !all.some((deck) => deck.id === id)),
    missingTitles,
  };
}

/**
 * The drill as hard as its speaker wants it. What an address says stands; a pressure that was chosen fills in what it leaves
 * open. Levels shape only what is dealt for this speaker alone: a seed and the day's own drill are the same for everyone.
 */
function pressed(
  link: DrillLink,
  query: string,
  takes: readonly Take[],
  { chosen }: Pick<AppContext, "chosen">,
): DrillLink {
  const said = new URLSearchParams(query);
  if (said.has("pressure")) return link;
  const { settings } = link;
  const as = (changed: Partial<DrillSettings>): DrillLink => ({
    ...link,
    settings: { ...settings, ...changed },
  });
  if (chosen.pressure !== "adapts") return as({ rounds: chosenRounds(settings.rounds, chosen.pressure) });
  if (link.daily || link.seed !== undefined || link.titles !== undefined) return link;
  const levels = workingLevels(levelsOf(recoveriesOf(takes)));
  return as({ levels, rounds: adaptedRounds(settings.rounds, settings.cues, levels) });
}

/** What the client is spoken by; nothing when recordings are not to be heard, or cannot be read. */
async function recordedLines({ voices, chosen }: AppContext): Promise<ReadonlyMap<string, RecordedLine>> {
  const mode = voiceModeOf(chosen, chosen.softer);
  if (mode === "off" || mode === "sounds") return new Map();
  return voices.list().catch(() => new Map());
}

type World = Readonly<{
  app: AppContext;
  language: Language;
  /** The decks that come with the app, and those together with the user's own. */
  shipped: readonly Deck[];
  all: readonly Deck[];
  takes: readonly Take[];
}>;

type Dealt = Readonly<{
  seed: number;
  hands: readonly Hand[];
  /** Decks whose lines a client may say. */
  lines: readonly Deck[];
  /** The address names titles that are not here. */
  missingTitles: boolean;
}>;

/**
 * What is dealt: the day's own drill, what an address names or its seed deals, or, without either, what is due. The first
 * two are the same for everyone, so nothing of this user's own plays into them.
 */
function dealFor(link: DrillLink, { app, language, shipped, all, takes }: World): Dealt {
  const rounds = link.settings.rounds.length;
  const { epoch, utcOffset } = app.clock.date();
  const today = localTime(epoch, utcOffset);
  if (link.daily) {
    const seed = dayNumber(today);
    return { seed, hands: deal(shipped, rounds, seed), lines: shipped, missingTitles: false };
  }
  const wanted = link.decks ?? app.chosen.decks;
  const found = all.filter(({ id }) => wanted.includes(id));
  const decks = found.length > 0 ? found : all;
  const named = link.titles ? handsOf(link.titles, all) : null;
  const missingTitles = link.titles !== undefined && named === null;
  if (link.seed !== undefined) {
    const hands = named ?? deal(decks, rounds, link.seed);
    const dealtFrom = new Set(hands.flatMap(({ title, spare }) => [title.deck, spare.deck]));
    const lines = all.filter((deck) => shipped.includes(deck) || dealtFrom.has(deck.id));
    return { seed: link.seed, hands, lines, missingTitles };
  }
  const seed = 1 + Math.floor(app.random() * 999_999);
  const wishes = { trade: tradeOf(app, language, all), hidden: new Set(app.chosen.hidden) };
  const past = pastOf(dealingsOf(takes));
  const hands = named ?? freshOr(decks, past, wishes, rounds, dayCount(today), app);
  return { seed, hands, lines: all, missingTitles };
}

/** Whoever has hidden nearly everything is dealt what they have hidden, rather than nothing. */
function freshOr(
  decks: readonly Deck[],
  past: Parameters<typeof dealFresh>[1],
  wishes: Parameters<typeof dealFresh>[2],
  rounds: number,
  today: number,
  { random }: AppContext,
): readonly Hand[] {
  try {
    return dealFresh(decks, past, wishes, rounds, today, random);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return dealFresh(decks, past, { ...wishes, hidden: new Set() }, rounds, today, random);
  }
}

/** The decks of the user's trade: the one they chose, and the pitches they wrote themselves. */
function tradeOf({ chosen }: AppContext, language: Language, all: readonly Deck[]): ReadonlySet<string> {
  if (chosen.trade === null) return new Set();
  const own = all.filter(({ id, kind }) => id.startsWith("own/") && kind === "pitch");
  return new Set([`${language}/${chosen.trade}`, ...own.map(({ id }) => id)]);
}

function climbed(takes: readonly Take[]): Support {
  const rated = takes.toReversed().flatMap(({ rating }) => {
    const mean = meanRating(rating);
    return mean === null ? [] : [{ rating: mean }];
  });
  return rungAfter(rated);
}

/** All takes, newest first; none when the store does not answer. */
async function spokenBefore({ takes }: AppContext): Promise<readonly Take[]> {
  const { takes: all } = await takes.list().catch(() => ({ takes: [] }));
  return all;
}
