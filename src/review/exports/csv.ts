/** What stands in a cell: text is protected, numbers are written as they are, null is an empty cell. */
export type Cell = string | number | null;

/** What makes a spreadsheet take a text for a formula, also in full width, as Chinese input writes it. */
const FORMULA = /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/u;

/**
 * A table as a file that spreadsheets open by a double click: UTF-8 with a byte order mark, without which Excel
 * garbles Chinese; commas; line ends as RFC 4180 has them. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, which whoever reads the file with a program takes off again.
 * @see RFC 4180; OWASP, "CSV Injection"
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
