import { useCallback, useEffect, useRef } from "react";
import { cueKinds } from "../../cues/index.ts";
import { freshSeed, titleKey } from "../../deal/deal.ts";
import { type DrillLink, readDrillLink, writeDrillLink } from "../../drill/link.ts";
import { type Plan, planDrill } from "../../drill/plan.ts";
import { defaultRounds } from "../../drill/settings.ts";
import { dayNumber, localTime } from "../../lib/day.ts";
import { type AppContext, useApp } from "../services.tsx";
import { type Loaded, useAsync } from "../useAsync.ts";
import { keepAddress } from "./begin.ts";

/** A plan, and what could not be used of its link: faulty parameters, decks that are not here. */
export type PlannedDrill = Readonly<{ plan: Plan; link: DrillLink; missingDecks: readonly string[] }>;

/** Deals the drill of an address once, and writes its seed into the address bar. */
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

async function planFor(query: string, app: AppContext): Promise<PlannedDrill> {
  const kinds = cueKinds.map(({ id }) => id);
  const usual = {
    rounds: defaultRounds,
    support: "title",
    cues: kinds.filter((kind) => !app.chosen.cuesOff.includes(kind)),
  } as const;
  const link = readDrillLink(query, usual, kinds);
  const language = link.language ?? app.language;
  const all = await app.loadDecks(language);
  const wanted = link.decks ?? app.chosen.decks;
  const found = all.filter(({ id }) => wanted.includes(id));
  const decks = found.length > 0 ? found : all;
  const rounds = link.settings.rounds.length;
  const { epoch, utcOffset } = app.clock.date();
  const today = dayNumber(localTime(epoch, utcOffset));
  const seed =
    link.seed ?? (link.daily ? today : freshSeed(decks, rounds, await dealtBefore(app), app.random));
  return {
    plan: planDrill(link.settings, decks, cueKinds, language, seed),
    link,
    missingDecks: (link.decks ?? []).filter((id) => !all.some((deck) => deck.id === id)),
  };
}

/** Keys of the titles already spoken on; none when the store does not answer. */
async function dealtBefore({ takes }: AppContext): Promise<ReadonlySet<string>> {
  const list = await takes.list().catch(() => ({ takes: [] }));
  return new Set(list.takes.map(({ title }) => titleKey(title)));
}
