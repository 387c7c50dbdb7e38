import { entries, get, keys, promisifyRequest, set, update } from "idb-keyval";
import * as v from "valibot";
import { epochOf } from "../lib/day.ts";
import type { Chunk } from "../recorder/recorder.ts";
import type { Database } from "./database.ts";
import { type Draft, type DraftStore, draftSchema } from "./draft.ts";
import { guard, StoreError } from "./errors.ts";
import { measuresSchema } from "./measures.ts";
import { readTake, type Take, takeSchema } from "./take.ts";
import type { TakeStore, UnreadableTake } from "./takes.ts";

/**
 * Takes in IndexedDB.
 * @param now milliseconds since 1970 UTC, for the date of a change
 */
export function idbTakes(database: Database, now: () => number): TakeStore {
  const takes = database.store("takes");
  const change = (id: string, how: (take: Take) => Take) =>
    guard(() =>
      update<unknown>(
        id,
        (value) => {
          const read = readTake(value);
          if (!("take" in read)) throw new StoreError("missing");
          return v.parse(takeSchema, how(read.take));
        },
        takes,
      ),
    );
  return {
    list: () =>
      guard(async () => {
        const kept: Take[] = [];
        const unreadable: UnreadableTake[] = [];
        for (const [key, value] of await entries<string, unknown>(takes)) {
          const read = readTake(value);
          if (!("take" in read)) unreadable.push({ id: key, problem: read.problem });
          else if (read.take.binned === null) kept.push(read.take);
        }
        kept.sort((a, b) => epochOf(b.started) - epochOf(a.started));
        return { takes: kept, unreadable };
      }),
    get: (id) =>
      guard(async () => {
        const read = readTake(await get<unknown>(id, takes));
        return "take" in read ? read.take : undefined;
      }),
    audio: (id) =>
      guard(async () => {
        const blob = await get<unknown>(id, database.store("audio"));
        if (blob instanceof Blob) return blob;
        throw new StoreError("missing");
      }),
    peaks: (id) =>
      guard(async () => {
        const peaks = await get<unknown>(id, database.store("peaks"));
        return peaks instanceof Float32Array ? peaks : new Float32Array(0);
      }),
    keep: (take, audio, peaks) =>
      guard(() => {
        const checked = v.parse(takeSchema, take);
        return database.together(["takes", "audio", "peaks", "drafts", "chunks"], (store) => {
          store("audio").put(audio, take.id);
          store("peaks").put(peaks, take.id);
          store("takes").put(checked, take.id);
          store("drafts").delete(take.id);
          store("chunks").delete(chunkRange(take.id));
        });
      }),
    edit: (id, edit) => change(id, (take) => ({ ...take, ...edit, changed: now() })),
    measured: ({ id, audio }, measures) =>
      change(id, (take) => {
        const checked = v.parse(measuresSchema, measures);
        return take.audio.sha256 === audio.sha256 ? { ...take, measures: checked } : take;
      }),
    bin: (id, binned) => change(id, (take) => ({ ...take, binned, changed: now() })),
    emptyBin: (before) =>
      guard(() =>
        // Looked at and erased in one transaction: a take that is taken out of the bin meanwhile stays.
        database.together(["takes", "audio", "peaks"], (store) => {
          const cursor = store("takes").openCursor();
          cursor.onsuccess = () => {
            if (!cursor.result) return;
            const { key, value } = cursor.result;
            const read = readTake(value);
            if ("take" in read && read.take.binned !== null && read.take.binned < before) {
              for (const name of ["takes", "audio", "peaks"] as const) store(name).delete(key);
            }
            cursor.result.continue();
          };
        }),
      ),
  };
}

/** Keys sort as strings, so the number is padded: six digits are eleven days of seconds. */
const chunkKey = (id: string, index: number) => `${id}/${String(index).padStart(6, "0")}`;
const chunkIndex = (key: string) => Number(key.slice(key.lastIndexOf("/") + 1));
const chunkRange = (id: string) => IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);

/** Drafts and chunks in IndexedDB. Chunks are array buffers: a Blob may outlive a power cut in name only. */
export function idbDrafts(database: Database): DraftStore {
  const [drafts, chunks] = [database.store("drafts"), database.store("chunks")];
  return {
    save: (draft) => guard(async () => set(draft.id, v.parse(draftSchema, draft), drafts)),
    append: (id, index, chunk) => guard(() => set(chunkKey(id, index), chunk, chunks)),
    list: () =>
      guard(async () => {
        const readable: Draft[] = [];
        const unreadable: string[] = [];
        const all = await entries<string, unknown>(drafts);
        for (const [id, value] of all) {
          const read = v.safeParse(draftSchema, value);
          if (read.success) readable.push(read.output);
          else unreadable.push(id);
        }
        const known = new Set(all.map(([id]) => id));
        const owners = new Set((await keys<string>(chunks)).map((key) => key.split("/")[0] ?? key));
        return { drafts: readable, unreadable, strays: [...owners].filter((id) => !known.has(id)) };
      }),
    chunks: (id) =>
      guard(() =>
        chunks("readonly", async (store) => {
          const [found, values] = await Promise.all([
            promisifyRequest(store.getAllKeys(chunkRange(id))),
            promisifyRequest<Chunk[]>(store.getAll(chunkRange(id))),
          ]);
          return new Map(found.map((key, place) => [chunkIndex(String(key)), values[place] as Chunk]));
        }),
      ),
    discard: (id) =>
      guard(() =>
        database.together(["drafts", "chunks"], (store) => {
          store("drafts").delete(id);
          store("chunks").delete(chunkRange(id));
        }),
      ),
  };
}
