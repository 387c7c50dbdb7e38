import { problem } from "../problems.ts";
import { guessLanguage } from "../wording.ts";
import { decodeText } from "./decode.ts";
import { type Format, type Import, refused } from "./found.ts";
import { limits } from "./limits.ts";
import { partNamed } from "./names.ts";
import { readCsv } from "./readCsv.ts";
import { readJson } from "./readJson.ts";
import { nameOf, readList } from "./readList.ts";

/**
 * Reads titles and client lines out of any bytes: a deck's JSON, a table, a Markdown or a plain list, pasted or from a
 * file. It never throws: it ends in what was found, or in a problem that names line and reason.
 * @param bytes    of the file; of what was pasted, in UTF-8
 * @param fileName tells the format and, for want of better, the deck's name; null for what was pasted
 */
export function readImport(bytes: Uint8Array, fileName: string | null): Import {
  const ending = /\.([a-z]{2,8})$/i.exec(fileName ?? "")?.[1]?.toLowerCase() ?? null;
  if (bytes.length > limits.bytes) return refused("text", problem("too-big", {}, [limits.megabytes]));
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return refused("text", decoded.problem);
  const text = decoded.text.replace(/^\ufeff/, "");
  if (text.trim() === "") return refused("text", problem("empty", {}, []));
  const found = read(text, formatOf(text, ending));
  const telling = found.titles.length > 0 ? found.titles : found.lines;
  return {
    ...found,
    name:
      found.name ??
      (fileName === null ? null : nameOf(fileName.replace(/^.*[\\/]/s, "").replace(/\.[^.]*$/, ""))),
    language: found.language ?? guessLanguage(telling.slice(0, limits.titles).map((each) => each.text)),
  };
}

type Shape = Format | "tabs";

function read(text: string, shape: Shape): Import {
  switch (shape) {
    case "json":
      return readJson(text);
    case "csv":
      return readCsv(text);
    case "tabs":
      return readCsv(text, "\t");
    case "markdown":
    case "text":
      return readList(text, shape === "markdown");
  }
}

/** The format by the file's ending; of what was pasted or is plain text, by how it looks. */
function formatOf(text: string, ending: string | null): Shape {
  if (ending === "json") return "json";
  if (ending === "csv") return "csv";
  if (ending === "tsv" || ending === "tab") return "tabs";
  if (ending === "md" || ending === "markdown") return "markdown";
  const start = text.slice(0, 20_000).trimStart();
  if (/^(?:\{\s*["}]|\[\s*(?:[{"]|\]\s*$))/.test(start)) return "json";
  const rows = start.split(/\r\n?|\n/).filter((row) => row.trim() !== "");
  if (rows.length > 0 && rows.filter((row) => row.trim().includes("\t")).length > rows.length / 2)
    return "tabs";
  const cells = (rows[0] ?? "").split(/[,;]/);
  const isHeader = cells.length > 1 && cells.length < 12 && cells.some((cell) => partNamed(cell) !== null);
  return isHeader && cells.every((cell) => cell.length < 30) ? "csv" : "text";
}
