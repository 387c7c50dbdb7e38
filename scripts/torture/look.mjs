/**
 * @import { Page } from "playwright-core"
 * @import { Found, Sound } from "./types.mjs"
 */

/** Recovery takes a second; after this many milliseconds it is not coming. */
const RECOVERY_PATIENCE = 20_000;

/**
 * Waits until nothing is left to be recovered, or it is clear that nothing more will come.
 * @param {Page} page
 */
export const recoveryEnds = (page) =>
  page.evaluate(async (patience) => {
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open("offscript");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const drafts = () =>
      new Promise((resolve) => {
        const counting = database.transaction("drafts").objectStore("drafts").count();
        counting.onsuccess = () => resolve(counting.result);
      });
    for (const end = Date.now() + patience; Date.now() < end; ) {
      if ((await drafts()) === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    database.close();
  }, RECOVERY_PATIENCE);

/**
 * Reads everything that is stored, past the app. Every recording is hashed; those asked for are decoded and sought in.
 * @param {Page} page
 * @param {string[]} known takes that were looked at before
 * @returns {Promise<Found>}
 */
export const look = (page, known) =>
  page.evaluate(async (known) => {
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open("offscript");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    /** @type {(name: string, values?: boolean) => Promise<[string, any][]>} */
    const read = (name, values = true) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(name);
        const keys = transaction.objectStore(name).getAllKeys();
        const all = values ? transaction.objectStore(name).getAll() : null;
        transaction.oncomplete = () =>
          resolve(keys.result.map((key, index) => [String(key), all?.result[index]]));
        transaction.onabort = () => reject(transaction.error);
      });
    /** @type {(blob: Blob) => Promise<number | null>} */
    const seek = async (blob) => {
      const url = URL.createObjectURL(blob);
      const player = new Audio(url);
      /** @type {(event: string) => Promise<unknown>} */
      const heard = (event) =>
        new Promise((resolve, reject) => {
          player.addEventListener(event, resolve, { once: true });
          setTimeout(reject, 5_000);
        });
      try {
        await heard("loadedmetadata");
        if (!Number.isFinite(player.duration)) return null;
        const sought = heard("seeked");
        player.currentTime = player.duration / 2;
        await sought;
        return player.currentTime;
      } catch {
        return null;
      } finally {
        player.src = "";
        URL.revokeObjectURL(url);
      }
    };
    /** @type {(blob: unknown, isNew: boolean) => Promise<Sound>} */
    const listen = async (blob, isNew) => {
      /** @type {Sound} */
      const sound = { sha256: "", decoded: null, seeked: null };
      if (!(blob instanceof Blob)) return sound;
      const bytes = await blob.arrayBuffer().catch(() => null);
      if (!bytes) return sound;
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      sound.sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
      if (!isNew) return sound;
      sound.seeked = await seek(blob);
      const context = new OfflineAudioContext(1, 1, 48_000);
      sound.decoded = await context.decodeAudioData(bytes).then(
        ({ duration }) => duration,
        () => null,
      );
      return sound;
    };
    /** @type {Found["audio"]} */
    const audio = [];
    for (const [id, blob] of await read("audio")) audio.push([id, await listen(blob, !known.includes(id))]);
    /** @type {Found["peaks"]} */
    const peaks = (await read("peaks")).map(([id, values]) => [
      id,
      { count: values.length, least: Math.min(...values), most: Math.max(...values) },
    ]);
    const takes = await read("takes");
    const drafts = (await read("drafts", false)).map(([key]) => key);
    const chunks = (await read("chunks", false)).map(([key]) => key);
    database.close();
    return { takes, audio, peaks, drafts, chunks };
  }, known);
