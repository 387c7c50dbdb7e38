import { createRoot } from "react-dom/client";
import { openSynthesis } from "../../../src/client/synthesis.ts";
import { openClientSound } from "../../../src/client/voice.ts";
import type { Plan, PlannedCue } from "../../../src/drill/plan.ts";
import { realClock } from "../../../src/lib/clock.ts";
import { webLocks } from "../../../src/lib/locks.ts";
import { seeded } from "../../../src/lib/random.ts";
import { ms, s } from "../../../src/lib/units.ts";
import { DrillRoom } from "../../../src/screens/drill/DrillRoom.tsx";
import { AppServices, type Services } from "../../../src/screens/services.tsx";
import type { Draft } from "../../../src/store/draft.ts";
import { memoryStores } from "../../../src/store/memory.ts";
import { defaultSettings } from "../../../src/store/settings.ts";
import { browserStorage } from "../../../src/store/storageManager.ts";
import { aPlan } from "../builders.ts";
import { placesOf, type Shown } from "./places.ts";
import { listen } from "./witness.ts";
import "../../../src/ui/base.css";
import "../../../src/ui/room.css";
import "../../../src/ui/ring.css";
import "../../../src/ui/speaking.css";

/*
 * The real drill room on a plan of many short cues. What is measured: from the moment a cue is meant for to the frame that
 * shows it, and how far its stamp in the take is from where that frame's sound really lies in the recording.
 */

const asked = new URLSearchParams(location.search);
const rounds = Number(asked.get("rounds"));
const cuesInRound = Number(asked.get("cues"));

/** A stare of 0.7 s every two seconds or so, at moments that no frame and no tick is in step with. */
function manyCues(seed: number): readonly PlannedCue[] {
  const random = seeded(seed);
  return Array.from({ length: cuesInRound }, (_, index) => {
    const earliest = ms(Math.round(s(2) + index * s(2) + random() * s(1)));
    const cue: PlannedCue = {
      kind: "cold-stare",
      earliest,
      latest: earliest,
      strikes: "at-once",
      line: null,
      least: ms(700),
      most: ms(700),
      carriedOn: null,
    };
    return cue;
  });
}

const speakFor = ms(s(5) + cuesInRound * s(2));
const plan: Plan = aPlan(
  ...Array.from({ length: rounds }, (_, round) => ({ speakFor, cues: manyCues(1 + round) })),
);

const stores = memoryStores();
const drafts = new Map<string, Draft>();
/** When each cue struck, before it was seen: the first stamp of each, by draft. */
const struck = new Map<string, number[]>();
const services: Services = {
  clock: realClock,
  random: Math.random,
  newId: () => crypto.randomUUID(),
  locks: webLocks,
  storage: browserStorage,
  recovered: Promise.resolve({ takes: [], stuck: [] }),
  loadDecks: async () => [],
  browserLanguages: ["en"],
  openSound: openClientSound,
  openSynthesis,
  keeping: null,
  storageProblem: null,
  storageEmptied: false,
  ...stores,
  drafts: {
    ...stores.drafts,
    save: (draft) => {
      drafts.set(draft.id, draft); // the last one knows the moments on the clock that the take has on its own line
      const first = struck.get(draft.id) ?? [];
      struck.set(draft.id, [...first, ...draft.cues.slice(first.length).map(({ at }) => at)]);
      return stores.drafts.save(draft);
    },
  },
};

const witness = listen();
const shown: Shown[] = [];
let last: string | undefined;
new MutationObserver(() => {
  const cue = document.querySelector<HTMLElement>(".speaking")?.dataset.cue;
  if (cue !== undefined && last === undefined) {
    requestAnimationFrame(() => shown.push({ at: ms(performance.now()) }));
  }
  last = cue;
}).observe(document, { subtree: true, childList: true, attributes: true });

/** The figures of every cue, once the drill is over. */
async function measure() {
  const { takes } = await stores.takes.list();
  const figures = [];
  for (const take of takes) {
    const draft = drafts.get(take.id);
    if (!draft || draft.goAt === null) continue;
    const { goAt } = draft;
    const planned = (plan.rounds[take.round]?.cues ?? []).map(({ earliest }) => goAt + earliest);
    const seen = draft.cues.map(({ at }) => shown.find((one) => Math.abs(one.at - at) < 500));
    const places = await placesOf(
      await stores.takes.audio(take.id),
      draft.cues.map((cue, index) => ({
        moment: seen[index]?.at ?? cue.at,
        near: take.cues[index]?.at ?? 0,
      })),
      witness.soundAround,
    );
    for (const [index, cue] of draft.cues.entries()) {
      const one = seen[index];
      const place = places[index];
      const due = planned.findLast((moment) => moment <= cue.at + 1);
      if (!one || !place || due === undefined) continue;
      figures.push({
        dueToFrame: one.at - due,
        dueToStrike: (struck.get(take.id)?.[index] ?? Number.NaN) - due,
        spread: place.spread,
        stampError: ((take.cues[index]?.at ?? Number.NaN) - place.at) * 1000,
        likeness: place.likeness,
      });
    }
  }
  return { figures, met: shown.length, planned: rounds * cuesInRound };
}

declare global {
  interface Window {
    measureExactness: typeof measure;
  }
}
window.measureExactness = measure;

const root = document.getElementById("app");
if (root) {
  createRoot(root).render(
    <AppServices
      services={services}
      initial={{ ...defaultSettings, headphones: true, explained: ["cold-stare"] }}
    >
      <DrillRoom plan={plan} notices={[]} />
    </AppServices>,
  );
}
