import { entries, get, keys } from "idb-keyval";
import { type Locks, takeLock } from "../lib/locks.ts";
import type { Database } from "./database.ts";
import { guard } from "./errors.ts";
import { idbDrafts } from "./idb.ts";
import type { Shelf } from "./inspection.ts";
import { readTake, type Take } from "./take.ts";
import type { UnreadableTake } from "./takes.ts";

/** Everything IndexedDB holds, for inspection. */
export function idbShelf(database: Database, locks: Locks): Shelf {
  return {
    records: () =>
      guard(async () => {
        const takes: Take[] = [];
        const unreadable: UnreadableTake[] = [];
        for (const [id, value] of await entries<string, unknown>(database.store("takes"))) {
          const read = readTake(value);
          if ("take" in read) takes.push(read.take);
          else unreadable.push({ id, problem: read.problem });
        }
        return { takes, unreadable };
      }),
    audioIds: () => guard(() => keys<string>(database.store("audio"))),
    audio: (id) =>
      guard(async () => {
        const blob = await get<unknown>(id, database.store("audio"));
        return blob instanceof Blob ? blob : null;
      }),
    pieces: () =>
      guard(async () => {
        const store = idbDrafts(database);
        const { drafts, unreadable, strays } = await store.list();
        const found: { id: string; audio: Blob }[] = [];
        for (const id of [...drafts.map((draft) => draft.id), ...unreadable, ...strays]) {
          if (await locks.isHeld(takeLock(id))) continue; // being recorded, or made whole, right now
          const chunks = await store.chunks(id);
          const bytes = [...chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk.bytes);
          if (bytes.length > 0) found.push({ id, audio: new Blob(bytes, { type: "audio/webm" }) });
        }
        return found;
      }),
  };
}

/** Erases one id from every store, whatever is there under it. */
export function eraseId(database: Database, id: string): Promise<void> {
  const range = IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);
  return guard(() =>
    database.together(["takes", "audio", "peaks", "drafts", "chunks"], (store) => {
      for (const name of ["takes", "audio", "peaks", "drafts"] as const) store(name).delete(id);
      store("chunks").delete(range);
    }),
  );
}
