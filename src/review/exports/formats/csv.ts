import { csvOf } from "../csv.ts";
import { textFormat } from "../format.ts";
import { measureRows, units } from "../measureRows.ts";

/** The head is the same in every language, for scripts; `name` says in the user's own what a row is. */
const HEAD = "started,title,language,measure,name,kind,at,until,value,unit,text".split(",");

/**
 * One number a row, for spreadsheets: every row names its take, so that the files of many takes can be put under one
 * another. An unknown value is an empty cell, never 0.
 */
export const format = textFormat(
  { id: "csv", group: "measures", extension: "csv", mediaType: "text/csv" },
  (material) => {
    const { take, names } = material;
    const same = [take.started.local.replace("T", " "), take.title.text, take.language];
    const rows = measureRows(material).map(({ measure, kind, at, until, value, text }) => [
      ...same,
      measure,
      names.measure(measure),
      kind,
      at,
      until,
      value,
      units[measure] ?? null,
      text,
    ]);
    return csvOf([HEAD, ...rows]);
  },
);
