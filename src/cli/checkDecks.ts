import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cueKindOf } from "../cues/index.ts";
import { catalogues, languageFor } from "../i18n/languages.ts";
import { type CheckedFile, checkFiles, type DeckFile } from "../prompts/checkFiles.ts";
import { type Deck, languages } from "../prompts/deck.ts";
import { type Problem, type ProblemWords, problemText } from "../prompts/problems.ts";
import { goneDecks, publish, publishedText, readPublished } from "../prompts/published.ts";
import { shelfProblems } from "../prompts/strict.ts";

/** What a run needs of the world; tests hand in their own. */
export type Desk = Readonly<{
  /** The folder `prompts`. */
  folder: string;
  say(line: string): void;
  /** What the terminal speaks: `LANG`, `zh_CN.UTF-8`. */
  tongue: string;
}>;

const terminal = (): Desk => ({
  folder: path.resolve("prompts"),
  say: (line) => console.log(line),
  tongue: process.env.LC_ALL ?? process.env.LANG ?? "",
});

/**
 * Checks decks: `check-decks [--own] [--publish] [FILE.json…]`. Without files, all that come with the app. `--own` asks
 * only what a deck of one's own has to be, and tells the rest as hints. `--publish` notes the ids that are there as
 * published; an id once noted may never vanish.
 * @returns the exit code: 0 when there is no problem, 1 otherwise
 */
export async function run(args: readonly string[], desk: Desk = terminal()): Promise<number> {
  const words = catalogues[languageFor([desk.tongue.replace(/_/g, "-").split(".")[0] ?? ""])].words.decks;
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--own" && arg !== "--publish");
  if (unknown !== undefined) {
    desk.say(words.check.unknownOption(unknown));
    return 1;
  }
  const named = args.filter((arg) => !arg.startsWith("-"));
  const shelf = shelfFiles(desk.folder);
  const files = named.length === 0 ? shelf : named.map((name) => fileAt(name, desk.folder));
  const missing = files.filter((file) => typeof file === "string");
  for (const name of missing) desk.say(words.check.noFile(name));

  const list = path.join(desk.folder, "published.txt");
  const published = readPublished(textAt(list) ?? "");
  const present = files.filter((file) => typeof file !== "string");
  const checked = checkFiles(present, {
    level: args.includes("--own") ? "own" : "shipped",
    speaks: (cue) => cueKindOf(cue)?.spoken === true,
    published,
    others: decksBesides(shelf, present),
  });
  const all = (file: CheckedFile) => [...file.problems, ...file.hints];
  for (const file of checked)
    for (const each of all(file)) {
      const told = toldOf(file.file.name, each, words);
      desk.say(file.hints.includes(each) ? words.check.hint(told) : told);
    }
  const decks = checked.flatMap(({ deck }) => (deck ? [deck] : []));
  const ofShelf =
    named.length > 0 ? [] : [...shelfProblems(decks, languages), ...goneDecks(decks, published)];
  for (const each of ofShelf) desk.say(`prompts: ${problemText(each, words)}`);

  const found = checked.reduce((sum, { problems }) => sum + problems.length, 0);
  const problems = found + ofShelf.length + missing.length;
  desk.say(words.check.decks(decks.length, sizeOf(decks, "titles"), sizeOf(decks, "lines")));
  desk.say(problems === 0 ? words.check.fine : words.check.problems(problems));
  if (args.includes("--publish") && problems === 0) {
    writeFileSync(list, publishedText(publish(decks, published)));
    desk.say(words.check.published);
  }
  return problems === 0 ? 0 : 1;
}

const sizeOf = (decks: readonly Deck[], what: "titles" | "lines"): number =>
  decks.reduce((sum, deck) => sum + deck[what].length, 0);

/** A problem as compilers tell it, `file:line:column: …`, so that editors and terminals can jump there. */
function toldOf(name: string, of: Problem, words: ProblemWords): string {
  const { line = 1, column, path: inside } = of.place;
  const rest: Problem = { ...of, place: inside === undefined ? {} : { path: inside } };
  return `${name}:${line}${column === undefined ? "" : `:${column}`}: ${problemText(rest, words)}`;
}

const textAt = (file: string): string | null => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
};

/** Every deck in `prompts`, in the order of languages and file names. */
function shelfFiles(folder: string): DeckFile[] {
  return languages.flatMap((language) =>
    readdirSync(path.join(folder, language))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => fileAt(path.join(folder, language, name), folder))
      .filter((file) => typeof file !== "string"),
  );
}

/** A file by its name, or the name when there is none. In a language's folder, its id follows from its name. */
function fileAt(name: string, folder: string): DeckFile | string {
  const text = textAt(name);
  if (text === null) return name;
  const inside = path.relative(folder, path.resolve(name)).split(path.sep);
  const [language = "", file = ""] = inside;
  const ours = inside.length === 2 && (languages as readonly string[]).includes(language);
  return {
    name: ours ? `prompts/${language}/${file}` : name,
    text,
    id: ours ? `${language}/${path.basename(file, ".json")}` : null,
  };
}

/** The good decks of the shelf that are not among the files. */
function decksBesides(shelf: readonly DeckFile[], files: readonly DeckFile[]) {
  const besides = shelf.filter(({ name }) => !files.some((file) => file.name === name));
  return checkFiles(besides, { level: "own", speaks: () => true, published: new Map(), others: [] }).flatMap(
    ({ file, deck }) => (deck ? [{ name: file.name, deck }] : []),
  );
}
