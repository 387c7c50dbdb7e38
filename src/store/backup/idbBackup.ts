import { get, promisifyRequest } from "idb-keyval";
import type { Database } from "../database.ts";
import { guard } from "../errors.ts";
import { idbOwnDecks } from "../ownDecks.ts";
import { idbSettings } from "../settings.ts";
import { isStill, isUntouched } from "./merge.ts";
import type { BackupSource, RestoreTarget, TakeWrite } from "./ports.ts";

/** IndexedDB as what a backup is made from, and restored to. */
export function idbBackup(database: Database): BackupSource & RestoreTarget {
  const takes = database.store("takes");
  const settings = idbSettings(database);
  const ownDecks = idbOwnDecks(database);
  const audio = (id: string) =>
    guard(async () => {
      const blob = await get<unknown>(id, database.store("audio"));
      return blob instanceof Blob ? blob : undefined;
    });
  return {
    list: () => guard(() => takes("readonly", listed)),
    record: (id) => guard(() => get<unknown>(id, takes)),
    audio,
    peaks: (id) =>
      guard(async () => {
        const peaks = await get<unknown>(id, database.store("peaks"));
        return peaks instanceof Float32Array ? peaks : undefined;
      }),
    settings: settings.load,
    decks: ownDecks.list,
    saveDeck: ownDecks.save,
    saveSettings: settings.save,
    isEmpty: () =>
      guard(async () => {
        const count = await takes("readonly", (store) => promisifyRequest(store.count()));
        return count === 0 && isUntouched(await settings.load());
      }),
    write: (change, judged) => guard(() => write(database, change, judged)),
  };
}

/** Keys and sizes, one record at a time. */
function listed(store: IDBObjectStore): Promise<{ id: string; bytes: number }[]> {
  return new Promise((resolve, reject) => {
    const all: { id: string; bytes: number }[] = [];
    const request = store.openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(all);
      const bytes: unknown = cursor.value?.audio?.bytes;
      all.push({ id: String(cursor.key), bytes: typeof bytes === "number" ? bytes : 0 });
      cursor.continue();
    };
  });
}

/** In one transaction: looks whether the record is still the judged one, and only then writes all of the take. */
async function write(database: Database, { take, sound }: TakeWrite, judged: unknown): Promise<boolean> {
  let written = false;
  let fault: unknown;
  const work = database.together(["takes", "audio", "peaks"], (store) => {
    const here = store("takes").get(take.id);
    here.onsuccess = () => {
      try {
        if (!isStill(here.result, judged)) return;
        store("takes").put(take, take.id);
        if (sound) {
          store("audio").put(sound.audio, take.id);
          if (sound.peaks) store("peaks").put(sound.peaks, take.id);
          else store("peaks").delete(take.id); // they were of another sound
        }
        written = true;
      } catch (cause) {
        fault = cause; // thrown in here, it would be nobody's
        here.transaction?.abort();
      }
    };
  });
  await work.catch((cause: unknown) => {
    throw fault ?? cause;
  });
  return written;
}
