import { promisifyRequest } from "idb-keyval";

/** Chromium begins a new log when this much has been written to the old one; it is LevelDB's write buffer. */
const BUFFER = 4 * 1024 * 1024;
/** Values from 64 KiB on are put into files of their own and would not fill the log. */
const VALUE = 60_000;
const COUNT = Math.ceil((BUFFER * 1.15) / VALUE);

const SCRATCH = "offscript-fresh-log";

/**
 * Makes the browser begin a new log for this origin's databases; about 0.1 s, 5 MB that are gone afterwards.
 *
 * Chromium keeps IndexedDB in a LevelDB, and goes on writing to its log after a crash, behind a last record that may
 * have been cut in two. The next start still reads that log up to the cut; the one after it finds the cut in the middle,
 * takes all of it for damaged, and empties the storage: every take is gone, two starts after a crash. A log that is
 * not written to any more cannot be spoiled, so a new one is begun before anything else is written.
 *
 * Other browsers keep their databases otherwise and are left alone.
 * @see https://github.com/google/leveldb/blob/main/db/db_impl.cc `RecoverLogFile`, `reuse_logs`
 */
export async function beginNewLog(): Promise<void> {
  if (!isChromium()) return;
  const opening = indexedDB.open(SCRATCH, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("scratch", { autoIncrement: true });
  const database = await promisifyRequest(opening);
  database.onversionchange = () => database.close(); // another tab does the same and is done first
  try {
    const writing = database.transaction("scratch", "readwrite");
    const value = new Uint8Array(VALUE);
    for (let count = 0; count < COUNT; count++) writing.objectStore("scratch").add(value);
    await promisifyRequest(writing);
  } finally {
    database.close();
    const deleting = indexedDB.deleteDatabase(SCRATCH); // the write after which the new log is the only one
    await Promise.race([
      promisifyRequest(deleting),
      new Promise((resolve) => {
        deleting.onblocked = resolve;
      }),
    ]);
  }
}

function isChromium(): boolean {
  const { userAgentData } = navigator as Navigator & {
    userAgentData?: Readonly<{ brands: readonly Readonly<{ brand: string }>[] }>;
  };
  return userAgentData?.brands.some(({ brand }) => brand === "Chromium") ?? false;
}
