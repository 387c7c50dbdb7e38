import * as v from "valibot";

/** The two languages there are for now; adding one is adding a folder in `src/i18n` and one in `prompts`. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

const titleEntry = v.strictObject({
  id: kebab,
  text: v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(160)),
});

export const tempers = ["busy", "sceptical", "hostile", "technical", "price", "off-topic"] as const;

const lineEntry = v.strictObject({
  cue: kebab,
  text: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120)),
  temper: v.optional(v.picklist(tempers)),
});

/** A deck as it lies in a file; `prompts/deck.schema.json` says the same to editors. */
export const deckSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/)),
  language: v.picklist(languages),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  kind: v.picklist(["pitch", "persuade", "story", "small-talk", "objection"]),
  titles: v.pipe(v.array(titleEntry), v.minLength(1)),
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
