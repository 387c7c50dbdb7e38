import { epochOf } from "../lib/day.ts";
import type { Deck } from "../prompts/deck.ts";
import type { Chunk } from "../recorder/recorder.ts";
import type { Draft, DraftStore } from "./draft.ts";
import { StoreError } from "./errors.ts";
import type { OwnDeckStore } from "./ownDecks.ts";
import { defaultSettings, type SettingsStore } from "./settings.ts";
import type { Take } from "./take.ts";
import type { TakeStore } from "./takes.ts";
import type { RecordedLine, VoiceStore } from "./voices.ts";

/**
 * Stores that last as long as the tab: for windows that refuse to keep anything, so that one can practise all the
 * same. The user is told.
 */
export function memoryStores(): {
  takes: TakeStore;
  drafts: DraftStore;
  settings: SettingsStore;
  ownDecks: OwnDeckStore;
  voices: VoiceStore;
} {
  const decks = new Map<string, Deck>();
  const voices = new Map<string, RecordedLine>();
  const takes = new Map<string, Take>();
  const sounds = new Map<string, { audio: Blob; peaks: Float32Array }>();
  const drafts = new Map<string, { draft: Draft | null; chunks: Chunk[] }>();
  let settings = defaultSettings;
  const known = (id: string): Take => {
    const take = takes.get(id);
    if (!take) throw new StoreError("missing");
    return take;
  };
  const draftOf = (id: string) => {
    const found = drafts.get(id) ?? { draft: null, chunks: [] };
    drafts.set(id, found);
    return found;
  };
  return {
    takes: {
      list: async () => ({
        takes: [...takes.values()]
          .filter(({ binned }) => binned === null)
          .sort((a, b) => epochOf(b.started) - epochOf(a.started)),
        unreadable: [],
      }),
      get: async (id) => takes.get(id),
      audio: async (id) => {
        const sound = sounds.get(known(id).id);
        if (!sound) throw new StoreError("missing");
        return sound.audio;
      },
      peaks: async (id) => sounds.get(id)?.peaks ?? new Float32Array(0),
      keep: async (take, audio, peaks) => {
        takes.set(take.id, take);
        sounds.set(take.id, { audio, peaks });
        drafts.delete(take.id);
      },
      edit: async (id, edit) => void takes.set(id, { ...known(id), ...edit }),
      measured: async ({ id, audio }, measures) => {
        const take = known(id);
        if (take.audio.sha256 === audio.sha256) takes.set(id, { ...take, measures });
      },
      bin: async (id, binned) => void takes.set(id, { ...known(id), binned }),
      emptyBin: async (before) => {
        for (const { id, binned } of [...takes.values()]) {
          if (binned === null || binned >= before) continue;
          takes.delete(id);
          sounds.delete(id);
        }
      },
    },
    drafts: {
      save: async (draft) => {
        draftOf(draft.id).draft = draft;
      },
      append: async (id, index, chunk) => {
        draftOf(id).chunks[index] = chunk;
      },
      list: async () => ({ drafts: [], unreadable: [], strays: [] }), // gone with the tab, so never left by a crash
      chunks: async (id) => new Map(draftOf(id).chunks.entries()),
      discard: async (id) => void drafts.delete(id),
    },
    ownDecks: {
      list: async () => [...decks.values()],
      save: async (deck) => void decks.set(deck.id, deck),
      change: async (id, edit) => {
        const next = edit(decks.get(id) ?? null);
        if (next) decks.set(id, next);
        return next;
      },
      remove: async (id) => void decks.delete(id),
    },
    voices: {
      list: async () => new Map(voices),
      save: async (key, line) => void voices.set(key, line),
      remove: async (key) => void voices.delete(key),
    },
    settings: {
      load: async () => settings,
      save: async (next) => {
        settings = next;
      },
    },
  };
}
