import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogues } from "../../src/i18n/languages.ts";
import { type Deck, type Language, languages } from "../../src/prompts/deck.ts";
import { deckText } from "../../src/prompts/exporting.ts";
import { shareAddress } from "../../src/prompts/sharing.ts";
import type { Settings } from "../../src/store/settings.ts";
import { type App, button, type OpenOptions, startApp, stored } from "../support/app.ts";
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

const mine: Deck = {
  id: "own/mine-abc123",
  language: "en",
  name: "Mine",
  kind: "story",
  titles: [
    { id: "boiler", text: "The boiler is late and the winter is not" },
    { id: "lift", text: "You are stuck in a lift with the man you lost to" },
  ],
  lines: [{ cue: "cut-in", text: "And that costs me what?", temper: "price" }],
};

const ownDecks = (page: Page) => stored<Deck>(page, "decks");
const hidden = async (page: Page) => (await stored<Settings>(page, "settings"))[0]?.hidden ?? [];
const jsonFile = (deck: Deck, name = "mine.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(deckText(deck)),
});
const textFile = (buffer: Buffer | string, name = "titles.txt") => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(buffer),
});
/** Chooses a file on the page where titles are brought in. */
const choose = (page: Page, file: ReturnType<typeof textFile>) =>
  page.locator("input[type=file]").setInputFiles(file);
const addAll = (page: Page) => page.locator(".preview .button-primary").click();

/** A page with an own deck in it. */
async function withMine(options: OpenOptions = {}, deck = mine) {
  const opened = await app.open("#/decks/bring", options);
  await choose(opened.page, jsonFile(deck));
  await addAll(opened.page);
  await opened.page.getByRole("heading", { name: deck.name, exact: true }).waitFor();
  return opened;
}

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
    const { page, context } = await withMine();
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
    const { page, context } = await withMine({}, three);
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
    const { page, context, faults } = await withMine();
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
    const { page, context } = await withMine();
    await page.getByRole("button", { name: new RegExp(`${text.change} The boiler`) }).click();
    await button(page, text.remove).click();
    await page.locator(".title-row", { hasText: "The boiler" }).waitFor({ state: "detached" });
    await button(page, text.undo).click();
    await page.locator(".title-row", { hasText: "The boiler" }).waitFor();
    expect(await ownDecks(page)).toEqual([mine]);
    await button(page, text.removeDeck).click();
    await page.getByText(text.removed("Mine")).waitFor();
    await expect.poll(() => ownDecks(page)).toEqual([]);
    await button(page, text.undo).click();
    await page.getByRole("link", { name: /Mine/ }).waitFor();
    expect(await ownDecks(page)).toEqual([mine]);
    await context.close();
  });

  it("keeps what two tabs change in it", async () => {
    const { page, context } = await withMine();
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
    const { page, context, requests } = await withMine();
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
    const { page, context } = await withMine({}, { ...mine, titles });
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

describe("bringing titles in", () => {
  it("pasted: shows what is added, what is like another, what is wrong; and adds all of it at once", async () => {
    const { page, context, faults } = await withMine();
    await page.getByRole("link", { name: text.bringInto }).click();
    await page
      .getByLabel(text.paste)
      .fill(
        "The demo died twice\nno\nThe boiler is late, and the winter is not\nDo you like to sell?\nThe boiler is late and the winter is not",
      );
    await button(page, text.look).click();
    await page.getByRole("heading", { name: text.willAdd(3, 0) }).waitFor();
    await page.getByText("line 2: Too short").waitFor();
    await page.getByText(text.there(1)).click();
    expect(await ownDecks(page)).toEqual([mine]);
    await addAll(page);
    await page.getByText(text.added("Mine", 3)).waitFor();
    expect((await ownDecks(page))[0]?.titles.slice(2).map((title) => title.text)).toEqual([
      "The demo died twice",
      "The boiler is late, and the winter is not",
      "Do you like to sell?",
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("leaves out what is nearly the same, if the user says so; into a new deck of another name, kind, language", async () => {
    const { page, context } = await withMine();
    await page.goto(`${app.url}/#/decks/bring`);
    await page.getByLabel(text.paste).fill("The boiler is late, and the winter isn’t\nThe demo died twice");
    await button(page, text.look).click();
    await page.getByRole("heading", { name: text.willAdd(2, 0) }).waitFor();
    await page.getByLabel(text.alike(1)).check();
    await page.getByRole("heading", { name: text.willAdd(1, 0) }).waitFor();
    await page.getByLabel(text.alike(1)).uncheck();
    await page.getByLabel(text.name, { exact: true }).fill("Fresh");
    await page.getByLabel(text.kind).selectOption("persuade");
    await page.getByLabel(text.language).selectOption("zh-CN");
    await page.getByText(text.better(2)).waitFor(); // looked at once more, as Chinese
    await addAll(page);
    await page.getByRole("heading", { name: "Fresh" }).waitFor();
    const made = (await ownDecks(page)).find(({ name }) => name === "Fresh");
    expect(made).toMatchObject({ kind: "persuade", language: "zh-CN", titles: [{}, {}] });
    await context.close();
  });

  it("is given up without a trace, and what was pasted is still there", async () => {
    const { page, context } = await app.open("#/decks/bring");
    await page.getByLabel(text.paste).fill("The demo died twice");
    await button(page, text.look).click();
    await page.locator(".preview").getByRole("button", { name: text.cancel }).click();
    expect(await page.getByLabel(text.paste).inputValue()).toBe("The demo died twice");
    expect(await ownDecks(page)).toEqual([]);
    await context.close();
  });

  it("a file dropped anywhere on the shelf", async () => {
    const { page, context } = await app.open("#/decks");
    await page.waitForSelector(".deck-list");
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["title,line\nThe goat ate the contract,How much?\n"], "Goats.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole("heading", { name: text.willAdd(1, 1) }).waitFor();
    await addAll(page);
    await page.getByRole("heading", { name: "Goats" }).waitFor();
    await context.close();
  });

  it.each([
    ["a broken JSON", textFile('{ "titles": [ "The demo died" ', "bad.json"), "line 1"],
    ["a workbook", textFile(Buffer.from([0x50, 0x4b, 3, 4, 9, 9]), "titles.csv"), "office program"],
    [
      "noise",
      textFile(Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 77) % 256))),
      "not a text file",
    ],
    ["nothing", textFile("\n\n"), "There is nothing in it"],
    ["another JSON", textFile('{"name": "x"}', "x.json"), "not a deck"],
  ])("%s ends in words, and nothing is added", async (_, file, words) => {
    const { page, context, faults } = await app.open("#/decks/bring");
    await choose(page, file);
    await page.getByRole("heading", { name: text.willAddNothing }).waitFor();
    await page.locator(".preview-wrong", { hasText: words }).waitFor();
    expect(await page.locator(".preview .button-primary").count()).toBe(0);
    expect(await ownDecks(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("a broken link ends in words", async () => {
    const { page, context } = await app.open("#/decks?add=broken");
    await page.getByText("damaged or cut off").waitFor();
    await page.locator(".preview").getByRole("button", { name: text.cancel }).click();
    await page.getByRole("heading", { name: text.kinds.pitch }).waitFor();
    await context.close();
  });

  it("markup in names, titles and lines is text, wherever it is shown", async () => {
    const evil = `<img src=x onerror="document.title='hit'">`;
    const hostile: Deck = {
      ...mine,
      name: "<b>Mine</b><script>1</script>",
      titles: [{ id: "a", text: `${evil} said the client` }],
      lines: [{ cue: "cut-in", text: evil }],
    };
    const shared = await shareAddress(hostile);
    if (!("address" in shared)) throw new Error("no address");
    const { page, context, faults, requests } = await app.open(shared.address);
    await page.locator(".preview-list").getByText(evil, { exact: true }).waitFor();
    await addAll(page);
    await page.getByRole("heading", { name: hostile.name }).waitFor();
    await page.locator(".title-text", { hasText: evil }).first().waitFor();
    await page.goto(`${app.url}/#/decks`);
    await page.getByRole("searchbox").fill("onerror");
    await page.locator(".title-text", { hasText: evil }).waitFor();
    expect(await page.locator("main img, main b, main script").count()).toBe(0);
    expect(await page.title()).toBe(en.app.name);
    expect(requests.some((url) => url.endsWith("/x"))).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("into a deck that another tab changes meanwhile is looked at once more", async () => {
    const { page, context } = await withMine();
    await page.goto(`${app.url}/#/decks/bring?into=own/mine-abc123`);
    await page.getByLabel(text.paste).fill("A title from the other tab\nThe demo died twice");
    await button(page, text.look).click();
    await page.getByRole("heading", { name: text.willAdd(2, 0) }).waitFor();
    const other = await context.newPage();
    await other.goto(`${app.url}/#/decks/own/mine-abc123`);
    await other.getByLabel(text.newTitle).fill("A title from the other tab");
    await other.getByLabel(text.newTitle).press("Enter");
    await other.locator(".title-row", { hasText: "other tab" }).waitFor();
    await addAll(page);
    await page.getByText(text.changedMeanwhile).waitFor();
    await page.getByRole("heading", { name: text.willAdd(1, 0) }).waitFor();
    expect((await ownDecks(page))[0]?.titles).toHaveLength(3);
    await addAll(page);
    await page.getByText(text.added("Mine", 1)).waitFor();
    expect((await ownDecks(page))[0]?.titles).toHaveLength(4);
    await context.close();
  });

  it("of 100,000 lines never holds up the page: it answers a click while they are looked at", async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `The client number ${at} has just said no`);
    const { page, context } = await app.open("#/decks/bring");
    const paste = () =>
      page.evaluate((all) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", all);
        document
          .querySelector("textarea")
          ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, lines.join("\n"));
    await paste();
    await page.locator(".looking").getByRole("button", { name: text.cancel }).click();
    await page.getByLabel(text.paste).waitFor(); // it was given up in the middle
    expect(await page.locator(".preview").count()).toBe(0);

    await page.evaluate(() => {
      const frames = { count: 0 };
      Object.assign(window, { frames_: frames });
      const frame = () => {
        if (document.querySelector(".looking")) frames.count++;
        if (!document.querySelector(".preview")) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await paste();
    await page.getByRole("heading", { name: text.willAdd(2_000, 0) }).waitFor();
    const drawn = await page.evaluate(
      () => (window as unknown as { frames_: { count: number } }).frames_.count,
    );
    expect(drawn).toBeGreaterThan(2); // it went on drawing
    await addAll(page);
    await page.locator(".title-row").first().waitFor();
    expect((await ownDecks(page))[0]?.titles).toHaveLength(2_000);
    await page.goto(`${app.url}/#/decks`);
    await page.getByRole("searchbox").fill("number 1999");
    await page.getByText(text.found(1), { exact: true }).waitFor();
    await context.close();
  });
});

it("an own deck is dealt from", async () => {
  const { page, context } = await withMine();
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
      const { page, context } = await withMine({
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
            .filter((each) => each.getBoundingClientRect().height < 43.5)
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
