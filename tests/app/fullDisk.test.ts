import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { button, storedTakes } from "../support/app.ts";
import { type Lives, startLives } from "../support/lives.ts";
import { speech } from "../support/speech.ts";

// A profile on disk: windows without one keep their databases in memory, and count their room otherwise.
let lives: Lives;
beforeAll(async () => {
  lives = await startLives(await speech("r-zh-p8"));
});
afterAll(() => lives.close());

it("a full disk is told at once; the take is whole in memory, and can be saved as a file", async () => {
  const { page } = await lives.start("#/");
  await page.waitForSelector(".home");
  const session = await page.context().newCDPSession(page);
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin: lives.url });
  // Nobody has the storage open for a while: the browser remembers for some time how much room it found.
  await page.goto("about:blank");
  await page.waitForTimeout(4_000);
  const roomForSeconds = usage + 40_000;
  await session.send("Storage.overrideQuotaForOrigin", { origin: lives.url, quotaSize: roomForSeconds });
  await page.goto(`${lives.url}/#/drill?seed=7&rounds=1&prep=0&speak=60&pressure=0`);
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  const alarm = (text: string) => page.getByRole("alert").filter({ hasText: text });
  await alarm(en.drill.storageFailed.full).waitFor({ timeout: 15_000 });
  await page.waitForTimeout(2_500);
  await page.keyboard.press("Space");
  await page.waitForSelector(".player", { timeout: 15_000 });
  await alarm(en.review.unsaved.full).waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: en.review.saveFile }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^offscript-.*\.webm$/);
  // With room again, the pieces on disk come back as a take at the next start.
  await session.send("Storage.overrideQuotaForOrigin", { origin: lives.url });
  await page.goto(`${lives.url}/#/takes`);
  await page.reload();
  await expect.poll(async () => (await storedTakes(page)).length, { timeout: 10_000 }).toBe(1);
});
