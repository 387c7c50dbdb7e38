import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { type App, button, startApp, stored, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";

let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-en-oriana1"));
});
afterAll(() => app.close());

describe("a first sitting", () => {
  it("is three rounds from one button: calm first, the client explained before they react", async () => {
    const { page, context, faults } = await app.open("#/");
    await button(page, en.home.start).click();
    await page.waitForSelector(".preparing"); // the first title lies open at once
    await page.keyboard.press("Space");
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(1_500);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    await button(page, /Next round/).click();

    await page.getByRole("heading", { name: en.drill.explain.heading }).waitFor();
    await page.getByRole("checkbox").first().uncheck(); // which kinds come follows from a seed of its own
    await page.keyboard.press("Escape"); // never meant, but one key stops everything…
    await page.getByRole("heading", { name: en.review.left }).waitFor();
    expect((await storedTakes(page)).length).toBe(1); // …and loses nothing
    expect(faults).toEqual([]);
    await context.close();
  });

  it("explains a kind of cue once, and lets it be switched off for good", async () => {
    const { page, context } = await app.open(
      "#/drill?seed=3&rounds=2&prep=5&speak=60&pressure=5&cues=cold-stare,cut-in,blank",
    );
    await page.getByRole("heading", { name: en.drill.explain.heading }).waitFor();
    const stare = page.getByRole("checkbox", { name: new RegExp(en.cues["cold-stare"].name) });
    await stare.uncheck();
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".preparing");
    await page.keyboard.press("Space");
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(1_000);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    expect(take?.plan.kinds).not.toContain("cold-stare");
    expect(JSON.stringify(take?.plan.rounds)).not.toContain("cold-stare");
    await button(page, /Next round/).click();
    await page.waitForSelector(".dealt");
    expect(await page.getByRole("heading", { name: en.drill.explain.heading }).count()).toBe(0);
    await page.goto(`${app.url}/#/settings`);
    expect(
      await page.getByRole("checkbox", { name: new RegExp(en.cues["cold-stare"].name) }).isChecked(),
    ).toBe(false);
    await context.close();
  });

  it("exchanges a title once, and keeps nothing of the first one", async () => {
    const { page, context } = await app.open("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    const first = await page.locator(".room-title").textContent();
    await button(page, en.drill.redeal).click();
    await page.waitForFunction(
      (before) => document.querySelector(".speaking .room-title")?.textContent !== before,
      first,
    );
    const second = await page.locator(".room-title").textContent();
    expect(await button(page, en.drill.redeal).count()).toBe(0);
    await page.waitForTimeout(1_500);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    const takes = await storedTakes(page);
    expect(takes.map(({ title }) => title.text)).toEqual([second]);
    await expect.poll(() => stored(page, "drafts")).toEqual([]);
    await expect.poll(() => stored(page, "chunks")).toEqual([]);
    await context.close();
  });

  it("keeps the take of a round that is stopped with Escape", async () => {
    const { page, context } = await app.open("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(2_000);
    await page.keyboard.press("Escape");
    await page.getByText(en.review.leftKept).waitFor();
    await page.getByRole("listitem").getByRole("link").click();
    await page.waitForSelector(".player canvas");
    expect((await storedTakes(page))[0]?.length).toBeGreaterThan(1);
    await context.close();
  });

  it("keeps the take when the user walks away to another page", async () => {
    const { page, context } = await app.open("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(2_000);
    await page.evaluate(() => {
      location.hash = "#/takes";
    });
    await expect.poll(async () => (await storedTakes(page)).length, { timeout: 10_000 }).toBe(1);
    await context.close();
  });
});

describe("takes", () => {
  it("are listed, deleted with a way back, and gone for good when the way back was not taken", async () => {
    const { page, context } = await app.open("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(1_500);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    const title = take?.title.text ?? "";
    await page.goto(`${app.url}/#/takes`);
    const row = page.getByRole("link", { name: title });
    await row.waitFor();
    await button(page, /Delete/).click();
    await row.waitFor({ state: "detached" });
    await button(page, en.takes.undo).click();
    await row.waitFor();
    await page.reload();
    await row.waitFor();
    await button(page, /Delete/).click();
    await page.getByText(en.takes.none).waitFor();
    await page.reload();
    await page.getByText(en.takes.none).waitFor();
    // What lies in the bin for longer than a minute is erased at the next start.
    await page.clock.install({ time: Date.now() + 120_000 });
    await page.reload();
    await page.getByText(en.takes.none).waitFor();
    await expect.poll(() => storedTakes(page)).toEqual([]);
    expect(await stored(page, "audio")).toEqual([]);
    expect(await stored(page, "peaks")).toEqual([]);
    await context.close();
  });

  it("that are not there are said not to be", async () => {
    const { page, context } = await app.open("#/takes/00000000-0000-4000-8000-000000000000");
    await page.getByRole("heading", { name: en.takes.gone }).waitFor();
    await context.close();
  });
});

describe("the address", () => {
  it("deals the same drill to everyone, and says what it cannot use", async () => {
    const { page, context } = await app.open(
      "#/drill?seed=42&rounds=1&speak=9999&deck=en/nowhere&cues=blank",
    );
    await page.getByText("speak=9999").waitFor();
    await page.getByText("en/nowhere").waitFor();
    expect(await page.evaluate(() => location.hash)).toContain("seed=42");
    await context.close();
  });

  it("without a page says so, in the language of the browser", async () => {
    const { page, context } = await app.open("#/nowhere", { locale: "zh-CN" });
    await page.getByRole("heading", { name: zhCN.app.notFound }).waitFor();
    await context.close();
  });
});

describe("the language", () => {
  it("is the browser's, can be switched, and stays switched", async () => {
    const { page, context } = await app.open("#/", { locale: "zh-TW" });
    await page.getByRole("heading", { name: zhCN.home.tagline }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    await button(page, "English").click();
    await page.getByRole("heading", { name: en.home.tagline }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: en.home.tagline }).waitFor();
    await context.close();
  });
});
