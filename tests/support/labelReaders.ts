/*
 * Strict readers of the label formats, each after its own specification and not after our writers: whatever is not
 * allowed there throws, with the place.
 */

/** A label as it was read; `until` is null for a point. Times in seconds. */
export type Read = Readonly<{ id?: string; at: number; until: number | null; text: string }>;

const fault = (what: string): never => {
  throw new Error(what);
};

const VTT_TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** WebVTT. @see W3C, WebVTT, section 4 "Syntax" */
export function readWebVtt(file: string): Read[] {
  const [head = "", ...blocks] = file
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .join("\n")
    .split(/\n\n+/);
  if (!/^WEBVTT(?:[ \t][^\n]*)?$/.test(head)) fault(`no WebVTT: ${head}`);
  const read: Read[] = [];
  for (const block of blocks.map((text) => text.replace(/\n$/, ""))) {
    if (block === "" || /^NOTE(?:[ \t\n]|$)/.test(block)) {
      if (block.includes("-->")) fault("an arrow in a comment");
      continue;
    }
    const lines = block.split("\n");
    const id = lines[0]?.includes("-->") ? undefined : lines.shift();
    const [, from = "", to = ""] = /^(\S+)[ \t]+-->[ \t]+(\S+)$/.exec(lines.shift() ?? "") ?? fault(block);
    const [at, until] = [from, to].map((stamp) => {
      const [, hours = "0", minutes, seconds, thousandths] = VTT_TIME.exec(stamp) ?? fault(`time ${stamp}`);
      return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1_000;
    }) as [number, number];
    if (!(until > at)) fault(`ends before it begins: ${block}`);
    if (at < (read.at(-1)?.at ?? 0)) fault(`out of order: ${block}`);
    const text = lines.join("\n");
    if (text.includes("-->") || /[<>]/.test(text)) fault(`a tag, or an arrow: ${text}`);
    const plain = text.replace(/&[^;\s]*;?/g, (entity) => entities[entity] ?? fault(`entity ${entity}`));
    read.push({ ...(id === undefined ? {} : { id }), at, until, text: plain });
  }
  const ids = read.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size !== ids.length) fault("an id twice");
  return read;
}

/** Audacity labels. @see Audacity Manual, "Importing and Exporting Labels" */
export function readAudacity(file: string): Read[] {
  const lines = file.split("\n");
  if (lines.pop() !== "") fault("the last line does not end");
  return lines.map((line) => {
    if (/\r/.test(line)) fault(`a stray line end: ${line}`);
    const [from, to, text, ...more] = line.split("\t");
    if (text === undefined || more.length > 0) fault(`not three fields: ${line}`);
    const [at, until] = [from, to].map((field = "") =>
      /^\d+\.\d+$/.test(field) ? Number(field) : fault(`time ${field}`),
    ) as [number, number];
    if (until < at) fault(`ends before it begins: ${line}`);
    return { at, until: until > at ? until : null, text: text ?? "" };
  });
}

export type ReadTier = Readonly<{ name: string; kind: "intervals" | "points"; labels: readonly Read[] }>;

/**
 * A Praat TextGrid in text form: Praat reads the numbers, the strings in quotes and the flags in angle brackets, in
 * order, and takes everything else for comment.
 * @see Praat manual, "TextGrid file formats"
 */
export function readTextGrid(
  file: string,
): Readonly<{ from: number; to: number; tiers: readonly ReadTier[] }> {
  const tokens = [
    ...file.matchAll(/"((?:[^"]|"")*)"|<(exists)>|(?<=^|\s)(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?=\s|$)/gm),
  ];
  let at = 0;
  const next = () => tokens[at++] ?? fault("the file ends too soon");
  const text = () => {
    const [, string] = next();
    return string === undefined ? fault(`a text was wanted, token ${at}`) : string.replaceAll('""', '"');
  };
  const number = () => {
    const [, , , digits] = next();
    return digits === undefined ? fault(`a number was wanted, token ${at}`) : Number(digits);
  };
  if (text() !== "ooTextFile" || text() !== "TextGrid") fault("no TextGrid");
  const [from, to] = [number(), number()];
  if (!(to > from)) fault("no length");
  if (next()[2] !== "exists") fault("no tiers");
  const tiers = Array.from({ length: number() }, (): ReadTier => {
    const kind = text();
    const name = text();
    if (number() !== from || number() !== to) fault(`tier ${name} is not as long as the grid`);
    const size = number();
    if (kind === "IntervalTier") {
      let end = from;
      const labels = Array.from({ length: size }, (): Read => {
        const [start, until] = [number(), number()];
        if (start !== end) fault(`tier ${name}: a hole or an overlap at ${start}`);
        if (!(until > start)) fault(`tier ${name}: an interval of no length at ${start}`);
        end = until;
        return { at: start, until, text: text() };
      });
      if (end !== to) fault(`tier ${name} does not reach the end`);
      return { name, kind: "intervals", labels };
    }
    if (kind !== "TextTier") fault(`tier of kind ${kind}`);
    let last = Number.NEGATIVE_INFINITY;
    const labels = Array.from({ length: size }, (): Read => {
      const place = number();
      if (place <= last || place < from || place > to)
        fault(`tier ${name}: a point out of order at ${place}`);
      last = place;
      return { at: place, until: null, text: text() };
    });
    return { name, kind: "points", labels };
  });
  if (at !== tokens.length) fault("more than the tiers");
  return { from, to, tiers };
}

/** CSV, with nothing forgiven. @see RFC 4180, section 2 */
export function readCsv(file: string): string[][] {
  const rows: string[][] = [];
  let at = file.startsWith("\uFEFF") ? 1 : 0;
  while (at < file.length) {
    const row: string[] = [];
    for (;;) {
      const field = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
      field.lastIndex = at;
      const found = field.exec(file) ?? fault(`no field at ${at}`);
      row.push(found[1] === undefined ? found[0] : found[1].replaceAll('""', '"'));
      at += found[0].length;
      if (file[at] !== ",") break;
      at++;
    }
    if (file.slice(at, at + 2) !== "\r\n") fault(`neither a comma nor a line end at ${at}`);
    at += 2;
    rows.push(row);
  }
  if (rows.some((row) => row.length !== rows[0]?.length)) fault("rows of different lengths");
  return rows;
}
