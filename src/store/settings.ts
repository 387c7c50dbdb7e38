import { get, set } from "idb-keyval";
import * as v from "valibot";
import { voiceModes } from "../client/sound.ts";
import { supports } from "../drill/settings.ts";
import { languages } from "../prompts/deck.ts";
import type { Database } from "./database.ts";
import { guard } from "./errors.ts";

const settingsSchema = v.object({
  version: v.literal(1),
  /** null: as the browser asks. */
  language: v.fallback(v.nullable(v.picklist(languages)), null),
  headphones: v.fallback(v.boolean(), false),
  /** How much of the client is heard; synthesis only with headphones, see `voiceModeOf`. */
  voice: v.fallback(v.picklist(voiceModes), "sounds"),
  /** How loud, as the slider has it: 0 to 1. */
  loudness: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.7),
  /** Whether the sound was checked, or the check passed by, before the first round with pressure. */
  soundChecked: v.fallback(v.boolean(), false),
  /** Cue kinds that are switched off; new kinds are on. */
  cuesOff: v.fallback(v.array(v.string()), []),
  /** Cue kinds that were explained before they were met. */
  explained: v.fallback(v.array(v.string()), []),
  /** Decks that titles are dealt from; empty: all of the language. */
  decks: v.fallback(v.array(v.string()), []),
  /** The user's trade, as the last part of its pitch deck's id: the same in every language. null: any. */
  trade: v.fallback(v.nullable(v.string()), null),
  /** Titles that are never dealt, by `titleKey`. */
  hidden: v.fallback(v.array(v.string()), []),
  /** The outline left to the speaker; "climb": it fades as drills go well. */
  support: v.fallback(v.picklist([...supports, "climb"]), "title"),
  /** How hard cues come: as the user's own levels say, or always so hard. */
  pressure: v.fallback(v.union([v.literal("adapts"), v.picklist([0, 1, 2, 3, 4, 5] as const)]), "adapts"),
  /** The softer mode: no stare, no voice, warnings before cues, no times. */
  softer: v.fallback(v.boolean(), false),
  /** The last backup: when (milliseconds since 1970 UTC), and how many takes; null: never. */
  backup: v.fallback(v.nullable(v.object({ at: v.number(), takes: v.number() })), null),
  /** Whether the browser was asked, after the first take, to keep what is stored. */
  askedToPersist: v.fallback(v.boolean(), false),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  version: 1,
  language: null,
  headphones: false,
  voice: "sounds",
  loudness: 0.7,
  soundChecked: false,
  cuesOff: [],
  explained: [],
  decks: [],
  trade: null,
  hidden: [],
  support: "title",
  pressure: "adapts",
  softer: false,
  backup: null,
  askedToPersist: false,
};

/** Settings of any version, or the usual ones: a broken setting costs itself, not the others. */
export function readSettings(value: unknown): Settings {
  const result = v.safeParse(settingsSchema, value);
  return result.success ? result.output : defaultSettings;
}

export interface SettingsStore {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
}

const KEY = "settings";

/** Settings in IndexedDB. */
export function idbSettings(database: Database): SettingsStore {
  const store = database.store("settings");
  return {
    load: () => guard(async () => readSettings(await get<unknown>(KEY, store))),
    save: (settings) => guard(() => set(KEY, settings, store)),
  };
}
