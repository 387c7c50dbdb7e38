import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { openSynthesis } from "./client/synthesis.ts";
import { openClientSound } from "./client/voice.ts";
import { realClock } from "./lib/clock.ts";
import { whenIdle } from "./lib/idle.ts";
import { ownLocks, webLocks } from "./lib/locks.ts";
import { loadDecks } from "./prompts/load.ts";
import { App } from "./screens/App.tsx";
import { ErrorPage } from "./screens/ErrorPage.tsx";
import { AppServices, type Services } from "./screens/services.tsx";
import { openDatabase } from "./store/database.ts";
import { StoreError, type StoreProblem } from "./store/errors.ts";
import { beginNewLog } from "./store/freshLog.ts";
import { idbDrafts, idbTakes } from "./store/idb.ts";
import { idbKeeping } from "./store/keeping.ts";
import { memoryStores } from "./store/memory.ts";
import { idbOwnDecks } from "./store/ownDecks.ts";
import { defaultSettings, idbSettings } from "./store/settings.ts";
import { browserStorage } from "./store/storageManager.ts";
import { idbVoices } from "./store/voices.ts";
import { Measuring } from "./studio/measuring.ts";
import { recoverDrafts } from "./studio/recoverDrafts.ts";
import "./ui/base.css";
import "./ui/notebook.css";
import "./ui/home.css";
import "./ui/takes.css";
import "./ui/rating.css";
import "./ui/review.css";
import "./ui/sound.css";
import "./ui/settings.css";
import "./ui/data.css";
import "./ui/voice.css";
import "./ui/forms.css";
import "./ui/decks.css";
import "./ui/bring.css";
import "./ui/room.css";
import "./ui/ring.css";
import "./ui/speaking.css";

/** What was binned longer ago than this is erased at the next start; until then it can be had back. */
const BIN_KEEPS = 60_000;

/** The real stores; where the browser refuses them, ones that last as long as the tab. */
async function openStores() {
  try {
    const database = await openDatabase();
    const stores = {
      takes: idbTakes(database, Date.now),
      drafts: idbDrafts(database),
      settings: idbSettings(database),
      ownDecks: idbOwnDecks(database),
      voices: idbVoices(database),
    };
    const initial = await stores.settings.load();
    const keeping = idbKeeping(database, webLocks);
    return { ...stores, initial, keeping, storageProblem: null, storageEmptied: database.emptied };
  } catch (error) {
    const storageProblem: StoreProblem = StoreError.from(error).problem;
    const initial = defaultSettings;
    return { ...memoryStores(), initial, keeping: null, storageProblem, storageEmptied: false };
  }
}

const { initial, ...stores } = await openStores();

/** What a start puts in order before anything new is written. */
async function tidyUp() {
  await beginNewLog().catch(() => undefined); // no room for it, or no storage: the old log does as well as it can
  void stores.takes.emptyBin(Date.now() - BIN_KEEPS).catch(() => undefined); // the list says so when storage fails
  return recoverDrafts({
    ...stores,
    locks: webLocks,
    now: Date.now(),
    finishing: async () => (await import("./screens/finishing.ts")).finishing,
  });
}
const recovered = tidyUp().catch(() => ({ takes: [], stuck: [] })); // storage does not answer: the start page says so, the next start tries again

const locks = ownLocks(webLocks);
const services: Services = {
  clock: realClock,
  random: Math.random,
  newId: () => crypto.randomUUID(),
  locks,
  measuring: new Measuring({
    takes: stores.takes,
    locks,
    whenIdle,
    measure: async (...given) => (await import("./screens/measureSound.ts")).measureSound(...given),
  }),
  storage: browserStorage,
  recovered,
  loadDecks,
  openSound: openClientSound,
  openSynthesis,
  browserLanguages: navigator.languages,
  ...stores,
};

const root = document.getElementById("app");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AppServices services={services} initial={initial}>
        <ErrorPage>
          <App />
        </ErrorPage>
      </AppServices>
    </StrictMode>,
  );
}
