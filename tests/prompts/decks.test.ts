import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cueKindOf } from "../../src/cues/index.ts";
import { checkFiles, type DeckFile } from "../../src/prompts/checkFiles.ts";
import { languages } from "../../src/prompts/deck.ts";
import { loadDecks } from "../../src/prompts/load.ts";
import { goneDecks, readPublished } from "../../src/prompts/published.ts";
import { shelfProblems } from "../../src/prompts/strict.ts";

/* The one test that reads every deck. Its rules are those of `npm run check-decks`, and stand in `src/prompts`. */

const folder = fileURLToPath(new URL("../../prompts", import.meta.url));
const files: readonly DeckFile[] = languages.flatMap((language) =>
  readdirSync(`${folder}/${language}`)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: `${language}/${file}`,
      text: readFileSync(`${folder}/${language}/${file}`, "utf8"),
      id: `${language}/${file.replace(/\.json$/, "")}`,
    })),
);
const published = readPublished(readFileSync(`${folder}/published.txt`, "utf8"));
const speaks = (cue: string) => cueKindOf(cue)?.spoken === true;
const checked = checkFiles(files, { level: "shipped", speaks, published, others: [] });
const decks = checked.flatMap(({ deck }) => (deck ? [deck] : []));

describe("the decks that come with the app", () => {
  it.each(checked.map(({ file, problems }) => ({ name: file.name, problems })))(
    "$name has no problems",
    ({ problems }) => expect(problems).toEqual([]),
  );
  it("are enough in each language: 14 with 40 titles", () =>
    expect(shelfProblems(decks, languages)).toEqual([]));
  it("are all that were ever published", () => expect(goneDecks(decks, published)).toEqual([]));
  it("are the ones the app loads, in file-name order", async () => {
    for (const language of languages)
      expect(await loadDecks(language)).toEqual(decks.filter((deck) => deck.language === language));
  });
});
