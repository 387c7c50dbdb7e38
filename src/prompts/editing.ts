import type { Deck, DeckKind, Temper } from "./deck.ts";
import { deckText } from "./exporting.ts";
import { titleId } from "./importing/ids.ts";
import { limits } from "./importing/limits.ts";
import { type Problem, problem } from "./problems.ts";
import { normalise } from "./similarity.ts";
import { type Lengths, lengths, oneLine, textFault } from "./texts.ts";

/*
 * What a user may change of a deck of their own. Each change takes the deck as it is now and touches nothing else of
 * it, so that two tabs that change one deck both keep what they did.
 */

/** The deck after a change, or why it cannot be. */
export type Edited = Readonly<{ deck: Deck }> | Readonly<{ problem: Problem }>;

type Entry<Of extends "titles" | "lines"> = Deck[Of][number];

/** A text of the user's as a deck may hold it: one line, nothing unseen in it; or why it is none. */
export function cleanText(
  raw: string,
  allowed: Lengths,
): Readonly<{ text: string }> | Readonly<{ problem: Problem }> {
  const text = oneLine(raw.slice(0, limits.rowLength));
  const fault = textFault(text, allowed);
  if (fault === null) return { text };
  return {
    problem:
      fault.reason === "too-short" || fault.reason === "too-long"
        ? problem(fault.reason, {}, [fault.limit, fault.found])
        : problem(fault.reason, {}, []),
  };
}

/** The first of some texts that is the same, but for case, width, spaces and punctuation. */
export const sameText = (texts: readonly string[], text: string): string | undefined => {
  const plain = normalise(text);
  return texts.find((each) => normalise(each) === plain);
};

const doubled = (text: string): Readonly<{ problem: Problem }> => ({
  problem: problem("doubled", {}, [`“${text}”`]),
});

/** Adds a title at the end, unless the deck has it. */
export function addTitle(deck: Deck, raw: string): Edited {
  const clean = cleanText(raw, lengths.title);
  if ("problem" in clean) return clean;
  const texts = deck.titles.map(({ text }) => text);
  const twin = sameText(texts, clean.text);
  if (twin !== undefined) return doubled(twin);
  if (deck.titles.length >= limits.titles)
    return { problem: problem("too-many-titles", {}, [limits.titles, 1]) };
  const id = titleId(clean.text, new Set(deck.titles.map((title) => title.id)));
  return { deck: { ...deck, titles: [...deck.titles, { id, text: clean.text }] } };
}

/** Mends the wording of a title. Its id stays: takes and links point to it. One that is gone comes back. */
export function rewordTitle(deck: Deck, id: string, raw: string): Edited {
  const clean = cleanText(raw, lengths.title);
  if ("problem" in clean) return clean;
  const others = deck.titles.filter((title) => title.id !== id).map(({ text }) => text);
  const twin = sameText(others, clean.text);
  if (twin !== undefined) return doubled(twin);
  const text = clean.text;
  const known = deck.titles.some((title) => title.id === id);
  const titles = deck.titles.map((title) => (title.id === id ? { id, text } : title));
  return { deck: { ...deck, titles: known ? titles : [...titles, { id, text }] } };
}

/** Takes a title out. The last one stays: a deck without titles is none. */
export function removeTitle(deck: Deck, id: string): Edited {
  const titles = deck.titles.filter((title) => title.id !== id);
  return titles.length === 0 ? { problem: problem("no-titles", {}, []) } : { deck: { ...deck, titles } };
}

/** Puts a title back where it was, unless it is there. */
export const restoreTitle = (deck: Deck, title: Entry<"titles">, at: number): Edited => ({
  deck: deck.titles.some(({ id }) => id === title.id)
    ? deck
    : { ...deck, titles: deck.titles.toSpliced(at, 0, title) },
});

/** Names a client's line in its deck, where no two are the same in all of this. */
export const lineKey = ({ cue, text, temper }: Entry<"lines">): string =>
  JSON.stringify([cue, text, temper ?? null]);

const lineOf = (cue: string, text: string, temper: Temper | null): Entry<"lines"> =>
  temper === null ? { cue, text } : { cue, text, temper };

/** Adds a line that a client cuts in with, unless the deck has it. */
export function addLine(deck: Deck, raw: string, temper: Temper | null): Edited {
  const clean = cleanText(raw, lengths.line);
  if ("problem" in clean) return clean;
  const texts = deck.lines.filter(({ cue }) => cue === "cut-in").map(({ text }) => text);
  const twin = sameText(texts, clean.text);
  if (twin !== undefined) return doubled(twin);
  if (deck.lines.length >= limits.lines) return { problem: problem("too-many-lines", {}, [limits.lines, 1]) };
  return { deck: { ...deck, lines: [...deck.lines, lineOf("cut-in", clean.text, temper)] } };
}

/** Mends a line, or its temper. Its cue stays. One that is gone comes back. */
export function changeLine(deck: Deck, line: Entry<"lines">, raw: string, temper: Temper | null): Edited {
  const clean = cleanText(raw, lengths.line);
  if ("problem" in clean) return clean;
  const key = lineKey(line);
  const others = deck.lines.filter((each) => lineKey(each) !== key && each.cue === line.cue);
  const twin = sameText(
    others.map(({ text }) => text),
    clean.text,
  );
  if (twin !== undefined) return doubled(twin);
  const next = lineOf(line.cue, clean.text, temper);
  const known = others.length < deck.lines.filter(({ cue }) => cue === line.cue).length;
  const lines = deck.lines.map((each) => (lineKey(each) === key ? next : each));
  return { deck: { ...deck, lines: known ? lines : [...lines, next] } };
}

export const removeLine = (deck: Deck, line: Entry<"lines">): Edited => ({
  deck: { ...deck, lines: deck.lines.filter((each) => lineKey(each) !== lineKey(line)) },
});

/** Puts a line back where it was, unless it is there. */
export const restoreLine = (deck: Deck, line: Entry<"lines">, at: number): Edited => ({
  deck: deck.lines.some((each) => lineKey(each) === lineKey(line))
    ? deck
    : { ...deck, lines: deck.lines.toSpliced(at, 0, line) },
});

/** Another name. The id stays. */
export function renameDeck(deck: Deck, raw: string): Edited {
  const clean = cleanText(raw, lengths.name);
  return "problem" in clean ? clean : { deck: { ...deck, name: clean.text } };
}

export const changeKind = (deck: Deck, kind: DeckKind): Edited => ({ deck: { ...deck, kind } });

/** Whether two decks, or the lack of one, are the same in everything that is kept. */
export const isSameDeck = (one: Deck | null, other: Deck | null): boolean =>
  one === null || other === null ? one === other : deckText(one) === deckText(other);
