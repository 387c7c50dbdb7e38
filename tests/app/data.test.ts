import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { type App, button, startApp, stored, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";

let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-zh-p8"));
});
afterAll(() => app.close());

/** Records a short take and ends at the settings. */
async function withOneTake(): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await app.open("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  await page.waitForTimeout(1_500);
  await page.keyboard.press("Space");
  await page.waitForSelector(".player");
  await page.goto(`${app.url}/#/settings`);
  await page.getByRole("heading", { name: en.data.heading }).waitFor();
  return { page, context };
}

/** Writes or deletes behind the app's back, as a failing disk does. */
const tamper = (page: Page, store: string, id: string, value: "delete" | "garbage" | "noise") =>
  page.evaluate(
    ([name, key, what]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("offscript");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(name as string, "readwrite");
          const target = transaction.objectStore(name as string);
          if (what === "delete") target.delete(key as string);
          if (what === "garbage") target.put({ version: 1, broken: true }, key as string);
          if (what === "noise") target.put(new Blob(["not what was recorded"]), key as string);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [store, id, value],
  );

describe("the check of all recordings", () => {
  it("finds them whole when they are", async () => {
    const { page, context } = await withOneTake();
    await button(page, en.data.inspect.start).click();
    await page.getByText(en.data.inspect.fine(1)).waitFor();
    await context.close();
  });

  it("names what is damaged, missing or without an owner, saves what can be saved, and deletes nothing", async () => {
    const { page, context } = await withOneTake();
    const [take] = await storedTakes(page);
    const id = take?.id ?? "";
    await tamper(page, "audio", id, "noise");
    await tamper(page, "audio", "11111111-1111-4111-8111-111111111111", "noise");
    await tamper(page, "takes", "22222222-2222-4222-8222-222222222222", "garbage");
    await button(page, en.data.inspect.start).click();
    await page.getByText(en.data.inspect.found(3)).waitFor();
    const problems = page.locator(".findings li");
    await problems.filter({ hasText: en.data.inspect.problems.damaged }).waitFor();
    await problems.filter({ hasText: en.data.inspect.problems["no-record"] }).waitFor();
    await problems.filter({ hasText: "The record cannot be read" }).waitFor();
    expect((await stored(page, "audio")).length).toBe(2);
    expect((await stored(page, "takes")).length).toBe(2);

    const downloading = page.waitForEvent("download");
    await problems
      .filter({ hasText: en.data.inspect.problems["no-record"] })
      .getByRole("button", { name: en.data.inspect.save })
      .click();
    expect((await downloading).suggestedFilename()).toContain("11111111");

    await tamper(page, "audio", id, "delete");
    await button(page, en.data.inspect.start).click();
    await problems.filter({ hasText: en.data.inspect.problems["no-audio"] }).waitFor();
    await page.goto(`${app.url}/#/takes`);
    await page.getByText(en.takes.unreadable(1)).waitFor();
    await context.close();
  });
});

describe("erasing", () => {
  it("asks first, and keeps everything when the answer is no", async () => {
    const { page, context } = await withOneTake();
    await button(page, en.data.erase.takes).click();
    await button(page, en.data.erase.no).click();
    expect((await storedTakes(page)).length).toBe(1);
    await button(page, en.data.erase.takes).click();
    await button(page, en.data.erase.yes).click();
    await expect.poll(() => storedTakes(page)).toEqual([]);
    for (const store of ["audio", "peaks", "drafts", "chunks"]) expect(await stored(page, store)).toEqual([]);
    await context.close();
  });

  it("leaves nothing in any store, cache, worker or file of this origin", async () => {
    const { page, context } = await withOneTake();
    await page.evaluate(async () => {
      localStorage.setItem("left", "over");
      sessionStorage.setItem("left", "over");
      await (await caches.open("left")).put("/left", new Response("over"));
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle("left", { create: true });
    });
    await button(page, en.data.erase.all).click();
    const reloaded = page.waitForEvent("load");
    await button(page, en.data.erase.yes).click();
    await reloaded;
    await page.getByRole("heading", { name: en.home.tagline }).waitFor();
    for (const store of ["takes", "audio", "peaks", "drafts", "chunks", "settings"]) {
      expect(await stored(page, store)).toEqual([]);
    }
    const left = await page.evaluate(async () => {
      const files: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
      return {
        files,
        databases: (await indexedDB.databases()).map(({ name }) => name),
        local: localStorage.length,
        session: sessionStorage.length,
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      };
    });
    // The database is there again, empty: the page that was loaded after the erasure opened it.
    expect(left).toEqual({
      files: [],
      databases: ["offscript"],
      local: 0,
      session: 0,
      caches: [],
      workers: 0,
    });
    await context.close();
  });
});
