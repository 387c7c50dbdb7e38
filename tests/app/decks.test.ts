import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogues } from "../../src/i18n/languages.ts";
import { type Language, languages } from "../../src/prompts/deck.ts";
import type { Settings } from "../../src/store/settings.ts";
import { type App, button, startApp, stored } from "../support/app.ts";
import { addAll, choose, mine, ownDecks, textFile, withMine } from "../support/ownDecks.ts";
import { speech } from "../support/speech.ts";

const en = catalogues.en.words;
const { titles: text } = en;
const axe = readFileSync(
  fileURLToPath(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url)),
  "utf8",
);

let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-en-oriana1"));
});
afterAll(() => app.close());

const hidden = async (page: Page) => (await stored<Settings>(page, "settings"))[0]?.hidden ?? [];
describe("the shelf", () => {
  it("shows all decks of the language by their kind, and opens one", async () => {
    const { page, context, faults } = await app.open("#/");
    await page.getByRole("link", { name: text.nav, exact: true }).click();
    await page.getByRole("heading", { name: text.kinds.pitch }).waitFor();
    expect(await page.locator(".deck-entry").count()).toBeGreaterThanOrEqual(14);
    await page.getByRole("link", { name: /SaaS and software/ }).click();
    await page.getByRole("heading", { name: "SaaS and software" }).waitFor();
    expect(await page.locator(".title-row").count()).toBeGreaterThanOrEqual(40);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is searched as one types, by title and by name", async () => {
    const { page, context } = await withMine(app);
    await page.goto(`${app.url}/#/decks`);
    const field = page.getByRole("searchbox", { name: text.search });
    await field.pressSequentially("WINTER boil");
    await page.getByText(text.found(1), { exact: true }).waitFor();
    await page.locator(".title-row", { hasText: "The boiler is late" }).waitFor();
    await field.fill("automotiv");
    await page.locator(".deck-entry", { hasText: "Automotive" }).waitFor();
    await field.fill("zzzz");
    await page.getByText(text.found(0)).waitFor();
    await field.fill("");
    await page.getByRole("heading", { name: text.own }).waitFor();
    await context.close();
  });

  it("says of an address without a deck that it is not here", async () => {
    const { page, context } = await app.open("#/decks/own/nowhere-abc123");
    await page.getByRole("heading", { name: text.gone }).waitFor();
    await context.close();
  });
});

describe("a title", () => {
  it("is hidden and shown again, and never dealt while it is hidden", async () => {
    const three = { ...mine, titles: [...mine.titles, { id: "goat", text: "The goat ate the contract" }] };
    const { page, context } = await withMine(app, {}, three);
    const row = page.locator(".title-row", { hasText: "The boiler" });
    await row.getByRole("button", { name: text.hide }).click();
    await expect.poll(() => hidden(page)).toEqual(["own/mine-abc123#boiler"]);
    await page.goto(`${app.url}/#/drill?rounds=1&deck=own/mine-abc123`);
    await page.waitForSelector(".dealt");
    expect(decodeURIComponent(page.url())).not.toContain(":boiler");
    await page.goto(`${app.url}/#/decks/own/mine-abc123`);
    await row.getByText(text.hidden).waitFor();
    await row.getByRole("button", { name: text.show }).click();
    await row.getByText(text.hidden).waitFor({ state: "detached" });
    await expect.poll(() => hidden(page)).toEqual([]);
    await context.close();
  });

  it("is spoken on at once, and is marked with the day and counted from then on", async () => {
    const { page, context, faults } = await withMine(app);
    await page.getByRole("link", { name: `${text.speak} ${mine.titles[1]?.text}` }).click();
    await page.waitForSelector(".preparing"); // the title lies open
    expect(await page.locator(".room-title").textContent()).toBe(mine.titles[1]?.text);
    expect(page.url()).toContain("titles=own/mine-abc123:lift,own/mine-abc123:boiler");
    await page.keyboard.press("Space");
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(1_500);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    await page.goto(`${app.url}/#/decks`);
    await page.getByText(text.spoken(1, 2), { exact: true }).waitFor();
    await page.getByRole("link", { name: /Mine/ }).click();
    await page
      .locator(".title-row", { hasText: "lift" })
      .getByText(/Last spoken on/)
      .waitFor();
    expect(await page.getByText(/Last spoken on/).count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a deck of one’s own", () => {
  it("is written by hand: name, kind, titles, lines; each kept at once, with ids that stay", async () => {
    const { page, context, faults } = await app.open("#/decks");
    await page.getByRole("link", { name: text.write }).click();
    await page.getByLabel(text.name, { exact: true }).fill("Boilers");
    await page.getByLabel(text.firstTitle).fill("Why?");
    await page.getByLabel(text.kind).selectOption("story");
    await button(page, text.make).click();
    await page.getByText("Too short: 4 characters").waitFor();
    expect(await ownDecks(page)).toEqual([]);
    await page.getByLabel(text.firstTitle).fill("The boiler is late");
    await button(page, text.make).click();
    await page.getByRole("heading", { name: "Boilers" }).waitFor();

    const more = page.getByLabel(text.newTitle);
    await more.fill("the boiler is LATE");
    await more.press("Enter");
    await page.getByText("The same as “The boiler is late”").waitFor();
    await more.fill("The boiler is here");
    await more.press("Enter");
    await page.locator(".title-row", { hasText: "The boiler is here" }).waitFor();
    expect(await more.inputValue()).toBe("");
    await page.getByLabel(text.newLine).fill("Make it quick.");
    await page.getByLabel(text.temper).selectOption("busy");
    await page.getByLabel(text.newLine).press("Enter");
    await page.locator(".title-row", { hasText: "Make it quick." }).waitFor();

    await page.getByRole("button", { name: `${text.change} The boiler is late` }).click();
    await page.getByLabel(text.title, { exact: true }).fill("The boiler is very late");
    await button(page, text.save).click();
    await page.locator(".title-text", { hasText: "very late" }).waitFor();
    await button(page, text.about).click();
    await page.getByLabel(text.name, { exact: true }).fill("Cold boilers");
    await button(page, text.save).click();
    await page.getByRole("heading", { name: "Cold boilers" }).waitFor();
    const [deck] = await ownDecks(page);
    expect(deck?.id).toMatch(/^own\/boilers-[a-z0-9]{6}$/);
    expect(deck).toMatchObject({
      name: "Cold boilers",
      kind: "story",
      language: "en",
      titles: [
        { id: "the-boiler-is-late", text: "The boiler is very late" },
        { id: "the-boiler-is-here", text: "The boiler is here" },
      ],
      lines: [{ cue: "cut-in", text: "Make it quick.", temper: "busy" }],
    });
    await page.goto(`${app.url}/#/settings`);
    await page.getByRole("checkbox", { name: /Cold boilers/ }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("loses a title, or all of itself, with a way back", async () => {
    const { page, context } = await withMine(app);
    await page.getByRole("button", { name: new RegExp(`${text.change} The boiler`) }).click();
    await button(page, text.remove).click();
    await page.locator(".title-row", { hasText: "The boiler" }).waitFor({ state: "detached" });
    await button(page, en.takes.undo).click();
    await page.locator(".title-row", { hasText: "The boiler" }).waitFor();
    expect(await ownDecks(page)).toEqual([mine]);
    await button(page, text.removeDeck).click();
    await page.getByText(text.removed("Mine")).waitFor();
    await expect.poll(() => ownDecks(page)).toEqual([]);
    await button(page, en.takes.undo).click();
    await page.getByRole("link", { name: /Mine/ }).waitFor();
    expect(await ownDecks(page)).toEqual([mine]);
    await context.close();
  });

  it("keeps what two tabs change in it", async () => {
    const { page, context } = await withMine(app);
    const other = await context.newPage();
    await other.goto(`${app.url}/#/decks/own/mine-abc123`);
    await other.getByLabel(text.newTitle).fill("A title from the other tab");
    await other.getByLabel(text.newTitle).press("Enter");
    await other.locator(".title-row", { hasText: "other tab" }).waitFor();
    await page.getByLabel(text.newTitle).fill("A title from this tab");
    await page.getByLabel(text.newTitle).press("Enter");
    await page.locator(".title-row", { hasText: "this tab" }).waitFor();
    await page.locator(".title-row", { hasText: "other tab" }).waitFor();
    expect((await ownDecks(page))[0]?.titles).toHaveLength(4);
    await context.close();
  });

  it("goes out as a file, and as a link that carries all of it", async () => {
    const { page, context, requests } = await withMine(app);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const downloading = page.waitForEvent("download");
    await button(page, text.export).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("mine-abc123.json");
    const file = readFileSync(await download.path(), "utf8");
    await button(page, text.share).click();
    await page.getByText(text.shared).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(await page.getByLabel(text.link).inputValue());

    // Elsewhere: once by the file, once by the link.
    const byFile = await app.open("#/decks/bring");
    await choose(byFile.page, textFile(file, "a.json"));
    await addAll(byFile.page);
    await byFile.page.getByRole("heading", { name: "Mine", exact: true }).waitFor();
    expect(await ownDecks(byFile.page)).toEqual([mine]);
    await byFile.context.close();
    const byLink = await app.open(`#${link.split("#")[1]}`);
    await addAll(byLink.page);
    await byLink.page.getByRole("heading", { name: "Mine", exact: true }).waitFor();
    expect(await ownDecks(byLink.page)).toEqual([mine]);
    expect([...requests, ...byLink.requests].filter((url) => url.includes("add="))).toEqual([]);
    await byLink.context.close();
    await context.close();
  });

  it("that is too big for a link is offered as a file", async () => {
    const titles = Array.from({ length: 400 }, (_, at) => ({
      id: `t-${at}`,
      text: `${(at * 7919 * 104_729).toString(36)} ${(at * 15_485_863).toString(36)} said the client`,
    }));
    const { page, context } = await withMine(app, {}, { ...mine, titles });
    await button(page, text.share).click();
    await page.getByText("too big for a link").waitFor();
    const downloading = page.waitForEvent("download");
    await page.locator(".notice").getByRole("button", { name: text.export }).click();
    expect((await downloading).suggestedFilename()).toBe("mine-abc123.json");
    await page.getByRole("button", { name: text.more(200) }).click(); // two hundred are drawn at a time
    expect(await page.locator(".title-row").count()).toBe(401); // with the client’s line
    await context.close();
  });
});

it("an own deck is dealt from", async () => {
  const { page, context } = await withMine(app);
  await page.goto(`${app.url}/#/drill?seed=7&rounds=1&prep=0&speak=20&pressure=0&deck=${mine.id}`);
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  const title = await page.locator(".room-title").textContent();
  expect(mine.titles.map((each) => each.text)).toContain(title);
  await context.close();
});

it("a line from the end of a drill becomes a line that clients say and a title to answer", async () => {
  const { page, context, faults } = await app.open("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  await page.waitForTimeout(1_500);
  await page.keyboard.press("Escape");
  const field = page.getByLabel(text.keep);
  await field.fill("No.");
  await button(page, text.keepIt).click();
  await page.getByText("Too short: 3 characters").waitFor();
  expect(await ownDecks(page)).toEqual([]);
  await field.fill("We’ll call you");
  await field.press("Enter");
  await page.getByText(text.kept).waitFor();
  await field.fill("we’ll call you.");
  await field.press("Enter");
  await page.getByText(text.keptAlready).waitFor();
  expect(await ownDecks(page)).toEqual([
    {
      id: "own/my-clients-en",
      language: "en",
      name: text.clientDeck,
      kind: "objection",
      titles: [{ id: "well-call-you", text: "“We’ll call you”" }],
      lines: [{ cue: "cut-in", text: "We’ll call you" }],
    },
  ]);
  await page.getByRole("link", { name: text.keptWhere }).click();
  await page.getByRole("heading", { name: text.clientDeck }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

describe.each(languages)("everyone can use it: %s", (language: Language) => {
  const { titles: words } = catalogues[language].words;
  it.each(["light", "dark"] as const)(
    "axe finds nothing in %s, and every target is large enough",
    async (colorScheme) => {
      const { page, context } = await withMine(app, {
        locale: language,
        colorScheme,
        viewport: { width: 390, height: 844 },
      });
      const check = async (where: string) => {
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const run = (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe;
          const { violations } = await run.run();
          const small = [
            ...document.querySelectorAll<HTMLElement>(
              "main button, main a[class], main select, main .field, main summary",
            ),
          ]
            .filter((each) => each.getClientRects().length > 0)
            .filter((each) => {
              const { width, height } = each.getBoundingClientRect();
              return Math.min(width, height) < 43.5;
            })
            .map(({ outerHTML }) => `small: ${outerHTML.slice(0, 120)}`);
          const wide = document.documentElement.scrollWidth > innerWidth ? ["wider than the screen"] : [];
          return [
            ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
            ...small,
            ...wide,
          ];
        });
        expect(found.map((each) => `${where} ${each}`)).toEqual([]);
      };
      await page
        .getByRole("button", { name: new RegExp(`^${words.hide}`) })
        .first()
        .click();
      await page
        .getByRole("button", { name: new RegExp(`^${words.change}`) })
        .first()
        .click();
      await check("own deck");
      await page.goto(`${app.url}/#/decks`);
      await page.waitForSelector(".deck-list");
      await check("shelf");
      await page.getByRole("searchbox").fill(language === "en" ? "client" : "客户");
      await page.waitForSelector(".title-list .title-row");
      await check("search");
      await page.goto(`${app.url}/#/decks/${language}/price`);
      await page.waitForSelector(".title-row");
      await check("deck");
      await page.goto(`${app.url}/#/decks/new`);
      await page.waitForSelector(".new-deck");
      await check("new");
      await page.goto(`${app.url}/#/decks/bring`);
      await page.waitForSelector("textarea");
      await check("bring");
      await page
        .locator("textarea")
        .fill(
          "The boiler is late and the winter isn’t\nno\nIs it?\n你们这个价格太贵了，换一家吧\nIs it good to be late?",
        );
      await button(page, words.look).click();
      await page.waitForSelector(".preview");
      for (const summary of await page.locator("summary").all()) await summary.click();
      await check("preview");
      await context.close();
    },
  );
});
