import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import type { Deck } from "../../src/prompts/deck.ts";
import { shareAddress } from "../../src/prompts/sharing.ts";
import { type App, button, startApp } from "../support/app.ts";
import { addAll, choose, mine, ownDecks, textFile, withMine } from "../support/ownDecks.ts";

const { titles: text } = en;

let app: App;
beforeAll(async () => {
  app = await startApp("none");
});
afterAll(() => app.close());

describe("bringing titles in", () => {
  it("pasted: shows what is added, what is like another, what is wrong; and adds all of it at once", async () => {
    const { page, context, faults } = await withMine(app);
    await page.getByRole("link", { name: text.bringInto }).click();
    await page
      .getByLabel(text.paste)
      .fill(
        "The demo died twice\nno\nThe boiler is late and the winter isn’t\nDo you like to sell?\nThe boiler is late and the winter is not",
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
      "The boiler is late and the winter isn’t",
      "Do you like to sell?",
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("leaves out what is nearly the same, if the user says so; into a new deck of another name, kind, language", async () => {
    const { page, context } = await withMine(app);
    await page.goto(`${app.url}/#/decks/bring`);
    await page.getByLabel(text.paste).fill("The boiler is late, and the winter isn’t\nThe demo died twice");
    await button(page, text.look).click();
    await page.getByRole("heading", { name: text.willAdd(2, 0) }).waitFor();
    await page.getByLabel(text.alike(1)).check();
    await page.getByRole("heading", { name: text.willAdd(1, 0) }).waitFor();
    await page.getByLabel(text.alike(1)).uncheck();
    await page.getByLabel(text.name, { exact: true }).fill("Fresh");
    await page.getByLabel(text.kind).selectOption("persuade");
    await page.getByRole("combobox", { name: text.language }).selectOption("zh-CN");
    await page.getByText(text.better(3)).waitFor(); // looked at once more, as Chinese
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
    const { page, context } = await withMine(app);
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
    await page.waitForSelector("textarea");
    await page.evaluate(() => {
      const frame = () => {
        const cancel = document.querySelector<HTMLElement>(".looking button");
        if (cancel) cancel.click();
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await paste();
    await page.waitForSelector(".looking", { state: "detached" });
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
