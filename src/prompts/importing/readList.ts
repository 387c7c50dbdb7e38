import type { Temper } from "../deck.ts";
import { problem } from "../problems.ts";
import { lengths, oneLine } from "../texts.ts";
import { gathering, type Import } from "./found.ts";
import { limits } from "./limits.ts";
import { withoutMarkup } from "./markup.ts";
import { partNamed, temperNamed } from "./names.ts";

/** One row of a list that says something: its number in the file, what it is, and its words. */
type Row = { readonly at: number; readonly kind: "heading" | "item" | "plain"; text: string };

const HEADING = /^ {0,3}#{1,6}\s+(\S.*)$/;
const BULLET =
  /^(?:[-*+–—•·●○◦▪■□☐☑]\s+|[•●○◦▪■□☐☑]|[（(]\d{1,5}[)）]\s*|[①-⑳]\s*|[一二三四五六七八九十百]{1,5}、\s*)/u;
const NUMBER = /^(\d{1,6})(?:[、．）]\s*|[.)](?:\s+|(?=[^\s\p{ASCII}])))/u;
const TICK = /^\[[ xX]\]\s+/;
const FENCE = /^\s{0,3}(?:```|~~~)/;

/**
 * Titles from a list: one on each row, bulleted and numbered or not; or a Markdown list, of which only the items count.
 * A heading names the deck, “Lines” or “台词” as a heading means that client lines follow, a temper's name whose.
 */
export function readList(text: string, isMarkdown: boolean): Import {
  const raw = text.split(/\r\n?|\n/);
  if (raw.at(-1) === "") raw.pop();
  const gathered = gathering();
  if (raw.length > limits.rows) {
    gathered.problems.add(problem("too-many-rows", {}, [limits.rows]));
    return gathered.found(isMarkdown ? "markdown" : "text");
  }
  const rows = rowsOf(raw, isMarkdown);
  const items = rows.some(({ kind }) => kind === "item");
  const markdown = isMarkdown || (items && rows.some(({ kind }) => kind === "heading"));
  let name: string | null = null;
  let part: "title" | "line" = "title";
  let temper: Temper | null = null;
  for (const row of rows) {
    const words = markdown && row.text.length <= limits.rowLength ? withoutMarkup(row.text) : row.text;
    const section = row.kind === "item" ? null : sectionOf(words, row.kind === "heading");
    if (section === "title" || section === "line") {
      part = section;
      temper = null;
    } else if (section !== null && part === "line") temper = section.temper;
    else if (row.kind === "heading") {
      name ??= nameOf(words);
      part = "title";
    } else if (row.kind === "item" || !(markdown && items)) {
      if (part === "title") gathered.title(words, { line: row.at });
      else gathered.line(words, { line: row.at }, temper);
    }
  }
  return gathered.found(markdown ? "markdown" : "text", { name });
}

/** A name for a deck from any words: one line, cut to its length. */
export function nameOf(words: string): string | null {
  const name = [...oneLine(words.slice(0, limits.rowLength))].slice(0, lengths.name.most).join("").trim();
  return name === "" ? null : name;
}

/** What a heading, or a row that ends in a colon, says of the rows below it. */
function sectionOf(words: string, isHeading: boolean): "title" | "line" | { temper: Temper } | null {
  if (words.length > 40 || !(isHeading || /[:：]\s*$/.test(words))) return null;
  const part = partNamed(words);
  if (part === "title" || part === "line") return part;
  const temper = temperNamed(words);
  return temper ? { temper } : null;
}

/** Rows with words. In Markdown a row that goes on under an item belongs to it, and code and front matter are not read. */
function rowsOf(raw: readonly string[], isMarkdown: boolean): readonly Row[] {
  const rows: Row[] = [];
  let [inCode, goesOn] = [false, false];
  const start = isMarkdown ? afterFrontMatter(raw) : 0;
  for (let place = start; place < raw.length; place++) {
    const whole = raw[place] ?? "";
    if (isMarkdown && FENCE.test(whole)) inCode = !inCode;
    const quoted =
      isMarkdown && whole.length <= limits.rowLength ? whole.replace(/^(?:\s{0,3}>)+ ?/, "") : whole;
    const row = rowOf(quoted, place + 1, raw.length);
    const last = rows.at(-1);
    if (row === null || inCode || (isMarkdown && FENCE.test(whole))) goesOn = false;
    else if (isMarkdown && goesOn && row.kind === "plain" && /^\s{2,}/.test(quoted) && last) {
      if (last.text.length <= limits.rowLength) last.text += ` ${row.text}`;
    } else {
      rows.push(row);
      goesOn = row.kind === "item";
    }
  }
  return rows;
}

function rowOf(whole: string, at: number, rows: number): Row | null {
  if (whole.length > limits.rowLength) return { at, kind: "plain", text: whole };
  const heading = HEADING.exec(whole)?.[1];
  if (heading !== undefined) return { at, kind: "heading", text: heading.replace(/\s+#+\s*$/, "") };
  const text = whole.trim();
  if (text === "" || /^([-*_=~])(?:\s*\1){2,}$/.test(text)) return null; // blank, or a rule across the page
  const number = NUMBER.exec(text);
  // A list of forty has no item 1999: that one is a year, and part of its title.
  const marker = number && Number(number[1]) <= rows ? number[0] : BULLET.exec(text)?.[0];
  if (marker === undefined) return { at, kind: "plain", text };
  const words = text.slice(marker.length).replace(TICK, "");
  return words === "" ? null : { at, kind: "item", text: words };
}

function afterFrontMatter(raw: readonly string[]): number {
  if (raw[0]?.trim() !== "---") return 0;
  const end = raw.slice(1, 100).findIndex((row) => row.trim() === "---");
  return end < 0 ? 0 : end + 2;
}
