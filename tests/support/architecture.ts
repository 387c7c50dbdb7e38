import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One file of `src`: its path below it, with slashes, and its text. */
export type SourceFile = Readonly<{ path: string; text: string }>;

/** An import as it is written: what is named, where it leads, and whether it is only fetched when it is needed. */
export type Import = Readonly<{ specifier: string; target: string | null; dynamic: boolean }>;

/** What may not be, in words that name the file. */
export type Fault = string;

/** The rooms in the order the data flows: each sees those before it. */
export const rooms = [
  "prompts",
  "deal",
  "cues",
  "client",
  "drill",
  "recorder",
  "store",
  "measure",
  "studio",
  "review",
  "progress",
  "rehearse",
  "field",
] as const;

/** Every file below a folder that holds code or styles. */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .sort()
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join("/"),
      text: readFileSync(file, "utf8"),
    }));
}

export const isCode = ({ path: file }: SourceFile): boolean => /\.tsx?$/.test(file);

type Piece = Readonly<{ kind: "code" | "comment" | "string"; text: string }>;

/** After one of these a slash begins a regular expression; after anything else it divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|void))\s*$/;

/** Cuts a source into code, comments and strings; what is inserted into a template is code. */
function pieces(source: string): Piece[] {
  const found: Piece[] = [];
  let code = "";
  let at = 0;
  /** Braces open in each template insertion we are in. */
  const insertions: number[] = [];
  const put = (kind: Piece["kind"], end: number) => {
    if (code) found.push({ kind: "code", text: code });
    code = "";
    found.push({ kind, text: source.slice(at, end) });
    at = end;
  };
  const matched = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0].length ?? 0;
  };
  const template = () => {
    const length = matched(/[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y) || 1;
    if (source.slice(at, at + length).endsWith("${")) insertions.push(0);
    put("string", at + length);
  };
  while (at < source.length) {
    const char = source[at] ?? "";
    const comment = matched(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y);
    const open = insertions.at(-1);
    if (comment > 0) put("comment", at + comment);
    else if (char === '"' || char === "'")
      put("string", at + (matched(/(["'])(?:\\[\s\S]|(?!\1)[^\\\n])*\1?/y) || 1));
    else if (char === "`") template();
    else if (char === "}" && open === 0) {
      insertions.pop();
      template();
    } else if (char === "/" && BEFORE_REGEX.test(code.slice(-40)) && matched(REGEX) > 0) {
      put("string", at + matched(REGEX));
    } else {
      if (open !== undefined && char === "{") insertions[insertions.length - 1] = open + 1;
      if (open !== undefined && char === "}") insertions[insertions.length - 1] = open - 1;
      code += char;
      at++;
    }
  }
  if (code) found.push({ kind: "code", text: code });
  return found;
}

const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;

/** The code alone: every comment is a space, every string an empty one. */
export const codeOf = (source: string): string =>
  pieces(source)
    .map(({ kind, text }) => (kind === "code" ? text : kind === "comment" ? " " : '""'))
    .join("");

const withoutComments = (source: string): string =>
  pieces(source)
    .map(({ kind, text }) => (kind === "comment" ? " " : text))
    .join("");

/** All that a file imports: statements, re-exports, types, and what it fetches later. */
export function importsOf({ path: file, text }: SourceFile): Import[] {
  const source = withoutComments(text);
  const found: Import[] = [];
  const add = (specifier: string | undefined, dynamic: boolean) => {
    if (specifier === undefined) return;
    const bare = specifier.replace(/\?.*$/, "");
    const target = bare.startsWith(".")
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), bare))
      : null;
    found.push({ specifier, target, dynamic });
  };
  for (const match of source.matchAll(
    /\b(?:import|export)\b(?:\s+type\b)?[\s\w$*{},]*?\bfrom\s*["']([^"']+)["']/g,
  ))
    add(match[1], false);
  for (const match of source.matchAll(/\bimport\s*["']([^"']+)["']/g)) add(match[1], false);
  for (const match of source.matchAll(/\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g)) add(match[1], true);
  for (const match of source.matchAll(/\bnew\s+URL\s*\(\s*["']([^"']+)["']\s*,\s*import\.meta\.url/g))
    add(match[1], true);
  for (const match of source.matchAll(/\bimport\.meta\.glob\b[^(]*\(\s*["']([^"']+)["']/g))
    add(match[1], true);
  return found;
}

const roomOf = (file: string): string => file.split("/")[0] ?? file;

/** Whether a file in one place may import another, and if not, why. */
function mayImport(from: string, to: string): string | null {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === "main.tsx" || here === "screens") {
    return there === "main.tsx" ? "nothing imports main.tsx" : null;
  }
  if (here === there) return null;
  if (here === "cli") return ["screens", "ui", "main.tsx"].includes(there) ? "cli draws nothing" : null;
  if (here === "lib") return "lib imports only lib";
  if (there === "lib") return null;
  if (here === "ui") return there === "i18n" ? null : "ui imports lib and i18n only";
  if (here === "i18n") return to === "prompts/deck.ts" ? null : "i18n imports lib and prompts/deck.ts only";
  // What draws is handed its words; the file holds types and nothing else.
  if (to === "i18n/words.ts" && from.endsWith(".tsx")) return null;
  const [mine, theirs] = [rooms, rooms].map((all, side) =>
    (all as readonly string[]).indexOf([here, there][side] ?? ""),
  );
  if (mine === undefined || mine < 0) return `${here} is no room`;
  if (theirs === undefined || theirs < 0) return `${there} is not seen by the rooms`;
  if (here === "cues" && there === "client") return null; // both stand at the same place
  return theirs < mine ? null : `${there} lies to the right of ${here}`;
}

/** Imports that go against the flow. What lies outside `src` (the decks) is data and belongs to prompts alone. */
export const roomFaults = (files: readonly SourceFile[]): Fault[] =>
  files.filter(isCode).flatMap((file) =>
    importsOf(file).flatMap(({ target }) => {
      if (target === null) return [];
      if (target.startsWith("../"))
        return roomOf(file.path) === "prompts" ? [] : [`${file.path} reaches out of src: ${target}`];
      const why = mayImport(file.path, target);
      return why === null ? [] : [`${file.path} imports ${target}: ${why}`];
    }),
  );

/** Relative imports that leave the file's ending to be guessed, or lead nowhere. */
export function pathFaults(files: readonly SourceFile[]): Fault[] {
  const known = new Set(files.map(({ path: file }) => file));
  return files.filter(isCode).flatMap((file) =>
    importsOf(file).flatMap(({ specifier, target }) => {
      if (target === null) return [];
      if (!/\.(tsx?|css|json|svg|png|webp|ogg|wav|mp3)$/.test(target))
        return [`${file.path} imports ${specifier} without its ending`];
      const outside = target.startsWith("../") || target.includes("*") || !/\.(tsx?|css)$/.test(target);
      return outside || known.has(target) ? [] : [`${file.path} imports ${specifier}, which is not there`];
    }),
  );
}

/** Files that import each other in a ring; each ring is told once, from its first file in the alphabet. */
export function cycleFaults(files: readonly SourceFile[]): Fault[] {
  const edges = new Map(
    files
      .filter(isCode)
      .map((file) => [
        file.path,
        importsOf(file).flatMap(({ target, dynamic }) => (target === null || dynamic ? [] : [target])),
      ]),
  );
  const rings = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(file);
    if (seen >= 0) {
      const ring = trail.slice(seen);
      const first = ring.indexOf([...ring].sort()[0] ?? file);
      const turned = [...ring.slice(first), ...ring.slice(0, first)];
      rings.add([...turned, turned[0]].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return [...rings].map((ring) => `import each other: ${ring}`);
}

/** Packages that are the world: what draws, stores, records, plays and reads media. */
const worldly =
  /^(react|react-dom|idb-keyval|recordrtc|wavesurfer\.js|mediabunny|@zip\.js\/zip\.js|@testing-library|node:)(\/|$)|^node:/;

/** Names of the browser (and of Node) that only an edge may speak. */
const globals = [
  ..."document window navigator location globalThis self screen process Buffer".split(" "),
  ..."indexedDB IDBKeyRange IDBDatabase IDBObjectStore localStorage sessionStorage caches crypto".split(" "),
  ..."AudioContext OfflineAudioContext AudioBuffer AudioWorkletNode AudioWorkletProcessor".split(" "),
  ..."MediaRecorder MediaStream MediaStreamTrack Audio Image Worker SharedWorker BroadcastChannel".split(" "),
  ..."HTMLElement Element Node customElements getComputedStyle matchMedia speechSynthesis".split(" "),
  ..."setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate".split(" "),
  ..."requestAnimationFrame cancelAnimationFrame requestIdleCallback queueMicrotask".split(" "),
  ..."performance console fetch XMLHttpRequest WebSocket EventSource alert confirm prompt".split(" "),
];
const forbidden: readonly (readonly [string, RegExp])[] = [
  ...globals.map((name) => [name, new RegExp(`(?<![.\\w$#]|\\?\\.)${name}\\b(?!\\s*\\??:(?!:))`)] as const),
  // The same names as an answer of `a ? window : b`, which the rule above takes for a key.
  ...globals.map((name) => [name, new RegExp(`\\?\\s*${name}\\s*:`)] as const),
  ["URL.createObjectURL", /\bURL\s*\.\s*(createObjectURL|revokeObjectURL)\b/],
  ["Date.now", /\bDate\s*\.\s*now\b/],
  ["new Date()", /\bnew\s+Date\s*(\(\s*\)|(?!\s*\())/],
  ["Date()", /(?<!new\s+|[.\w$])Date\s*\(/],
  ["Math.random", /\bMath\s*\.\s*random\b/],
];

/** What a pure file touches of the world; empty for a file that is pure. */
export function touches(file: SourceFile): string[] {
  const code = codeOf(file.text);
  const named = forbidden.filter(([, pattern]) => pattern.test(code)).map(([name]) => name);
  const imported = importsOf(file)
    .map(({ specifier }) => specifier)
    .filter((specifier) => worldly.test(specifier));
  return [...new Set([...imported, ...named])];
}

/** Files that are neither drawn (`*.tsx`) nor listed as edges, and touch the world all the same. */
export function purityFaults(files: readonly SourceFile[], edges: readonly string[]): Fault[] {
  return files
    .filter(({ path: file }) => file.endsWith(".ts") && !edges.some((edge) => isEdge(edge, file)))
    .flatMap((file) => touches(file).map((name) => `${file.path} touches ${name}`));
}

/** An edge is a file by its exact name, or a folder with a slash at its end. */
const isEdge = (edge: string, file: string): boolean =>
  edge.endsWith("/") ? file.startsWith(edge) : file === edge;

/** Edges on the list that are gone. */
export const edgeFaults = (files: readonly SourceFile[], edges: readonly string[]): Fault[] =>
  edges
    .filter((edge) => !files.some(({ path: file }) => isEdge(edge, file)))
    .map((edge) => `${edge} is listed as an edge and is not there`);

export const lengthFaults = (files: readonly SourceFile[], most: number): Fault[] =>
  files
    .map(({ path: file, text }) => ({ file, lines: text.replace(/\n$/, "").split("\n").length }))
    .filter(({ lines }) => lines >= most)
    .map(({ file, lines }) => `${file} has ${lines} lines`);

/** Default exports: every cue kind has one, nothing else has any. */
export const exportFaults = (files: readonly SourceFile[]): Fault[] =>
  files.filter(isCode).flatMap((file) => {
    const has = /\bexport\s+default\b|\bexport\s*\{[^}]*\bdefault\b/.test(codeOf(file.text));
    const wants = file.path.startsWith("cues/kinds/");
    if (has === wants) return [];
    return [has ? `${file.path} has a default export` : `${file.path} has no default export`];
  });

export const promiseFaults = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter(({ text }) => /\b(TODO|FIXME)\b/.test(text))
    .map(({ path: file }) => `${file} leaves something to do`);
