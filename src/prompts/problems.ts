/**
 * What can be wrong with a deck, a file or a link, as data. The words are in `src/i18n`, in the user's language: what
 * is wrong, and what to do. Each reason lists the values that its sentence is made with.
 */
type Values = {
  // The whole of what was brought
  empty: [];
  /** The most a file may have, in megabytes. */
  "too-big": [most: number];
  "too-many-rows": [most: number];
  /** A zip, a picture, a sound, …: no text. */
  "no-text": [];
  /** A workbook or a document of an office program. */
  "office-file": [];
  "nothing-found": [];
  "bad-link": [];
  "link-too-big": [most: number];
  /** More titles or lines than a deck holds: how many it does, and how many are left out. */
  "too-many-titles": [most: number, left: number];
  "too-many-lines": [most: number, left: number];
  /** So many more problems that are not listed. */
  more: [left: number];
  /** From here on only titles that are exactly the same were looked for. */
  "alike-stopped": [];
  // Its signs
  /** Bytes that stand for no character in the encoding the rest is in. */
  unreadable: [];
  /** Control characters, marks that turn the direction of writing, characters without width. */
  hidden: [];
  // JSON
  "json-value": [];
  "json-name": [];
  "json-colon": [];
  "json-comma": [];
  "json-brace": [];
  "json-bracket": [];
  "json-end": [];
  "json-comment": [];
  "json-text": [];
  "json-number": [];
  "json-word": [];
  "json-deep": [most: number];
  "not-a-deck": [];
  "many-decks": [];
  // CSV
  "open-quote": [];
  "unknown-column": [name: string];
  "unknown-temper": [allowed: string];
  // Entries
  missing: [name: string];
  "unknown-entry": [name: string];
  "not-an-object": [];
  "not-a-list": [];
  "not-a-text": [];
  "no-titles": [];
  "too-short": [least: number, found: number];
  "too-long": [most: number, found: number];
  "not-one-line": [];
  "not-kebab": [];
  "bad-deck-id": [];
  "not-one-of": [allowed: string];
  /** The path of the entry that has the id already. */
  "doubled-id": [first: string];
  doubled: [first: string];
  // What a deck is better without
  /** The text it is nearly the same as. */
  alike: [other: string];
  "alike-elsewhere": [other: string, deck: string];
  foreign: [language: string];
  "too-slow": [most: number, found: string];
  "yes-no": [];
  "double-space": [];
  "straight-quotes": [];
  "three-dots": [];
  "foreign-marks": [marks: string];
  "rare-character": [character: string];
  // What is asked of the decks that come with the app
  "few-titles": [least: number, found: number];
  "few-lines": [least: number, found: number];
  "few-of-temper": [temper: string, least: number, found: number];
  "few-short": [least: number, most: number, found: number];
  "few-long": [least: number, length: number, found: number];
  "not-spoken": [cue: string];
  "wrong-place": [id: string];
  "id-in-two-files": [other: string];
  "few-decks": [language: string, least: number, found: number];
  "id-gone": [id: string];
  "deck-gone": [id: string];
};

export type Reason = keyof Values;

/** Where it is. Lines and columns count from 1; a path is one of JSON, `titles[3].text`; nothing is the whole. */
export type Place = Readonly<{ path?: string; line?: number; column?: number }>;

/** One thing that is wrong: why, where, and the text it is about, cut to a readable length. */
export type Problem<R extends Reason = Reason> = {
  readonly [Each in R]: Readonly<{
    reason: Each;
    place: Place;
    text: string;
    values: Readonly<Values[Each]>;
  }>;
}[R];

/** What a catalogue has to say: a sentence for each reason, made with its values, and words for a place. */
export type ProblemWords = Readonly<{
  problems: { readonly [R in Reason]: string | ((...values: Values[R]) => string) };
  place: Readonly<{
    line: (line: number) => string;
    lineAndColumn: (line: number, column: number) => string;
    path: (path: string) => string;
    /** Between where it is and what it is. */
    says: (where: string, sentence: string) => string;
    quoting: (sentence: string, text: string) => string;
  }>;
}>;

const LONGEST_QUOTE = 60;

/** A text, cut to a length that can be read in a list; white space is one space, what has no shape is left out. */
export function cut(text: string): string {
  const readable = text
    .slice(0, 4 * LONGEST_QUOTE)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  const characters = [...readable];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE - 1).join("")}…` : readable;
}

/** A problem, with the text it is about cut to a readable length. */
export const problem = <R extends Reason>(
  reason: R,
  place: Place,
  values: Values[R],
  text = "",
): Problem<R> => ({ reason, place, text: cut(text), values }) as unknown as Problem<R>;

/** The sentence of a problem alone: what is wrong and what to do. */
export function problemSentence({ reason, values }: Problem, words: ProblemWords): string {
  const sentence = words.problems[reason];
  return typeof sentence === "function"
    ? (sentence as (...values: readonly unknown[]) => string)(...values)
    : sentence;
}

/** Where it is, in words: `line 12, titles[3].text`; empty when it is the whole. */
export function placeText({ path, line, column }: Place, words: ProblemWords): string {
  const { place } = words;
  const inFile =
    line === undefined ? [] : [column === undefined ? place.line(line) : place.lineAndColumn(line, column)];
  return [...inFile, ...(path === undefined ? [] : [place.path(path)])].join(" · ");
}

/** All of a problem in one line: `line 12: … (“the text”)`. */
export function problemText(of: Problem, words: ProblemWords): string {
  const where = placeText(of.place, words);
  const sentence = problemSentence(of, words);
  const quoted = of.text === "" ? sentence : words.place.quoting(sentence, of.text);
  return where === "" ? quoted : words.place.says(where, quoted);
}
