import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { type App, button, startApp, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";

let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-zh-p8"));
});
afterAll(() => app.close());

declare global {
  interface Window {
    diskIsFull?: boolean;
  }
}

/**
 * A disk that is full from a moment of the test's choice. The browser's own counting of room cannot be driven so exactly:
 * it remembers for half a minute how much it found.
 */
function fillable(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    if (window.diskIsFull) throw new DOMException("No room", "QuotaExceededError");
    return put.apply(this, args);
  };
}

it("a full disk is told at once; the take is whole in memory, and can be saved as a file", async () => {
  const { page, context } = await app.open("#/");
  await context.addInitScript(fillable);
  await page.goto(`${app.url}/#/drill?seed=7&rounds=1&prep=0&speak=60&pressure=0`);
  await page.reload();
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  await page.waitForTimeout(3_000);
  await page.evaluate(() => {
    window.diskIsFull = true;
  });
  const alarm = (text: string) => page.getByRole("alert").filter({ hasText: text });
  await alarm(en.drill.storageFailed.full).waitFor({ timeout: 10_000 });
  await page.waitForTimeout(2_500);
  await page.keyboard.press("Space");
  await page.waitForSelector(".player", { timeout: 15_000 });
  await alarm(en.review.unsaved.full).waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: en.review.saveFile }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^offscript-.*\.webm$/);
  // With room again, the pieces on disk come back as a take at the next start.
  await page.goto(`${app.url}/#/takes`);
  await page.reload();
  await expect.poll(async () => (await storedTakes(page)).length, { timeout: 20_000 }).toBe(1);
  await context.close();
});
