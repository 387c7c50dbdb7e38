import { promisifyRequest } from "idb-keyval";
import { DATABASE_NAME, type Database, storeNames } from "./database.ts";

/**
 * Erases everything this app ever stored in this browser: takes, sound, drafts, settings, caches, workers, files. The
 * page has to be loaded again afterwards.
 */
export async function eraseEverything(database: Database): Promise<void> {
  // Emptied first, in one transaction: deleting the database waits for other tabs, and may wait for ever.
  await database.together(storeNames, (store) => {
    for (const name of storeNames) store(name).clear();
  });
  database.close();
  const others = await indexedDB.databases?.().catch(() => []);
  const names = new Set([DATABASE_NAME, ...(others ?? []).flatMap(({ name }) => name ?? [])]);
  await Promise.all([...names].map(deleteDatabase));
  localStorage.clear();
  sessionStorage.clear();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  if (folder) for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true });
}

/** Another tab may keep it from being deleted; it is empty by then, and goes when that tab closes. */
async function deleteDatabase(name: string): Promise<void> {
  const request = indexedDB.deleteDatabase(name);
  await Promise.race([
    promisifyRequest(request),
    new Promise((resolve) => {
      request.onblocked = resolve;
    }),
  ]);
}
