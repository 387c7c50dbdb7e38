import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { type App, button, startApp, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";

let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-en-oriana1"));
});
afterAll(() => app.close());

/** The title on the table. */
const titleOf = (page: Page) => page.locator(".room-title").textContent();
const turnOver = (page: Page) => button(page, /Turn over the title/).click();

describe("an outline", () => {
  it("is written while preparing, stands beside the speaker, goes with a blank, and is kept with the take", async () => {
    const { page, context, faults } = await app.open(
      "#/drill?seed=7&rounds=1&speak=20&pressure=3&support=three&cues=blank",
    );
    await turnOver(page);
    await page.getByLabel(en.drill.outline.bullet(1)).waitFor();
    for (const bullet of ["What it costs to wait", "Proof next door"]) {
      await page.keyboard.type(bullet);
      await page.keyboard.press("Enter");
    }
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe(en.drill.outline.bullet(3));
    await page.keyboard.type(" "); // a space in a bullet is a space
    await page.keyboard.press("Enter"); // after the last one, the space bar begins
    await page.keyboard.press("Space");
    await page.waitForSelector(".speaking");
    expect(await page.locator(".outline li").allTextContents()).toEqual([
      "What it costs to wait",
      "Proof next door",
    ]);
    await page.waitForSelector('.speaking[data-cue="blank"]');
    expect(await page.locator(".outline li").count()).toBe(0);
    await page.waitForSelector(".speaking:not([data-cue])");
    expect(await page.locator(".outline li").count()).toBe(2);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    expect(take).toMatchObject({ support: "three", outline: ["What it costs to wait", "Proof next door"] });
    expect(faults).toEqual([]);
    await context.close();
  });

  it("can be chosen on the card of each round, and for all drills on the start page", async () => {
    const { page, context } = await app.open("#/drill?seed=7&rounds=1&speak=20&pressure=0");
    await page.getByLabel(en.support.label).selectOption("one");
    await turnOver(page);
    await page.getByLabel(en.drill.outline.bullet(1)).waitFor();
    expect(await page.getByLabel(en.drill.outline.bullet(2)).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.goto(`${app.url}/#/`);
    await page.getByLabel(en.support.label).selectOption("five");
    await page.reload();
    expect(await page.getByLabel(en.support.label).inputValue()).toBe("five");
    await page.goto(`${app.url}/#/drill?seed=8&rounds=1`);
    await turnOver(page);
    await page.getByLabel(en.drill.outline.bullet(5)).waitFor();
    await context.close();
  });
});

it("changes the title half-way, says so, and keeps where it did", async () => {
  const { page, context } = await app.open("#/drill?seed=7&rounds=1&prep=0&speak=6&pressure=0&support=turn");
  await turnOver(page);
  await page.waitForSelector(".speaking");
  const first = await titleOf(page);
  await page.getByText(en.drill.titleChanged, { exact: true }).waitFor();
  const second = await titleOf(page);
  expect(second).not.toBe(first);
  expect(await page.locator("[role=alert]").allTextContents()).toContain(
    `${en.drill.titleChanged} ${second}`,
  );
  await page.keyboard.press("Space");
  await page.waitForSelector(".player");
  const [take] = await storedTakes(page);
  expect(take?.title.text).toBe(first);
  expect(take?.turn?.title.text).toBe(second);
  expect(take?.turn?.at).toBeGreaterThan(2.5);
  expect(take?.turn?.at).toBeLessThan((take?.length ?? 0) + 0.1);
  await context.close();
});

describe("what is dealt", () => {
  /** The titles of a drill, out of the address it writes. */
  const dealt = async (page: Page) => {
    await page.waitForSelector(".dealt");
    await page.waitForFunction(() => location.hash.includes("titles="));
    return new URLSearchParams((await page.evaluate(() => location.hash)).split("?")[1]).get("titles");
  };

  it("is the same for everyone on the day's own drill, in each language, whatever their settings", async () => {
    for (const [locale, words] of [["en", en] as const, ["zh-CN", zhCN] as const]) {
      const plain = await app.open("#/drill?daily", { locale });
      const own = await app.open("#/", { locale });
      await own.page.getByLabel(words.trade.label).selectOption({ index: 3 });
      await own.page.goto(`${app.url}/#/drill?daily`);
      const titles = await dealt(plain.page);
      expect(titles?.split(",")).toHaveLength(6);
      expect(await dealt(own.page)).toBe(titles);
      await plain.context.close();
      await own.context.close();
    }
  });

  it("is three different things to do, one of them a pitch of the user's trade", async () => {
    const { page, context } = await app.open("#/");
    await page.getByLabel(en.trade.label).selectOption("logistics");
    for (const drill of [1, 2, 3]) {
      await page.goto(`${app.url}/#/`);
      await page.waitForSelector(".home");
      await page.goto(`${app.url}/#/drill`);
      const decks = (await dealt(page))?.split(",").map((name) => name.split(":")[0]) ?? [];
      const titles = decks.filter((_, at) => at % 2 === 0);
      expect(titles, `drill ${drill}`).toContain("en/logistics");
      expect(new Set(titles).size).toBe(3);
    }
    await context.close();
  });

  it("is what a colleague's link says, and something else, with a word, when its titles are not here", async () => {
    const one = await app.open("#/drill?rounds=1");
    const titles = await dealt(one.page);
    const hash = await one.page.evaluate(() => location.hash);
    const other = await app.open(hash);
    expect(await dealt(other.page)).toBe(titles);
    const strange = await app.open("#/drill?seed=3&rounds=1&titles=own/theirs:a,own/theirs:b");
    await strange.page.getByText(en.drill.noTitles).waitFor();
    expect(await dealt(strange.page)).not.toContain("own/theirs");
    for (const { context } of [one, other, strange]) await context.close();
  });
});
