import { findNodeAtLocation, type ParseError, parseTree } from "jsonc-parser";
import { type Place, type Problem, problem, type Reason } from "./problems.ts";

/** A deck needs three; a parser that goes down with every bracket would fall over at some thousands. */
const DEEPEST = 32;

/** The parser's own error codes (jsonc-parser 3, `ParseErrorCode`), as what is expected or wrong. */
const reasons: Readonly<Record<number, Reason>> = {
  1: "json-word",
  2: "json-number",
  3: "json-name",
  4: "json-value",
  5: "json-colon",
  6: "json-comma",
  7: "json-brace",
  8: "json-bracket",
  9: "json-end",
  10: "json-comment",
  11: "json-comment",
  12: "json-text",
  13: "json-number",
  14: "json-text",
  15: "json-text",
  16: "json-text",
};

/** What JSON text says, or the first thing that keeps it from saying anything, with line and column. */
export type Parsed = Readonly<{ value: unknown }> | Readonly<{ problem: Problem }>;

/** Parses JSON, from anywhere: however deep or broken it is, it ends in a value or in a problem with its place. */
export function parseJson(text: string): Parsed {
  const deep = tooDeepAt(text);
  if (deep !== null) return { problem: problem("json-deep", lineAndColumn(text, deep), [DEEPEST]) };
  try {
    return { value: JSON.parse(text) };
  } catch {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
    const first = errors[0];
    const at = first?.offset ?? text.length;
    const isAfter = root !== undefined && at >= root.offset + root.length && root.length > 0;
    const reason = isAfter && first?.error === 1 ? "json-end" : (reasons[first?.error ?? 0] ?? "json-value");
    return { problem: problem(reason as "json-value", lineAndColumn(text, at), [], lineAt(text, at)) };
  }
}

/** Where the brackets go deeper than any deck's, outside of texts; null when they do not. */
function tooDeepAt(text: string): number | null {
  let [depth, inText] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) inText = !inText;
    else if (inText) at += unit === 0x5c ? 1 : 0;
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > DEEPEST) return at;
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return null;
}

/** Line and column of a place in a text, both from 1. */
export function lineAndColumn(text: string, offset: number): Required<Pick<Place, "line" | "column">> {
  let [line, start] = [1, 0];
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", end + 1)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf("\n", offset - 1) + 1, Math.min(offset + 60, text.length)).split("\n")[0] ?? "";

/** The keys of a path: `titles[3].text` is `["titles", 3, "text"]`. */
const keysOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? "") : Number(index),
  );

/**
 * Finds the line of a path in JSON text; of what is missing, the line of what should hold it.
 * @param text JSON that was parsed before, and so is neither broken nor deep
 */
export function jsonPlaces(text: string): (path: string) => number {
  const root = parseTree(text);
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return (path) => {
    let node = root;
    for (const key of keysOf(path)) {
      const inside: typeof root = node && findNodeAtLocation(node, [key]);
      if (!inside) break;
      node = inside;
    }
    return node ? lineOf(node.offset) : 1;
  };
}

/** A problem with the line of its path added. */
export const withLine = (of: Problem, lineOf: (path: string) => number): Problem => ({
  ...of,
  place: { ...of.place, line: of.place.path === undefined ? 1 : lineOf(of.place.path) },
});
