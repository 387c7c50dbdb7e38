import type { Deck, DeckKind, Language, Temper } from "../deck.ts";
import { type Place, type Problem, problem } from "../problems.ts";
import { hasHidden, type Lengths, lengths, oneLine, textFault } from "../texts.ts";
import { limits } from "./limits.ts";

export type Format = "text" | "markdown" | "csv" | "json";

/** A title that can be taken, and where it stands in the file. The id is that of a deck's JSON or of a table. */
export type FoundTitle = Readonly<{ text: string; id: string | null; place: Place }>;

/** A client's line that can be taken. */
export type FoundLine = Readonly<{ text: string; cue: string; temper: Temper | null; place: Place }>;

/** What was found in a file, whatever it was. Nothing of it is in a deck yet. */
export type Import = Readonly<{
  format: Format;
  /** The whole deck, where the file is one without fault: it keeps its ids, its order, its names. */
  deck: Deck | null;
  id: string | null;
  name: string | null;
  language: Language | null;
  kind: DeckKind | null;
  titles: readonly FoundTitle[];
  lines: readonly FoundLine[];
  /** What could not be taken, and why; with nothing found, why not. */
  problems: readonly Problem[];
  /** What was taken, but mended or left without a part. */
  hints: readonly Problem[];
}>;

/** A list of problems that never grows without end: the first are told, the others counted. */
export function problemList() {
  const listed: Problem[] = [];
  let left = 0;
  return {
    add(of: Problem): void {
      if (of.reason === "more") left += of.values[0];
      else if (listed.length < limits.listed) listed.push(of);
      else left++;
    },
    all: (): readonly Problem[] => (left === 0 ? listed : [...listed, problem("more", {}, [left])]),
  };
}

/** How many problems a list tells of, those counted that are not listed. */
export const problemCount = (problems: readonly Problem[]): number =>
  problems.reduce((sum, { reason, values }) => sum + (reason === "more" ? Number(values[0]) : 1), 0);

export type ProblemList = ReturnType<typeof problemList>;

/**
 * Gathers what a reader finds: texts are cleaned and measured, what is none is told with its place.
 * @param asIs leaves texts as they are that a deck may hold, whatever spaces are in them
 */
export function gathering(asIs = false) {
  const titles: FoundTitle[] = [];
  const lines: FoundLine[] = [];
  const problems = problemList();
  const hints = problemList();

  function cleaned(raw: string, allowed: Lengths, place: Place): string | null {
    if (raw.length > limits.rowLength) {
      problems.add(problem("too-long", place, [allowed.most, raw.length], raw.slice(0, 200)));
      return null;
    }
    const text = asIs && textFault(raw, allowed) === null ? raw : oneLine(raw);
    if (text === "") return null;
    const fault = textFault(text, allowed);
    if (fault === null) {
      if (text !== raw && hasHidden(raw.replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")))
        hints.add(problem("hidden", place, [], text));
      if (text.includes("\ufffd")) hints.add(problem("unreadable", place, [], text));
      return text;
    }
    problems.add(
      fault.reason === "too-short" || fault.reason === "too-long"
        ? problem(fault.reason, place, [fault.limit, fault.found], text)
        : problem(fault.reason, place, [], text),
    );
    return null;
  }

  return {
    problems,
    hints,
    title(raw: string, place: Place, id: string | null = null): void {
      const text = cleaned(raw, lengths.title, place);
      if (text !== null) titles.push({ text, id, place });
    },
    line(raw: string, place: Place, temper: Temper | null = null, cue = "cut-in"): void {
      const text = cleaned(raw, lengths.line, place);
      if (text !== null) lines.push({ text, cue, temper, place });
    },
    /** All that was found, with what is known of the deck it is for. */
    found(
      format: Format,
      of: Partial<Pick<Import, "deck" | "id" | "name" | "language" | "kind">> = {},
    ): Import {
      const told = problems.all();
      const nothing = titles.length + lines.length === 0 && told.length === 0;
      return {
        format,
        deck: null,
        id: null,
        name: null,
        language: null,
        kind: null,
        ...of,
        titles,
        lines,
        problems: nothing ? [problem("nothing-found", {}, [])] : told,
        hints: hints.all(),
      };
    },
  };
}

export type Gathering = ReturnType<typeof gathering>;

/** An import that ends in a sentence. */
export function refused(format: Format, why: Problem): Import {
  const nothing = gathering();
  nothing.problems.add(why);
  return nothing.found(format);
}
