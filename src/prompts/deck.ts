import * as v from "valibot";
import { type Place, type Problem, problem, type Reason } from "./problems.ts";
import { type Lengths, lengths, textFault } from "./texts.ts";

/** The two languages there are for now; adding one is adding a folder in `src/i18n` and one in `prompts`. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

export const tempers = ["busy", "sceptical", "hostile", "technical", "price", "off-topic"] as const;
export type Temper = (typeof tempers)[number];

export const deckKinds = ["pitch", "persuade", "story", "small-talk", "objection"] as const;
export type DeckKind = (typeof deckKinds)[number];

/*
 * `prompts/deck.schema.json` says the same to editors; a test holds the two together. The message of a check is the
 * reason of the problem it makes.
 */
const message = (reason: Reason): string => reason;
const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, message("not-kebab")));
const noLongerThan = (most: number) => v.maxLength<string, number, string>(most, message("too-long"));

const text = (allowed: Lengths) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? textFault(dataset.value, allowed) : null;
      if (fault)
        addIssue({
          message: message(fault.reason),
          expected: String(fault.limit),
          received: String(fault.found),
        });
    }),
  );

const titleEntry = v.object({ id: v.pipe(kebab, noLongerThan(60)), text: text(lengths.title) });
const lineEntry = v.object({
  cue: kebab,
  text: text(lengths.line),
  temper: v.optional(v.picklist(tempers)),
});

/** A deck as it lies in a file. What it may not hold besides is looked for by `deckProblems`. */
const deckSchema = v.object({
  $schema: v.optional(v.string()),
  id: v.pipe(
    v.string(),
    noLongerThan(80),
    v.regex(/^[a-z0-9]+(-[A-Za-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, message("bad-deck-id")),
  ),
  language: v.picklist(languages),
  name: text(lengths.name),
  kind: v.picklist(deckKinds),
  titles: v.pipe(v.array(titleEntry), v.minLength(1, message("no-titles"))),
  lines: v.array(lineEntry),
});

export type Deck = Readonly<v.InferOutput<typeof deckSchema>>;

/** One title as it is dealt: it carries its deck, so that a take can name where it came from. */
export type Title = Readonly<{ deck: string; id: string; text: string }>;

/** A line a client may say, with the deck it stands in. */
export type Line = Readonly<{ deck: string; cue: string; text: string }>;

/** A deck that is not one: which, and every reason with its place. */
export class DeckError extends Error {
  override readonly name = "DeckError";
  constructor(
    readonly deck: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${deck}: ${problems.map(({ place, reason }) => `${place.path ?? "all"}: ${reason}`).join("; ")}`);
  }
}

/**
 * All that keeps a value from being a deck, each with its path.
 * @param value parsed JSON, from anywhere
 * @returns nothing when it is one
 */
export function deckProblems(value: unknown): readonly Problem[] {
  if (!isObject(value)) return [problem("not-an-object", {}, [])];
  const result = v.safeParse(deckSchema, value);
  const issues = result.success ? [] : result.issues.map(problemOf);
  return [...issues, ...unknownEntries(value), ...(result.success ? doubledEntries(result.output) : [])];
}

/**
 * Checks a deck once, at the door; inside, it is what its type says.
 * @param value parsed JSON, from anywhere
 * @param from  what to call it in the error: a file name or an id
 * @throws DeckError with every problem at once
 */
export function readDeck(value: unknown, from: string): Deck {
  const problems = deckProblems(value);
  if (problems.length > 0) throw new DeckError(from, problems);
  return v.parse(deckSchema, value);
}

/** A path as people write one: `titles[3].text`. */
export const pathText = (keys: readonly (string | number)[]): string =>
  keys.reduce<string>(
    (path, key) => (typeof key === "number" ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
    "",
  );

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number);
  const place: Place = keys.length > 0 ? { path: pathText(keys) } : {};
  const input = typeof issue.input === "string" ? issue.input : "";
  if (issue.kind === "validation") {
    const [limit, found] = [Number.parseInt(issue.expected ?? "", 10), Number.parseInt(issue.received, 10)];
    switch (issue.message) {
      case "too-long":
        return issue.type === "max_length" // of an id; there, characters are all of one unit
          ? problem("too-long", place, [Number(issue.requirement), input.length], input)
          : problem("too-long", place, [limit, found], input);
      case "too-short":
        return problem("too-short", place, [limit, found], input);
      default:
        return problem(issue.message as "hidden", place, [], input);
    }
  }
  if (issue.received === "undefined") return problem("missing", place, [String(keys.at(-1))]);
  if (issue.type === "picklist") return problem("not-one-of", place, [allowedAt(keys).join(", ")], input);
  if (issue.type === "array") return problem("not-a-list", place, []);
  return problem(issue.type === "object" ? "not-an-object" : "not-a-text", place, []);
}

const allowedAt = (keys: readonly (string | number)[]): readonly string[] => {
  const last = keys.at(-1);
  return last === "language" ? languages : last === "kind" ? deckKinds : tempers;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function unknownEntries(deck: Record<string, unknown>): Problem[] {
  const strange = (value: unknown, known: object, keys: readonly (string | number)[]): Problem[] =>
    isObject(value)
      ? Object.keys(value)
          .filter((name) => !Object.hasOwn(known, name))
          .map((name) => problem("unknown-entry", { path: pathText([...keys, name]) }, [name]))
      : [];
  const listed = (name: "titles" | "lines", known: object) =>
    Object.hasOwn(deck, name) && Array.isArray(deck[name])
      ? deck[name].flatMap((entry, at) => strange(entry, known, [name, at]))
      : [];
  return [
    ...strange(deck, deckSchema.entries, []),
    ...listed("titles", titleEntry.entries),
    ...listed("lines", lineEntry.entries),
  ];
}

function doubledEntries({ titles, lines }: Deck): Problem[] {
  const found: Problem[] = [];
  const ids = new Map<string, number>();
  for (const [at, { id }] of titles.entries()) {
    const first = ids.get(id);
    if (first === undefined) ids.set(id, at);
    else found.push(problem("doubled-id", { path: `titles[${at}].id` }, [`titles[${first}]`], id));
  }
  const said = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const key = JSON.stringify([line.cue, line.text, line.temper ?? null]);
    const first = said.get(key);
    if (first === undefined) said.set(key, at);
    else found.push(problem("doubled", { path: `lines[${at}]` }, [`lines[${first}]`], line.text));
  }
  return found;
}
