import type { Deck, Language } from "./deck.ts";
import { cleanText, sameText } from "./editing.ts";
import { titleId } from "./importing/ids.ts";
import { limits } from "./importing/limits.ts";
import { type Problem, problem } from "./problems.ts";
import { lengths } from "./texts.ts";

/**
 * The deck of what the user's own clients said, one for each language. Whatever is dealt, a client may say these, see
 * `src/deal/lines.ts`; and each of them is a title to answer.
 */
export const clientDeckId = (language: Language): string => `own/my-clients-${language.toLowerCase()}`;

/** What came of a line: the deck with it, and whether it was new; or why it is none. */
export type KeptLine = Readonly<{ deck: Deck; isNew: boolean }> | Readonly<{ problem: Problem }>;

/** Both languages quote in the same marks, one inside the other; people type any. */
const [OPEN, CLOSE] = ["“", "”"] as const;
const AROUND = /^[“”"「『«]+\s*|\s*[“”"」』»]+$/gu;

/** A title is longer than a line has to be; in its quotes it has two characters more. */
const allowed = { least: lengths.title.least - 2, most: lengths.line.most } as const;

/** A client's words as a title to answer: in quotes, those inside it made single. */
const quoted = (text: string): string =>
  `${OPEN}${text.replaceAll(OPEN, "‘").replaceAll(CLOSE, "’")}${CLOSE}`;

/** Quotes that stand around the whole; those that only one word has stay. */
const unquoted = (text: string): string => {
  const bare = text.trim().replace(AROUND, "");
  return /[“”"「」『』«»]/u.test(bare) ? text : bare;
};

/**
 * Keeps what a client said: as a line to cut in with, and as a title. The same line twice is once.
 * @param deck the deck as it is; null when this is the first line
 * @param name of a new deck, in the user's language
 */
export function keepClientLine(deck: Deck | null, raw: string, language: Language, name: string): KeptLine {
  const clean = cleanText(unquoted(raw), allowed);
  if ("problem" in clean) return clean;
  const { text } = clean;
  const before: Deck = deck ?? {
    id: clientDeckId(language),
    language,
    name,
    kind: "objection",
    titles: [],
    lines: [],
  };
  const lines = before.lines.filter(({ cue }) => cue === "cut-in").map((line) => line.text);
  const titles = before.titles.map((title) => title.text);
  const newLine = sameText(lines, text) === undefined;
  const newTitle = [text, quoted(text)].every((each) => sameText(titles, each) === undefined);
  if (newLine && before.lines.length >= limits.lines)
    return { problem: problem("too-many-lines", {}, [limits.lines, 1]) };
  if (newTitle && before.titles.length >= limits.titles)
    return { problem: problem("too-many-titles", {}, [limits.titles, 1]) };
  const id = titleId(text, new Set(before.titles.map((title) => title.id)));
  return {
    deck: {
      ...before,
      titles: newTitle ? [...before.titles, { id, text: quoted(text) }] : before.titles,
      lines: newLine ? [...before.lines, { cue: "cut-in", text }] : before.lines,
    },
    isNew: newLine || newTitle || deck === null,
  };
}
