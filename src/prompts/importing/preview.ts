import type { Deck, Temper } from "../deck.ts";
import { type Place, type Problem, problem } from "../problems.ts";
import { lineWording, titleWording } from "../wording.ts";
import { type Import, type ProblemList, problemList } from "./found.ts";
import { titleId } from "./ids.ts";
import { limits } from "./limits.ts";
import { type Library, type Target, targetOf, type Wish } from "./target.ts";
import { type Twin, type TwinFinder, twinFinder } from "./twins.ts";

/** A title that can be added. With a twin it is nearly the same as another, or the same as one of another deck. */
export type NewTitle = Readonly<{ id: string; text: string; place: Place; twin: Twin | null }>;

/** A client's line that can be added. */
export type NewLine = Readonly<{
  text: string;
  cue: string;
  temper: Temper | null;
  place: Place;
  twin: Twin | null;
}>;

/** What is not added, since the deck has it already. */
export type Duplicate = Readonly<{ text: string; place: Place; twin: Twin }>;

/** What would happen, before anything does. */
export type Preview = Target &
  Readonly<{
    format: Import["format"];
    titles: readonly NewTitle[];
    lines: readonly NewLine[];
    /** The first of them, and how many there are. */
    duplicates: readonly Duplicate[];
    duplicateCount: number;
    /** What cannot be added, and why. */
    problems: readonly Problem[];
    /** What can be added, and would be better otherwise. */
    hints: readonly Problem[];
  }>;

/** What is going on while the entries are looked at, one after the other. */
type Look = Target &
  Readonly<{
    /** The import is a whole deck, and new: it is taken as it is, even what is twice in it. */
    whole: boolean;
    twins: TwinFinder;
    hints: ProblemList;
    repeated(duplicate: Duplicate): void;
  }>;

/** What an import would change. Nothing is changed here. */
export function preview(found: Import, library: Library, wish: Wish): Preview {
  const target = targetOf(found, library, wish);
  const { into, before } = target;
  const others = [...library.own, ...library.shipped].filter(({ id }) => id !== into.id);
  const [problems, hints] = [problemList(), problemList()];
  for (const each of found.problems) problems.add(each);
  for (const each of found.hints) hints.add(each);
  const duplicates: Duplicate[] = [];
  let duplicateCount = 0;
  const look = (sort: "titles" | "lines"): Look => {
    const textsOf = (deck: Deck) => deck[sort].map(({ text }) => text);
    const here = before ? textsOf(before) : [];
    return {
      ...target,
      whole: before === null && found.deck !== null,
      twins: twinFinder(into.language, here, others, textsOf),
      hints,
      repeated: (duplicate) => {
        if (duplicateCount++ < limits.listed) duplicates.push(duplicate);
      },
    };
  };
  const [atTitles, atLines] = [look("titles"), look("lines")];
  const titles = newTitles(found, atTitles);
  const lines = newLines(found, atLines);
  if (titles.left > 0) problems.add(problem("too-many-titles", {}, [limits.titles, titles.left]));
  if (lines.left > 0) problems.add(problem("too-many-lines", {}, [limits.lines, lines.left]));
  if (atTitles.twins.spent() || atLines.twins.spent()) hints.add(problem("alike-stopped", {}, []));
  if (before === null && titles.added.length === 0 && lines.added.length > 0)
    problems.add(problem("no-titles", {}, []));
  return {
    ...target,
    format: found.format,
    titles: titles.added,
    lines: lines.added,
    duplicates,
    duplicateCount,
    problems: problems.all(),
    hints: hints.all(),
  };
}

type Added<T> = Readonly<{ added: readonly T[]; left: number }>;

function newTitles(found: Import, { before, into, whole, twins, hints, repeated }: Look): Added<NewTitle> {
  const known = new Map(before?.titles.map(({ id, text }) => [id, text]));
  const used = new Set(known.keys());
  const taken = new Set([...used, ...found.titles.flatMap(({ id }) => (id === null ? [] : [id]))]);
  const added: NewTitle[] = [];
  let left = 0;
  for (const { text, id, place } of found.titles) {
    const full = used.size >= limits.titles;
    // A title that is here in other words: its wording may have been mended here, and stays.
    const reworded = id === null ? undefined : known.get(id);
    const twin =
      reworded === undefined ? twins.find(text, !full) : { text: reworded, deck: null, same: true };
    if (twin?.same && twin.deck === null && !whole) repeated({ text, place, twin });
    else if (full) left++;
    else {
      const own = id !== null && !used.has(id) ? id : titleId(text, taken);
      used.add(own);
      added.push({ id: own, text, place, twin });
      twins.add(text);
      for (const hint of titleWording(text, into.language, place)) hints.add(hint);
    }
  }
  return { added, left };
}

function newLines(found: Import, { before, into, whole, twins, hints, repeated }: Look): Added<NewLine> {
  const have = before?.lines.length ?? 0;
  const added: NewLine[] = [];
  let left = 0;
  for (const { text, cue, temper, place } of found.lines) {
    const full = have + added.length >= limits.lines;
    const twin = twins.find(text, !full);
    if (twin?.same && twin.deck === null && !whole) repeated({ text, place, twin });
    else if (full) left++;
    else {
      added.push({ text, cue, temper, place, twin });
      twins.add(text);
      for (const hint of lineWording(text, into.language, place)) hints.add(hint);
    }
  }
  return { added, left };
}

/** What to do with what is nearly the same as another text, or the same as one of another deck. */
export type Alike = "add" | "leave";

/** The titles and lines that are added. */
export function chosenOf(
  { titles, lines }: Preview,
  alike: Alike,
): Readonly<{ titles: readonly NewTitle[]; lines: readonly NewLine[] }> {
  const chosen = <T extends Readonly<{ twin: Twin | null }>>(entries: readonly T[]) =>
    alike === "add" ? entries : entries.filter(({ twin }) => twin === null);
  return { titles: chosen(titles), lines: chosen(lines) };
}

/**
 * The deck after the import: all of what the preview shows, at once.
 * @returns null when there would be no deck: a new one without a title
 */
export function apply(seen: Preview, { alike = "add" }: { alike?: Alike } = {}): Deck | null {
  const { before, into } = seen;
  const { titles, lines } = chosenOf(seen, alike);
  const deck: Deck = {
    ...(before ?? into),
    titles: [...(before?.titles ?? []), ...titles.map(({ id, text }) => ({ id, text }))],
    lines: [
      ...(before?.lines ?? []),
      ...lines.map(({ cue, text, temper }) => ({ cue, text, ...(temper === null ? {} : { temper }) })),
    ],
  };
  return deck.titles.length === 0 ? null : deck;
}
