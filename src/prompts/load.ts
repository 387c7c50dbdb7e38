import { type Deck, type Language, readDeck } from "./deck.ts";

const files = import.meta.glob<unknown>("../../prompts/*/*.json", { import: "default" });

/** The decks that come with the app, in one language, in file-name order. */
export async function loadDecks(language: Language): Promise<readonly Deck[]> {
  const paths = Object.keys(files)
    .filter((path) => path.includes(`/${language}/`))
    .sort();
  return Promise.all(paths.map(async (path) => readDeck(await files[path]?.(), path)));
}
