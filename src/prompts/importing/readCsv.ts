import Papa from "papaparse";
import { problem } from "../problems.ts";
import { type Gathering, gathering, type Import } from "./found.ts";
import { limits } from "./limits.ts";
import { allTempers, type Part, partNamed, temperNamed } from "./names.ts";

/** One row of a table and the line of the file it begins on. */
type Row = Readonly<{ cells: readonly string[]; line: number; broken: boolean }>;

type Columns = Readonly<Partial<Record<Part, number>>>;

/**
 * Titles and client lines from a table, as spreadsheets save it: commas, semicolons or tabs, quoted or not. The first
 * row may name the columns, in English or Chinese; without names, titles are in the column with the most text.
 * @param delimiter of the fields, where it is known
 */
export function readCsv(text: string, delimiter: "" | "\t" = ""): Import {
  const gathered = gathering();
  const rows = rowsOf(text, delimiter);
  if (rows === null) {
    gathered.problems.add(problem("too-many-rows", {}, [limits.rows]));
    return gathered.found("csv");
  }
  const named = columnsNamed(rows[0]);
  const columns = named ?? { title: fullest(rows) };
  if (named) tellUnknown(rows[0], gathered);
  for (const row of named ? rows.slice(1) : rows) {
    if (row.broken)
      gathered.problems.add(problem("open-quote", { line: row.line }, [], row.cells.join(" ").slice(0, 200)));
    else take(row, columns, gathered);
  }
  return gathered.found("csv");
}

function take({ cells, line }: Row, columns: Columns, gathered: Gathering): void {
  const cell = (part: Part): string => {
    const at = columns[part];
    return at === undefined ? "" : (cells[at] ?? "");
  };
  const place = { line };
  const id = cell("id").trim();
  gathered.title(cell("title"), place, /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 60 ? id : null);
  const said = cell("line");
  if (said.trim() === "") return;
  const feeling = cell("temper").trim();
  const temper = feeling === "" ? null : temperNamed(feeling);
  if (feeling !== "" && temper === null)
    gathered.hints.add(problem("unknown-temper", place, [allTempers], feeling));
  gathered.line(said, place, temper);
}

/** All rows with something in them; null when the file has too many lines. */
function rowsOf(text: string, delimiter: "" | "\t"): readonly Row[] | null {
  const whole = text.replace(/\r\n?/g, "\n");
  if (lineCount(whole) > limits.rows) return null;
  const said = /^sep=([,;\t])\n/.exec(whole); // Excel may say its separator in a first row of its own
  const body = said ? whole.slice(said[0].length) : whole;
  const rows: Row[] = [];
  let [line, counted] = [said ? 2 : 1, 0];
  Papa.parse<string[]>(body, {
    delimiter: said?.[1] ?? delimiter,
    delimitersToGuess: [",", ";", "\t"],
    newline: "\n",
    step: ({ data, errors, meta }) => {
      const broken = errors.some(({ type }) => type === "Quotes");
      if (data.some((cell) => cell.trim() !== "")) rows.push({ cells: data, line, broken });
      for (
        let end = body.indexOf("\n", counted);
        end >= 0 && end < meta.cursor;
        end = body.indexOf("\n", counted)
      ) {
        line++;
        counted = end + 1;
      }
    },
  });
  return rows;
}

function lineCount(text: string): number {
  let count = text.endsWith("\n") ? 0 : 1;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) count++;
  return count;
}

/** The columns that the first row names, if it names any with texts in it. */
function columnsNamed(row: Row | undefined): Columns | null {
  const columns: Partial<Record<Part, number>> = {};
  for (const [at, cell] of (row?.cells ?? []).slice(0, 100).entries()) {
    const part = partNamed(cell);
    if (part !== null) columns[part] ??= at;
  }
  return columns.title === undefined && columns.line === undefined ? null : columns;
}

function tellUnknown(row: Row | undefined, gathered: Gathering): void {
  for (const cell of (row?.cells ?? []).slice(0, 100)) {
    const name = cell.trim();
    if (name !== "" && partNamed(name) === null)
      gathered.hints.add(problem("unknown-column", { line: row?.line ?? 1 }, [name.slice(0, 40)]));
  }
}

/** The column with the most text in the first rows. */
function fullest(rows: readonly Row[]): number {
  const sizes: number[] = [];
  for (const { cells } of rows.slice(0, 50))
    for (const [at, cell] of cells.slice(0, 100).entries())
      sizes[at] = (sizes[at] ?? 0) + Math.min(cell.length, 120);
  const most = Math.max(0, ...sizes);
  return Math.max(0, sizes.indexOf(most));
}
