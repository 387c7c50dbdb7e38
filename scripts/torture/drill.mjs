import { sight } from "./life.mjs";
import { languageOf, server } from "./world.mjs";

/** @import { Life } from "./types.mjs" */

/**
 * Opens a drill and begins it.
 * @param {Life} life
 * @param {number} run
 */
export async function begin(life, run) {
  const after = life.seen.length;
  const link = `seed=${run}&rounds=1&prep=0&speak=60&pressure=5&cues=blank,cold-stare,cut-in,wrong-face&lang=${languageOf(run)}`;
  await life.page.goto(`${server.url}/#/drill?${link}`);
  await life.page.locator(".dealt .button-primary").click();
  const recording = await sight(life, "recording", after);
  const go = await sight(life, "go", after);
  return { recording, go };
}

/**
 * Presses the space bar in the page; returns the moment of it.
 * @param {Life} life
 */
export const pressSpace = (life) =>
  life.page.evaluate(() => {
    const at = Date.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
    return at;
  });
