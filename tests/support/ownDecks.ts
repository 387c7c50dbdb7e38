import type { Page } from "playwright-core";
import type { Deck } from "../../src/prompts/deck.ts";
import { deckText } from "../../src/prompts/exporting.ts";
import { type App, type Opened, type OpenOptions, stored } from "./app.ts";

/** A small deck of the user’s own. */
export const mine: Deck = {
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

/** The own decks that are stored. */
export const ownDecks = (page: Page) => stored<Deck>(page, "decks");

export const textFile = (content: Buffer | string, name = "titles.txt") => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

/** Chooses a file on the page where titles are brought in. */
export const choose = (page: Page, file: ReturnType<typeof textFile>) =>
  page.locator("input[type=file]").setInputFiles(file);

/** Adds all that the preview shows. */
export const addAll = (page: Page) => page.locator(".preview .button-primary").click();

/** A page at an own deck, which was brought in as a file. */
export async function withMine(app: App, options: OpenOptions = {}, deck = mine): Promise<Opened> {
  const opened = await app.open("#/decks/bring", options);
  await choose(opened.page, textFile(deckText(deck), "mine.json"));
  await addAll(opened.page);
  await opened.page.getByRole("heading", { name: deck.name, exact: true }).waitFor();
  return opened;
}
