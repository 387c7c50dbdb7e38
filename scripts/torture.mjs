/**
 * `npm run torture -- --runs 50 [--seed N] [--during MOMENT]`: kills the whole browser, again and
 * again, at moments drawn from the seed, with speech in the microphone, and looks each time at what the next start
 * brings back. One profile and one origin for the whole run, so what was kept before has to live through every crash.
 *
 * - speaking: 0.2 s to 20 s after the go
 * - finishing: up to 1.5 s after Done
 * - deleting: up to 0.3 s after Delete, after Undo, or after the start that empties the bin
 * - backing-up, restoring: up to 1.5 s after the click
 *
 * `--within S` draws the moments of speaking from fewer seconds than 20. `--keep FOLDER` keeps what lay on disk when a
 * browser was killed, and what it logged, for every run that shows a fault.
 *
 * `--torn` cuts the last record of the browser's database log in two after each kill, as a power cut does, and a kill
 * between two writes. Chromium reads such a log once, appends to it, and at the start after that takes all of it for
 * damaged and empties the whole storage; so this shows whether the app
 * keeps Chromium from appending (`src/store/freshLog.ts`).
 *
 * Ends with exit code 1 when anything was lost that must not be.
 */
import path from "node:path";
import { killWhileDeleting } from "./torture/deleting.mjs";
import { keepWreck, showWreck, tear } from "./torture/disk.mjs";
import { judge } from "./torture/judge.mjs";
import { alive, isLeaving, kill, start } from "./torture/life.mjs";
import { look, recoveryEnds } from "./torture/look.mjs";
import { killWhileBackingUp, killWhileRestoring } from "./torture/moving.mjs";
import { during, keep, runs, torn } from "./torture/options.mjs";
import { printRow, printSummary } from "./torture/report.mjs";
import { stock } from "./torture/shelf.mjs";
import { killWhileSpeaking } from "./torture/speaking.mjs";
import { chance, languageOf, server } from "./torture/world.mjs";

/**
 * @import { Take } from "../src/store/take.ts"
 * @import { Fate, Life, Row } from "./torture/types.mjs"
 */

const killing = {
  speaking: killWhileSpeaking,
  finishing: killWhileSpeaking,
  deleting: killWhileDeleting,
  "backing-up": killWhileBackingUp,
  restoring: killWhileRestoring,
};

/**
 * One run: a life until it is killed, and the next one's first look round.
 * @param {number} run
 * @param {Life} life
 * @param {Map<string, Take>} shelf is brought up to date
 * @returns {Promise<{ row: Row, next: Life }>}
 */
async function torment(run, life, shelf) {
  let fate = /** @type {Fate | null} */ (null);
  let trouble = "";
  try {
    fate = await killing[during](life, run, shelf);
  } catch (error) {
    trouble = `it did not come to it: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
    if (alive()) await kill(life, Date.now());
  }
  if (torn) tear(Math.ceil(chance(run, "tear") * 200));
  if (keep) keepWreck();
  const next = await start(languageOf(run + 1));
  await recoveryEnds(next.page);
  const found = await look(next.page, [...shelf.keys(), ...(fate?.coming?.keys() ?? [])]);
  const row = judge(run, fate ?? { killed: "", take: null, touched: new Map() }, shelf, found);
  if (trouble) row.faults.unshift(trouble);
  row.faults.push(...life.faults);
  for (const { what, text } of next.seen) {
    if (what === "dataLoss") row.faults.push(`the browser emptied its own storage: ${text}`);
  }
  if (keep && row.faults.length > 0) showWreck(path.join(keep, `${during}-${run}`));
  stock(shelf, found);
  return { row, next };
}

/** @type {Row[]} */
const rows = [];
try {
  /** @type {Map<string, Take>} */
  const shelf = new Map();
  console.log(" run  killed                  said s  back s  lost s   cues  older  verdict");
  let life = await start(languageOf(1));
  for (let run = 1; run <= runs; run++) {
    const { row, next } = await torment(run, life, shelf);
    life = next;
    rows.push(row);
    printRow(row);
  }
  process.exitCode = rows.some(({ faults }) => faults.length > 0) ? 1 : 0;
} catch (error) {
  if (!isLeaving()) console.error(error); // it does not even start again
  process.exitCode = 1;
} finally {
  if (isLeaving()) await new Promise(() => undefined);
  printSummary(rows);
  const living = alive();
  if (living) await kill(living, Date.now());
  await server.close();
}
