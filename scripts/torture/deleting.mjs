import { setTimeout as wait } from "node:timers/promises";
import { begin, pressSpace } from "./drill.mjs";
import { kill, sight } from "./life.mjs";
import { look } from "./look.mjs";
import { stock } from "./shelf.mjs";
import { chance, server } from "./world.mjs";

/**
 * @import { Page } from "playwright-core"
 * @import { Take } from "../../src/store/take.ts"
 * @import { Fate, Life } from "./types.mjs"
 */

/** So many takes lie on the shelf before one is deleted. */
const SHELF = 3;

/**
 * Killed while a take is deleted, had back, or erased for good.
 * @param {Life} life
 * @param {number} run
 * @param {Map<string, Take>} shelf is brought up to date
 * @returns {Promise<Fate>}
 */
export async function killWhileDeleting(life, run, shelf) {
  const { page } = life;
  let listed = await takesListed(page);
  for (; listed < SHELF; listed = await takesListed(page)) {
    await begin(life, run);
    await wait(2_000);
    await pressSpace(life);
    await page.waitForSelector(".player");
  }
  stock(shelf, await look(page, [...shelf.keys()]));
  const way = /** @type {const} */ (["Delete", "Undo", "emptying"])[run % 3];
  const after = chance(run, "kill") * 300;
  /** @type {Fate["touched"]} */
  const touched = new Map();
  const deleteFirst = async () => {
    const { id, at } = await page.evaluate(() => {
      const row = document.querySelector(".take-row");
      const id = row?.querySelector("a")?.hash.split("/").at(-1) ?? "";
      const at = Date.now();
      /** @type {HTMLElement | null | undefined} */ (row?.querySelector(".take-delete"))?.click();
      return { id, at };
    });
    touched.set(id, way === "emptying" ? "may be gone" : "whole");
    return at;
  };
  let at = 0;
  if (way === "emptying") {
    for (; listed > 1; listed--) {
      await deleteFirst();
      await page.waitForFunction((count) => document.querySelectorAll(".take-row").length < count, listed);
    }
    // Two minutes later, as far as the app can tell: it empties the bin of what has lain there for one.
    await page.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() + 120_000;
    });
    const known = life.seen.length;
    await page.reload({ waitUntil: "commit" });
    at = (await sight(life, "opened", known)).at - 120_000;
  } else {
    at = await deleteFirst();
    if (way === "Undo") {
      await page.waitForSelector(".toast");
      await wait(chance(run, "think") * 1_000);
      at = await page.evaluate(() => {
        const at = Date.now();
        /** @type {HTMLElement | null} */ (document.querySelector(".toast button"))?.click();
        return at;
      });
    }
  }
  const killedAt = await kill(life, at + after);
  return { killed: `${killedAt - at} ms after ${way}`, take: null, touched };
}

/**
 * How many takes the list shows.
 * @param {Page} page
 */
async function takesListed(page) {
  await page.goto(`${server.url}/#/takes`);
  await page.waitForSelector(".take-row, .empty");
  return page.locator(".take-row").count();
}
