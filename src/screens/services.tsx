import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { ClientSound } from "../client/sound.ts";
import type { Synthesis } from "../client/synthesis.ts";
import { catalogues, languageFor } from "../i18n/languages.ts";
import type { Words } from "../i18n/words.ts";
import type { Clock } from "../lib/clock.ts";
import type { Locks } from "../lib/locks.ts";
import type { Random } from "../lib/random.ts";
import type { Deck, Language } from "../prompts/deck.ts";
import type { DraftStore } from "../store/draft.ts";
import { StoreError, type StoreProblem } from "../store/errors.ts";
import type { Keeping } from "../store/keeping.ts";
import type { OwnDeckStore } from "../store/ownDecks.ts";
import type { Settings, SettingsStore } from "../store/settings.ts";
import type { StorageManagerPort } from "../store/storageManager.ts";
import type { TakeStore } from "../store/takes.ts";
import type { VoiceStore } from "../store/voices.ts";
import type { Measuring } from "../studio/measuring.ts";
import type { Recovery } from "../studio/recoverDrafts.ts";

/** What `main.tsx` plugs in. */
export type Services = Readonly<{
  clock: Clock;
  random: Random;
  newId(): string;
  locks: Locks;
  takes: TakeStore;
  /** Has takes measured. */
  measuring: Measuring;
  drafts: DraftStore;
  settings: SettingsStore;
  /** Decks of the user's own. */
  ownDecks: OwnDeckStore;
  /** Lines that were recorded for the client. */
  voices: VoiceStore;
  /** What a client is heard through; whoever opens it closes it. */
  openSound(loudness: number): ClientSound;
  openSynthesis(language: Language): Synthesis;
  storage: StorageManagerPort;
  /** What may be done with all that is stored; null in a window that keeps nothing. */
  keeping: Keeping | null;
  /** What a crash had left, once it is made whole. */
  recovered: Promise<Recovery>;
  /** Why nothing can be kept in this window; null when it can. */
  storageProblem: StoreProblem | null;
  /** Whether the browser found its storage damaged at this start, and emptied it. */
  storageEmptied: boolean;
  /** The decks that come with the app. */
  loadDecks(language: Language): Promise<readonly Deck[]>;
  /** What the browser asks for, best first. */
  browserLanguages: readonly string[];
}>;

/** What every screen may know: the services, the words in the user's language, and the settings. */
export type AppContext = Services &
  Readonly<{
    language: Language;
    words: Words;
    chosen: Settings;
    choose(change: Partial<Settings>): void;
    /** Reads the settings again: something else than the user changed them. */
    reloadSettings(): Promise<void>;
  }>;

const Context = createContext<AppContext | null>(null);

/** The app's services and settings. Throws outside `AppServices`. */
export function useApp(): AppContext {
  const app = useContext(Context);
  if (!app) throw new Error("useApp: there is no app around this screen");
  return app;
}

type Props = Readonly<{ services: Services; initial: Settings; children: ReactNode }>;

/** Holds the settings, and gives everything below it what it needs. */
export function AppServices({ services, initial, children }: Props): ReactElement {
  const [chosen, setChosen] = useState(initial);
  const language = chosen.language ?? languageFor(services.browserLanguages);
  const { words } = catalogues[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.app.name;
  }, [language, words]);
  const app = useMemo<AppContext>(
    () => ({
      ...services,
      language,
      words,
      chosen,
      reloadSettings: async () => setChosen(await services.settings.load()),
      choose: (change) => {
        const next = { ...chosen, ...change };
        setChosen(next);
        void services.settings.save(next).catch(() => undefined); // kept for this tab; the home page names the storage
      },
    }),
    [services, language, words, chosen],
  );
  return <Context value={app}>{children}</Context>;
}

/** The store's failure as one of the two sentences there are for it. */
export const fullOrOther = (error: unknown): "full" | "other" =>
  StoreError.from(error).problem === "full" ? "full" : "other";
