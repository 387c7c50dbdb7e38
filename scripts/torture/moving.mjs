import { writeFileSync } from "node:fs";
import path from "node:path";
import { kill } from "./life.mjs";
import { look } from "./look.mjs";
import { stock } from "./shelf.mjs";
import { aRecording, backupOf, chance, en, folder, Library, server } from "./world.mjs";

/**
 * @import { Page } from "playwright-core"
 * @import { Take } from "../../src/store/take.ts"
 * @import { Fate, Life } from "./types.mjs"
 */

/** A library big enough that backing it up takes a second: so many takes, of so many bytes. */
const LIBRARY = { takes: 150, bytes: 200_000 };
/** What one restoring brings. */
const COMING = { takes: 60, bytes: 100_000 };
const LONGEST = 1_500;

/**
 * A backup of made-up takes, as a file; their numbers count from `first`.
 * @param {number} first
 * @param {{ takes: number, bytes: number }} size
 */
async function aBackup(first, { takes, bytes }) {
  const recordings = [];
  for (let number = first; number < first + takes; number++)
    recordings.push(await aRecording(number, {}, bytes));
  const file = path.join(folder, "backup.zip");
  const zip = await backupOf(Library.of(...recordings));
  writeFileSync(file, Buffer.from(await zip.arrayBuffer()));
  return { file, coming: new Map(recordings.map(({ take }) => [take.id, take.audio.sha256])) };
}

/** @param {Page} page */
async function openSettings(page) {
  await page.goto(`${server.url}/#/settings`);
  const picker = page.locator("input[type=file]");
  await picker.waitFor({ state: "attached" });
  return picker;
}

/**
 * Killed while a backup is restored over what is there.
 * @param {Life} life
 * @param {number} run
 * @returns {Promise<Fate>}
 */
export async function killWhileRestoring(life, run) {
  const { file, coming } = await aBackup(run * 1_000, COMING);
  const picker = await openSettings(life.page);
  await picker.setInputFiles(file);
  const at = Date.now();
  const killedAt = await kill(life, at + chance(run, "kill") * LONGEST);
  return { killed: `${killedAt - at} ms after Restore`, take: null, touched: new Map(), coming };
}

/**
 * Killed while a backup is written.
 * @param {Life} life
 * @param {number} run
 * @param {Map<string, Take>} shelf is brought up to date
 * @returns {Promise<Fate>}
 */
export async function killWhileBackingUp(life, run, shelf) {
  const { page } = life;
  if (shelf.size === 0) {
    const { file, coming } = await aBackup(1, LIBRARY);
    await (await openSettings(page)).setInputFiles(file);
    await page.getByText(en.data.backup.restored(LIBRARY.takes, 0, 0)).waitFor();
    stock(shelf, await look(page, [...coming.keys()]));
  }
  // A file dialog cannot be driven; without one the backup is written to the browser's own disk first.
  await page.addInitScript(() => void Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.reload();
  await openSettings(page);
  const at = await page.evaluate(() => {
    const at = Date.now();
    /** @type {HTMLElement | null} */ (document.querySelector(".panel-backup button"))?.click();
    return at;
  });
  const killedAt = await kill(life, at + chance(run, "kill") * LONGEST);
  return { killed: `${killedAt - at} ms after Back up`, take: null, touched: new Map() };
}
