import {
  type Deck,
  type DeckKind,
  deckKinds,
  deckProblems,
  type Language,
  languages,
  readDeck,
  type Temper,
  tempers,
} from "../deck.ts";
import { jsonPlaces, parseJson, withLine } from "../jsonPlaces.ts";
import { problem } from "../problems.ts";
import { type Gathering, gathering, type Import, refused } from "./found.ts";
import { limits } from "./limits.ts";
import { allTempers } from "./names.ts";
import { nameOf } from "./readList.ts";

type Entries = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an object has itself under a name; what it inherits, such as `constructor`, is not in the file. */
const own = (of: Entries, name: string): unknown => (Object.hasOwn(of, name) ? of[name] : undefined);

const among = <T extends string>(value: unknown, all: readonly T[]): T | null =>
  all.find((one) => one === value) ?? null;

const isKebab = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);

/**
 * A deck's JSON, whole; or what can be taken of one that is not quite one, or of a plain list of titles.
 * @param text of a file, from anywhere
 */
export function readJson(text: string): Import {
  const parsed = parseJson(text);
  if ("problem" in parsed) return refused("json", parsed.problem);
  const { value } = parsed;
  const deck = wholeDeck(value);
  const gathered = gathering(deck !== null);
  if (deck) {
    for (const [at, { id, text }] of deck.titles.entries())
      gathered.title(text, { path: `titles[${at}]` }, id);
    for (const [at, { text, temper, cue }] of deck.lines.entries())
      gathered.line(text, { path: `lines[${at}]` }, temper ?? null, cue);
    return gathered.found("json", {
      deck,
      id: deck.id,
      name: deck.name,
      language: deck.language,
      kind: deck.kind,
    });
  }
  if (Array.isArray(value) && value.some((one) => isObject(one) && own(one, "titles") !== undefined))
    return refused("json", problem("many-decks", { line: 1 }, []));
  const head = Array.isArray(value) ? { titles: value } : value;
  if (!isObject(head) || (own(head, "titles") === undefined && own(head, "lines") === undefined))
    return refused("json", problem("not-a-deck", { line: 1 }, []));
  const about = headOf(head, gathered);
  titlesOf(own(head, "titles"), Array.isArray(value) ? "" : "titles", gathered);
  linesOf(own(head, "lines"), gathered);
  return placed(gathered.found("json", about), text);
}

/** The deck that a value is, without fault; its `$schema` is of the file, not of the deck. */
function wholeDeck(value: unknown): Deck | null {
  if (!isObject(value)) return null;
  const [titles, lines] = [own(value, "titles"), own(value, "lines")];
  const few = (list: unknown, most: number) => Array.isArray(list) && list.length <= most;
  if (!few(titles, limits.titles) || !few(lines, limits.lines)) return null;
  if (deckProblems(value).length > 0) return null;
  const { $schema: _, ...deck } = readDeck(value, "import");
  return deck;
}

function headOf(head: Entries, gathered: Gathering): Partial<Import> {
  const text = (name: string): string | null => {
    const value = own(head, name);
    return typeof value === "string" ? value : null;
  };
  const name = nameOf(text("name") ?? "");
  const [language, kind] = [
    among<Language>(text("language"), languages),
    among<DeckKind>(text("kind"), deckKinds),
  ];
  const id = text("id");
  const faults = deckProblems({ ...emptyDeck, ...pickHead(head) }).filter(
    ({ reason }) => reason !== "no-titles",
  );
  for (const fault of faults) gathered.hints.add(fault);
  const idIsGood = id !== null && !faults.some(({ place }) => place.path === "id");
  return { id: idIsGood ? id : null, name, language, kind };
}

const emptyDeck = { id: "own/deck", language: "en", name: "Deck", kind: "pitch", titles: [], lines: [] };

/** The head of a deck without what is looked at entry by entry; names of strange entries are few. */
const pickHead = (head: Entries): Entries =>
  Object.fromEntries(
    Object.entries(head)
      .filter(([name]) => name !== "titles" && name !== "lines")
      .slice(0, limits.listed)
      .map(([name, value]) => [name.slice(0, 60), value]),
  );

const listIn = (value: unknown, path: string, gathered: Gathering): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (value !== undefined) gathered.problems.add(problem("not-a-list", { path }, []));
  return [];
};

function titlesOf(value: unknown, path: string, gathered: Gathering): void {
  const ids = new Map<string, string>();
  for (const [at, entry] of listIn(value, path, gathered).entries()) {
    const place = { path: `${path}[${at}]` };
    const said =
      typeof entry === "string"
        ? entry
        : isObject(entry)
          ? (own(entry, "text") ?? own(entry, "title"))
          : null;
    if (typeof said !== "string") {
      gathered.problems.add(problem("not-a-text", place, []));
      continue;
    }
    const id = isObject(entry) ? own(entry, "id") : undefined;
    const usable = isKebab(id) && !ids.has(id) ? id : null;
    if (usable !== null) ids.set(usable, place.path);
    else if (isKebab(id)) gathered.hints.add(problem("doubled-id", place, [ids.get(id) ?? ""], id));
    else if (id !== undefined) gathered.hints.add(problem("not-kebab", place, [], said.slice(0, 200)));
    gathered.title(said, place, usable);
  }
}

function linesOf(value: unknown, gathered: Gathering): void {
  for (const [at, entry] of listIn(value, "lines", gathered).entries()) {
    const place = { path: `lines[${at}]` };
    const said =
      typeof entry === "string" ? entry : isObject(entry) ? (own(entry, "text") ?? own(entry, "line")) : null;
    if (typeof said !== "string") {
      gathered.problems.add(problem("not-a-text", place, []));
      continue;
    }
    const feeling = isObject(entry) ? own(entry, "temper") : undefined;
    const temper = among<Temper>(feeling, tempers);
    if (feeling !== undefined && temper === null)
      gathered.hints.add(problem("unknown-temper", place, [allTempers], said.slice(0, 200)));
    const cue = isObject(entry) ? own(entry, "cue") : undefined;
    gathered.line(said, place, temper, isKebab(cue) ? cue : "cut-in");
  }
}

/** Problems and hints with their lines; looked for only when there are any, since it takes the file a second time. */
function placed(found: Import, text: string): Import {
  if (found.problems.length + found.hints.length === 0) return found;
  const lineOf = jsonPlaces(text);
  return {
    ...found,
    problems: found.problems.map((each) => (each.place.path === undefined ? each : withLine(each, lineOf))),
    hints: found.hints.map((each) => (each.place.path === undefined ? each : withLine(each, lineOf))),
  };
}
