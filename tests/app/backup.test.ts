import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { type App, button, startApp, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";

const text = en.data.backup;
let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-en-oriana1"));
});
afterAll(() => app.close());

/** Records a short take. */
async function record(page: Page): Promise<void> {
  await page.goto(`${app.url}/#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0`);
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  await page.waitForTimeout(1_500);
  await page.keyboard.press("Space");
  await page.waitForSelector(".player");
}

/** Downloads a backup from the settings and returns its path. */
async function backUp(page: Page): Promise<string> {
  const downloading = page.waitForEvent("download");
  await button(page, text.make).click();
  await page.getByText(text.made(1)).waitFor();
  return (await downloading).path();
}

/** A file dialog cannot be driven: browsers without one write to their own disk first, and that is tested. */
const withoutFileDialog = (context: BrowserContext) =>
  context.addInitScript(() => {
    Reflect.deleteProperty(window, "showSaveFilePicker");
  });

it("takes everything to another browser, and changes nothing the second time", async () => {
  const { page, context } = await app.open("#/");
  await withoutFileDialog(context);
  await page.reload();
  await record(page);
  await page.getByLabel(en.review.note).fill("Louder at the start");
  await page.getByLabel(en.review.note).blur();
  await page.goto(`${app.url}/#/settings`);
  await page.getByText(text.never).waitFor();
  const file = await backUp(page);
  await page.getByText("Last backup:").waitFor();
  const [original] = await storedTakes(page);

  const other = await app.open("#/settings");
  const choose = other.page.locator("input[type=file]");
  await choose.setInputFiles(file);
  await other.page.getByText(text.restored(1, 0, 0)).waitFor();
  await choose.setInputFiles(file);
  await other.page.getByText(text.restored(0, 0, 1)).waitFor();
  const [restored] = await storedTakes(other.page);
  expect(restored).toEqual(original);
  expect(restored?.notes).toBe("Louder at the start");
  await other.page.goto(`${app.url}/#/takes`);
  await other.page.getByRole("link", { name: original?.title.text ?? "" }).click();
  await other.page.waitForSelector(".player canvas");
  await button(other.page, /Play/).click();
  await expect
    .poll(() => other.page.locator(".player input[type=range]").inputValue().then(Number))
    .toBeGreaterThan(0.3);
  await context.close();
  await other.context.close();
});

it("says in words, in both languages, why a file is no backup, and changes nothing", async () => {
  for (const [locale, words] of [["en", en] as const, ["zh-CN", zhCN] as const]) {
    const { page, context } = await app.open("#/settings", { locale });
    await page.locator("input[type=file]").setInputFiles({
      name: "holiday.zip",
      mimeType: "application/zip",
      buffer: readFileSync(new URL("../../README.md", import.meta.url)),
    });
    await page.getByText(words.data.backup.problems["not-a-zip"]).waitFor();
    expect(await storedTakes(page)).toEqual([]);
    await context.close();
  }
});

it("names what is broken in a backup and restores the rest", async () => {
  const { page, context } = await app.open("#/");
  await withoutFileDialog(context);
  await page.reload();
  await record(page);
  await page.goto(`${app.url}/#/settings`);
  const bytes = readFileSync(await backUp(page));
  const [take] = await storedTakes(page);
  // One byte of the sound is turned over, as a tired disk does.
  const middle = bytes.indexOf(`audio/${take?.id}`) + 4_000;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
  const other = await app.open("#/settings");
  await other.page
    .locator("input[type=file]")
    .setInputFiles({ name: "backup.zip", mimeType: "application/zip", buffer: bytes });
  await other.page.getByText(text.skipped).waitFor();
  expect(await other.page.locator(".panel li code").first().textContent()).toContain(take?.id);
  await context.close();
  await other.context.close();
});

it("backs up by itself to the chosen folder after a drill", async () => {
  const { page, context } = await app.open("#/");
  // The browser's own disk has the same handles as a folder of the user's, and needs no dialog.
  await context.addInitScript(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("cloud", { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });
  await page.goto(`${app.url}/#/settings`);
  await page.reload();
  await button(page, text.folderChoose).click();
  await page.getByText(text.folderIs("cloud")).waitFor();
  const size = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("cloud");
      return (await (await folder.getFileHandle("offscript-backup.zip")).getFile()).size;
    });
  const empty = await size();
  await record(page);
  await button(page, /Finish/).click();
  await page.getByRole("heading", { name: en.review.finished }).waitFor();
  await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(empty + 5_000);
  await context.close();
});
