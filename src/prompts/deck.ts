import * as v from "valibot";

/** The two languages there are for now; adding one is adding a folder in `src/i18n` and one in `prompts`. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** `prompts/deck.schema.json` says the same to editors; a test holds the two together. */
const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** One line without white space around it, between so many characters. */
const oneLine = (least: number, most: number) =>
  v.pipe(v.string(), v.minLength(least), v.maxLength(most), v.regex(/^\S(.*\S)?$/));

const titleEntry = v.strictObject({ id: v.pipe(kebab, v.maxLength(60)), text: oneLine(6, 120) });

export const tempers = ["busy", "sceptical", "hostile", "technical", "price", "off-topic"] as const;

const lineEntry = v.strictObject({
  cue: kebab,
  text: oneLine(1, 90),
  temper: v.optional(v.picklist(tempers)),
});

/** No two entries are the same, in every field. */
const unlike = (entries: readonly object[]): boolean =>
  new Set(entries.map((entry) => JSON.stringify(Object.entries(entry).sort()))).size === entries.length;

/** A deck as it lies in a file. */
export const deckSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(-[A-Za-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)),
  language: v.picklist(languages),
  name: oneLine(1, 40),
  kind: v.picklist(["pitch", "persuade", "story", "small-talk", "objection"]),
  titles: v.pipe(
    v.array(titleEntry),
    v.minLength(1),
    v.check((entries) => unlike(entries), "the same title stands there twice"),
  ),
  lines: v.pipe(
    v.array(lineEntry),
    v.check((entries) => unlike(entries), "the same line stands there twice"),
  ),
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
    readonly problems: readonly string[],
  ) {
    super(`${deck}: ${problems.join("; ")}`);
  }
}

/**
 * Checks a deck once, at the door; inside, it is what its type says.
 * @param value parsed JSON, from anywhere
 * @param from  what to call it in the error: a file name or an id
 * @throws DeckError with every problem at once
 */
export function readDeck(value: unknown, from: string): Deck {
  const result = v.safeParse(deckSchema, value);
  if (!result.success) {
    throw new DeckError(
      from,
      result.issues.map((issue) => `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`),
    );
  }
  const ids = result.output.titles.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0)
    throw new DeckError(from, [`title ids used twice: ${[...new Set(twice)].join(", ")}`]);
  return result.output;
}
