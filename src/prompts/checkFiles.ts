import { alikeAcross, deckHints } from "./check.ts";
import { type Deck, deckProblems, readDeck } from "./deck.ts";
import { jsonPlaces, parseJson, withLine } from "./jsonPlaces.ts";
import { type Problem, problem } from "./problems.ts";
import { idProblems, type Published } from "./published.ts";
import { strictProblems } from "./strict.ts";

/** A deck as text. Its id follows from where it lies, `en/saas`; null when it lies anywhere. */
export type DeckFile = Readonly<{ name: string; text: string; id: string | null }>;

/** What was found in one file. Every problem has its line; the deck is null when the file holds none. */
export type CheckedFile = Readonly<{
  file: DeckFile;
  deck: Deck | null;
  problems: readonly Problem[];
  /** What an own deck would be better without. For a shipped one these are problems. */
  hints: readonly Problem[];
}>;

export type Asked = Readonly<{
  /** A deck of the user's own only has to be a deck; one that comes with the app has to be a good one. */
  level: "shipped" | "own";
  /** Whether the client says something in a kind of cue. */
  speaks: (cue: string) => boolean;
  published: Published;
  /** Decks that are there besides, with the file each is in. */
  others: readonly Readonly<{ name: string; deck: Deck }>[];
}>;

/** Checks files of decks, each by itself and all against each other: every problem of every file at once. */
export function checkFiles(files: readonly DeckFile[], asked: Asked): readonly CheckedFile[] {
  const checked = files.map((file) => checkFile(file, asked));
  if (asked.level === "own") return checked;
  const decks = checked.flatMap(({ deck }) => (deck ? [deck] : []));
  const before = asked.others.map(({ deck }) => deck);
  const alike = alikeAcross([...before, ...decks]).slice(before.length);
  const names = new Map(asked.others.map(({ deck, name }) => [deck.id, name]));
  return checked.map((one) => {
    if (!one.deck) return one;
    const found: Problem[] = [...(alike[decks.indexOf(one.deck)] ?? [])];
    const first = names.get(one.deck.id);
    if (first === undefined) names.set(one.deck.id, one.file.name);
    else found.push(problem("id-in-two-files", { path: "id" }, [first], one.deck.id));
    const lineOf = jsonPlaces(one.file.text);
    return { ...one, problems: [...one.problems, ...found.map((each) => withLine(each, lineOf))] };
  });
}

function checkFile(file: DeckFile, { level, speaks, published }: Asked): CheckedFile {
  const parsed = parseJson(file.text);
  if ("problem" in parsed) return { file, deck: null, problems: [parsed.problem], hints: [] };
  const { value } = parsed;
  const wrong = deckProblems(value);
  const deck = wrong.length === 0 ? readDeck(value, file.name) : null;
  const better = deck ? deckHints(deck) : [];
  const strict =
    deck && level === "shipped" ? [...strictProblems(deck, speaks), ...idProblems(deck, published)] : [];
  const lineOf = jsonPlaces(file.text);
  const placed = (problems: readonly Problem[]) => problems.map((each) => withLine(each, lineOf));
  return {
    file,
    deck,
    problems: placed([
      ...wrong,
      ...misplaced(value, file.id),
      ...(level === "shipped" ? [...better, ...strict] : []),
    ]),
    hints: level === "own" ? placed(better) : [],
  };
}

/** A deck that is not named for its folder and file, or not in the folder's language. */
function misplaced(value: unknown, id: string | null): Problem[] {
  if (id === null || typeof value !== "object" || value === null) return [];
  const [own, language] = ["id", "language"].map((name) =>
    Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined,
  );
  const folder = id.split("/")[0] ?? "";
  return [
    ...(typeof own === "string" && own !== id ? [problem("wrong-place", { path: "id" }, [id], own)] : []),
    ...(typeof language === "string" && language !== folder
      ? [problem("not-one-of", { path: "language" }, [folder], language)]
      : []),
  ];
}
